import { useSyncExternalStore } from 'react';

const minute = 60_000;
let shown = Date.now();

function listen(listener: () => void): () => void {
  const timer = setInterval(() => {
    shown = Date.now();
    listener();
  }, minute);
  return () => clearInterval(timer);
}

function read(): number {
  if (Math.abs(Date.now() - shown) >= minute) shown = Date.now();
  return shown;
}

/** The present, moving on every minute: for words like "38 dk kaldı". */
export const useNow = () => new Date(useSyncExternalStore(listen, read));
