import { useSyncExternalStore } from 'react';
import { Workbox } from 'workbox-window';

let workbox: Workbox | undefined;
let isWaiting = false;
const listeners = new Set<() => void>();

/** Registers the service worker of a built app. A new version is fetched beside the running one and then waits. */
export function listenForUpdate(): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  workbox = new Workbox('/service-worker.js');
  workbox.addEventListener('waiting', () => {
    isWaiting = true;
    for (const listener of listeners) listener();
  });
  workbox.addEventListener('controlling', ({ isUpdate }) => {
    if (isUpdate) location.reload();
  });
  // Without it the app still works, only not without a network.
  workbox.register().catch(() => undefined);
}

/** Whether a new version waits, and the tap that takes it. */
export function useAppUpdate() {
  const isReady = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => isWaiting,
  );
  return { isReady, take: () => workbox?.messageSkipWaiting() };
}
