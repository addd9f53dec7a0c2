import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shellRoute } from './root-route';

export const todayRoutes = [
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/',
    component: lazyRouteComponent(() => import('../../features/today/today-page'), 'TodayPage'),
  }),
];
