import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { shellRoute } from './root-route';

const textOf = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined);

/** Which office; asked of operators alone. */
interface OfficeSearch {
  readonly birim?: string | undefined;
}

const officeSearch = (search: Readonly<Record<string, unknown>>): OfficeSearch => ({ birim: textOf(search['birim']) });

export const officeRoutes = [
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/yonetim',
    beforeLoad: () => {
      throw redirect({ to: '/yonetim/birimler', replace: true });
    },
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/yonetim/birimler',
    component: lazyRouteComponent(() => import('../../features/administration/offices/offices-page'), 'OfficesPage'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/yonetim/birimler/$code',
    component: lazyRouteComponent(() => import('../../features/administration/offices/office-page'), 'OfficePage'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/yonetim/uyeler',
    validateSearch: officeSearch,
    component: lazyRouteComponent(() => import('../../features/administration/members/members-page'), 'MembersPage'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/yonetim/vekalet',
    validateSearch: officeSearch,
    component: lazyRouteComponent(() => import('../../features/administration/deputies/deputies-page'), 'DeputiesPage'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/yonetim/tuzuk',
    component: lazyRouteComponent(() => import('../../features/administration/charter/charter-page'), 'CharterPage'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/yonetim/tuzuk/oneri',
    component: lazyRouteComponent(
      () => import('../../features/administration/charter/proposal-page'),
      'CharterProposalPage',
    ),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/yonetim/roller',
    component: lazyRouteComponent(() => import('../../features/administration/roles/roles-page'), 'RolesPage'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/yonetim/kayitlar',
    validateSearch: (search): LedgerSearch => ({
      ...officeSearch(search),
      olay: textOf(search['olay']),
      kisi: textOf(search['kisi']),
      bas: textOf(search['bas']),
      son: textOf(search['son']),
      konu: textOf(search['konu']),
      imlec: textOf(search['imlec']),
    }),
    component: lazyRouteComponent(() => import('../../features/administration/ledger/ledger-page'), 'LedgerPage'),
  }),
];

/** Days are `YYYY-MM-DD`, both ends included. */
interface LedgerSearch extends OfficeSearch {
  readonly olay?: string | undefined;
  readonly kisi?: string | undefined;
  readonly bas?: string | undefined;
  readonly son?: string | undefined;
  /** Id of what it happened to. */
  readonly konu?: string | undefined;
  /** Where the page begins: the cursor of the last record of the page before. */
  readonly imlec?: string | undefined;
}
