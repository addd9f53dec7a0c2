import { createRootRoute, createRoute, Outlet } from '@tanstack/react-router';
import { NotFoundPage, FailedPage } from '../error-pages';
import { Shell } from '../shell';

export const rootRoute = createRootRoute({
  component: Outlet,
  notFoundComponent: NotFoundPage,
  errorComponent: FailedPage,
});

/** Everything that needs a session: below it, `useSession()` answers. */
export const shellRoute = createRoute({ getParentRoute: () => rootRoute, id: 'shell', component: Shell });
