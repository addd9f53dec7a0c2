import { useSyncExternalStore } from 'react';

const wide = '(width >= 68rem)';
let wasWide = true;

/** Paper has a width of its own: while the page is printed, what stood on screen stays as it is. */
function isWide(): boolean {
  if (!matchMedia('print').matches) wasWide = matchMedia(wide).matches;
  return wasWide;
}

/** Whether text and panel stand side by side. */
export function useIsWide(): boolean {
  return useSyncExternalStore((listener) => {
    const query = matchMedia(wide);
    query.addEventListener('change', listener);
    return () => query.removeEventListener('change', listener);
  }, isWide);
}
