import type { KeyboardEvent } from 'react';

const rowOf = (element: Element | null) => element?.closest<HTMLElement>('[data-row]') ?? null;

/** The id of the row that has the focus. */
export const focusedRowId = (): string | undefined => rowOf(document.activeElement)?.dataset['row'];

/** ↓ and ↑ go from row to row, by their links; menus and fields keep their own arrows. */
export function moveByArrow(event: KeyboardEvent<HTMLElement>): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const row = rowOf(event.target as Element);
  const isFree = !event.defaultPrevented && !event.ctrlKey && !event.metaKey && !event.altKey && !event.shiftKey;
  if (step === undefined || row === null || !isFree) return;
  const rows = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-row]')];
  const link = rows[rows.indexOf(row) + step]?.querySelector('a');
  if (!link) return;
  event.preventDefault();
  link.focus();
}
