/**
 * All addresses of the workspace. Each feature lists its own in `routes/`, every page is loaded when it is asked for,
 * and filters, tabs and views live in the search part, so that "back" returns to the same place.
 */
import { createRouter } from '@tanstack/react-router';
import { bulletinRoutes } from './routes/bulletin-routes';
import { calendarRoutes } from './routes/calendar-routes';
import { identityRoutes, doorRoutes } from './routes/identity-routes';
import { mediaRoutes } from './routes/media-routes';
import { notificationRoutes } from './routes/notification-routes';
import { officeRoutes } from './routes/office-routes';
import { rootRoute, shellRoute } from './routes/root-route';
import { searchRoutes } from './routes/search-routes';
import { todayRoutes } from './routes/today-routes';

const routeTree = rootRoute.addChildren([
  ...doorRoutes,
  shellRoute.addChildren([
    ...todayRoutes,
    ...searchRoutes,
    ...notificationRoutes,
    ...bulletinRoutes,
    ...calendarRoutes,
    ...mediaRoutes,
    ...identityRoutes,
    ...officeRoutes,
  ]),
]);

export const router = createRouter({
  routeTree,
  defaultPreload: 'intent',
  scrollRestoration: true,
  defaultViewTransition: false,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
