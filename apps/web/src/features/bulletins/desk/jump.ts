/** Brings a section into sight and gives it the focus, its text field first. */
export function jumpToSection(sectionId: string): void {
  const section = document.getElementById(`bolum-${sectionId}`);
  if (section === null) return;
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  section.scrollIntoView({ behavior: calm ? 'auto' : 'smooth', block: 'center' });
  const field = section.querySelector<HTMLElement>('[contenteditable="true"]');
  (field ?? section).focus({ preventScroll: true });
}
