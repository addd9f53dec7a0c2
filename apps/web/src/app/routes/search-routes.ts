import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
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
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/yardim',
    component: lazyRouteComponent(() => import('../../features/help/help-page'), 'HelpPage'),
  }),
];
