/** Remembers the row that was opened, so that coming back finds the focus where it was. */
let leftFor: string | null = null;

export function leaveTo(id: string): void {
  leftFor = id;
}

/** Gives the focus to the link of the row that was opened; once, and only when nothing else has it. */
export function arrivesAt(id: string, link: HTMLElement | null): void {
  if (link === null || leftFor !== id) return;
  leftFor = null;
  if (document.activeElement === document.body) link.focus({ preventScroll: true });
}
