import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { deskSearch } from '../../features/bulletins/desk/desk-search';
import { bulletinListSearch } from '../../features/bulletins/list/list-search';
import { shellRoute } from './root-route';

export const bulletinRoutes = [
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/bultenler',
    validateSearch: bulletinListSearch,
    component: lazyRouteComponent(() => import('../../features/bulletins/list/bulletin-list-page'), 'BulletinListPage'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/bultenler/yeni',
    validateSearch: (search): { sablon?: string } =>
      typeof search['sablon'] === 'string' ? { sablon: search['sablon'] } : {},
    component: lazyRouteComponent(() => import('../../features/bulletins/list/new-bulletin-page'), 'NewBulletinPage'),
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
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/sablonlar',
    component: lazyRouteComponent(() => import('../../features/templates/templates-page'), 'TemplatesPage'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/sablonlar/yeni',
    component: lazyRouteComponent(() => import('../../features/templates/new-template-page'), 'NewTemplatePage'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/sablonlar/$id',
    component: lazyRouteComponent(() => import('../../features/templates/template-page'), 'TemplatePage'),
  }),
];
