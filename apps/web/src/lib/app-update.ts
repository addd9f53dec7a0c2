import { useSyncExternalStore } from 'react';
import type { Workbox } from 'workbox-window';

let workbox: Workbox | undefined;
let isWaiting = false;
const listeners = new Set<() => void>();

/** Registers the service worker of a built app. A new version is fetched beside the running one and then waits. */
export function listenForUpdate(): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  // Without it the app still works, only not without a network.
  register().catch(() => undefined);
}

/** Comes after the page: nothing on screen waits for it. */
async function register(): Promise<void> {
  const { Workbox: Registration } = await import('workbox-window');
  workbox = new Registration('/service-worker.js');
  workbox.addEventListener('waiting', () => {
    isWaiting = true;
    for (const listener of listeners) listener();
  });
  workbox.addEventListener('controlling', ({ isUpdate }) => {
    if (isUpdate) location.reload();
  });
  await workbox.register();
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
