import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute, shellRoute } from './root-route';

/** Pages for people who are not signed in. */
export const doorRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/giris',
    validateSearch: (search): { don?: string } => (typeof search['don'] === 'string' ? { don: search['don'] } : {}),
    component: lazyRouteComponent(() => import('../../features/identity/sign-in-page'), 'SignInPage'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/davet',
    component: lazyRouteComponent(() => import('../../features/identity/invitation-page'), 'InvitationPage'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/parola',
    component: lazyRouteComponent(() => import('../../features/identity/password-page'), 'PasswordPage'),
  }),
];

export const identityRoutes = [
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/hesap',
    component: lazyRouteComponent(() => import('../../features/identity/profile-page'), 'ProfilePage'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/hesap/guvenlik',
    component: lazyRouteComponent(() => import('../../features/identity/security-page'), 'SecurityPage'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/hesap/oturumlar',
    component: lazyRouteComponent(() => import('../../features/identity/sessions-page'), 'SessionsPage'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/hesap/bildirimler',
    component: lazyRouteComponent(
      () => import('../../features/identity/notification-preferences-page'),
      'NotificationPreferencesPage',
    ),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/hesap/gorunum',
    component: lazyRouteComponent(() => import('../../features/identity/appearance-page'), 'AppearancePage'),
  }),
];
