import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { deskSearch } from '../../features/bulletins/desk/desk-search';
import { shellRoute } from './root-route';

export const bulletinRoutes = [
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/bultenler',
    component: lazyRouteComponent(() => import('../../features/bulletins/bulletin-list-page'), 'BulletinListPage'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/bultenler/$id',
    validateSearch: deskSearch,
    component: lazyRouteComponent(() => import('../../features/bulletins/desk/bulletin-page'), 'BulletinPage'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/bultenler/$id/kontrol',
    component: lazyRouteComponent(() => import('../../features/bulletins/desk/check-page'), 'CheckPage'),
  }),
];
