import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shellRoute } from './root-route';

export const bulletinRoutes = [
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/bultenler',
    component: lazyRouteComponent(() => import('../../features/bulletins/bulletin-list-page'), 'BulletinListPage'),
  }),
];
