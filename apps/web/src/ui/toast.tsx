import { lazy, Suspense, useSyncExternalStore } from 'react';

const load = () => import('./toast-region');
const Region = lazy(async () => ({ default: (await load()).ToastRegion }));

let isAsked = false;
const listeners = new Set<() => void>();

/** Says what was done, for ten seconds; an act that can be taken back offers "Geri al". */
export function toast(text: string, undo?: () => void): void {
  show({ text, undo });
}

/** Says for ten seconds what others did, with the way to it: "Aç" leads to the path. */
export function toastOf(text: string, path: string): void {
  show({ text, path });
}

function show(words: Parameters<Awaited<ReturnType<typeof load>>['queue']['add']>[0]): void {
  isAsked = true;
  for (const listener of listeners) listener();
  // Without the region the words have nowhere to stand; what was done is done all the same.
  load().then(
    ({ queue, shownMilliseconds }) => queue.add(words, { timeout: shownMilliseconds }),
    () => undefined,
  );
}

/** Where toasts appear; once, at the root. Its code comes with the first one. */
export function Toasts() {
  const isWanted = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => isAsked,
  );
  if (!isWanted) return null;
  return (
    <Suspense>
      <Region />
    </Suspense>
  );
}
