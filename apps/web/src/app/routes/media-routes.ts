import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shellRoute } from './root-route';

const outletKinds = ['NEWSPAPER', 'WEB', 'TV', 'RADIO', 'AGENCY'] as const;

const textOf = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined);
const kindOf = (value: unknown) => outletKinds.find((kind) => kind === value);

export const mediaRoutes = [
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/rehber',
    validateSearch: (search): ContactsSearch => ({
      ara: textOf(search['ara']),
      ilce: textOf(search['ilce']),
      tur: kindOf(search['tur']),
      liste: textOf(search['liste']),
      gozden: search['gozden'] === true ? true : undefined,
      kisi: textOf(search['kisi']),
    }),
    component: lazyRouteComponent(() => import('../../features/media/contacts-page'), 'ContactsPage'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/rehber/kuruluslar',
    validateSearch: (search): OutletsSearch => ({
      ara: textOf(search['ara']),
      tur: kindOf(search['tur']),
      kurulus: textOf(search['kurulus']),
    }),
    component: lazyRouteComponent(() => import('../../features/media/outlets-page'), 'OutletsPage'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/rehber/listeler',
    component: lazyRouteComponent(() => import('../../features/media/lists-page'), 'ListsPage'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/rehber/listeler/$id',
    component: lazyRouteComponent(() => import('../../features/media/list-page'), 'ListPage'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/rehber/aktar',
    component: lazyRouteComponent(() => import('../../features/media/import-page'), 'ImportPage'),
  }),
];

interface ContactsSearch {
  readonly ara?: string | undefined;
  readonly ilce?: string | undefined;
  readonly tur?: (typeof outletKinds)[number] | undefined;
  readonly liste?: string | undefined;
  readonly gozden?: boolean | undefined;
  readonly kisi?: string | undefined;
}

interface OutletsSearch {
  readonly ara?: string | undefined;
  readonly tur?: (typeof outletKinds)[number] | undefined;
  readonly kurulus?: string | undefined;
}
