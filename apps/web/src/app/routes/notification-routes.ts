import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shellRoute } from './root-route';

const tabs = ['bekleyen', 'takip', 'hepsi'] as const;
type NotificationTab = (typeof tabs)[number];

export const notificationRoutes = [
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/bildirimler',
    validateSearch: (search): { sekme?: NotificationTab } => {
      const sekme = tabs.find((tab) => tab === search['sekme']);
      return sekme === undefined ? {} : { sekme };
    },
    component: lazyRouteComponent(() => import('../../features/notifications/notifications-page'), 'NotificationsPage'),
  }),
];
