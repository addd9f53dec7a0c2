/** Moves the focus to the next (+1) or the one before (-1) of the rows of the page: elements with `data-row`. */
export function moveToRow(step: 1 | -1): void {
  const rows = [...document.querySelectorAll<HTMLElement>('#icerik [data-row]')];
  const at = rows.findIndex((row) => row.contains(document.activeElement));
  const next = at === -1 && step === -1 ? rows.length - 1 : at + step;
  const row = rows[Math.min(Math.max(next, 0), rows.length - 1)];
  if (!row) return;
  const target = row.matches('a, button') ? row : (row.querySelector<HTMLElement>('a, button') ?? row);
  target.focus();
  target.scrollIntoView({ block: 'nearest' });
}
