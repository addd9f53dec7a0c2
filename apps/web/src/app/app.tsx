import { RouterProvider as TanStackRouterProvider } from '@tanstack/react-router';
import { useCallback, useMemo, useState } from 'react';
import { I18nProvider, RouterProvider } from 'react-aria-components';
import { Provider } from 'urql';
import { createClient } from '../lib/graphql-client';
import { locale } from '../lib/messages';
import { ClientRenewal } from '../lib/client-renewal';
import { Toasts } from '../ui/toast';
import { router } from './router';

/** Everything that surrounds all pages. A renewed client starts with an empty cache: after sign-in, another office. */
export function App() {
  const [generation, setGeneration] = useState(0);
  // One client per generation; the number itself is what asks for a new one.
  const client = useMemo(() => createClient(generation), [generation]);
  const renew = useCallback(() => setGeneration((current) => current + 1), []);
  return (
    <I18nProvider locale={locale === 'en' ? 'en-US' : 'tr-TR'}>
      <ClientRenewal value={renew}>
        <Provider value={client}>
          <RouterProvider navigate={(href) => router.history.push(href)} useHref={(href) => href}>
            <TanStackRouterProvider router={router} key={generation} />
            <Toasts />
          </RouterProvider>
        </Provider>
      </ClientRenewal>
    </I18nProvider>
  );
}
