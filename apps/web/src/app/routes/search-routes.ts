import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { shellRoute } from './root-route';

export const searchRoutes = [
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/ara',
    validateSearch: ({ q, tur }): { q?: string; tur?: string } => ({
      // A query of digits alone arrives as a number.
      ...((typeof q === 'string' && q !== '') || typeof q === 'number' ? { q: `${q}` } : {}),
      ...(typeof tur === 'string' ? { tur } : {}),
    }),
    component: lazyRouteComponent(() => import('../../features/search/search-page'), 'SearchPage'),
  }),
  // Addresses of search results whose records open beside a list.
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/rehber/kisiler/$id',
    beforeLoad: ({ params }) => {
      throw redirect({ href: `/rehber?kisi=${params.id}`, replace: true });
    },
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/rehber/kuruluslar/$id',
    beforeLoad: ({ params }) => {
      throw redirect({ href: `/rehber/kuruluslar?kurulus=${params.id}`, replace: true });
    },
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/yardim',
    component: lazyRouteComponent(() => import('../../features/help/help-page'), 'HelpPage'),
  }),
];
