/// <reference lib="webworker" />
/**
 * Keeps the shell of the workspace on the device, so that it opens without a network. It never keeps answers of the
 * API, and a new version waits until the person taps (`lib/app-update.ts`).
 */
import { cleanupOutdatedCaches, createHandlerBoundToURL, precacheAndRoute } from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';

declare const self: ServiceWorkerGlobalScope & { readonly __WB_MANIFEST: { url: string; revision: string | null }[] };

precacheAndRoute(self.__WB_MANIFEST);
cleanupOutdatedCaches();
registerRoute(
  new NavigationRoute(createHandlerBoundToURL('/index.html'), {
    denylist: [/^\/(graphql|auth|files|basin|bulletins|media|giden-kutusu|collab|feed|sitemap|robots|denetim)/],
  }),
);

self.addEventListener('message', (event) => {
  if ((event.data as { type?: string } | null)?.type === 'SKIP_WAITING') void self.skipWaiting();
});
