import { createRoute, lazyRouteComponent, type AnyRoute } from '@tanstack/react-router';
import { rootRoute } from './root-route';

/** Pages for people who are not signed in. */
export const doorRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/giris',
    validateSearch: (search): { don?: string } => (typeof search['don'] === 'string' ? { don: search['don'] } : {}),
    component: lazyRouteComponent(() => import('../../features/identity/sign-in-page'), 'SignInPage'),
  }),
];

export const identityRoutes: AnyRoute[] = [];
