import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shellRoute } from './root-route';

const views = ['ay', 'hafta', 'ajanda', 'birimler'] as const;
const day = /^\d{4}-\d{2}-\d{2}$/;
const local = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/;

const matching = (value: unknown, pattern: RegExp) =>
  typeof value === 'string' && pattern.test(value) ? value : undefined;
const textOf = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined);

export const calendarRoutes = [
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/takvim',
    validateSearch: (search): CalendarSearch => ({
      gorunum: views.find((view) => view === search['gorunum']),
      tarih: matching(search['tarih'], day),
      birim: textOf(search['birim']),
      tur: textOf(search['tur']),
      ara: textOf(search['ara']),
    }),
    component: lazyRouteComponent(() => import('../../features/calendar/calendar-page'), 'CalendarPage'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/takvim/yeni',
    validateSearch: (search): NewEventSearch => ({ baslangic: matching(search['baslangic'], local) }),
    component: lazyRouteComponent(() => import('../../features/calendar/new-event-page'), 'NewEventPage'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/takvim/abonelik',
    component: lazyRouteComponent(() => import('../../features/calendar/subscribe-page'), 'SubscribePage'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/takvim/$id',
    component: lazyRouteComponent(() => import('../../features/calendar/event-page'), 'EventPage'),
  }),
];

interface CalendarSearch {
  /** Absent: the month on a desk, the agenda on a phone. */
  readonly gorunum?: (typeof views)[number] | undefined;
  /** Any day of the period shown; absent: today. */
  readonly tarih?: string | undefined;
  /** Codes of offices, joined by commas; absent: all. */
  readonly birim?: string | undefined;
  readonly tur?: string | undefined;
  readonly ara?: string | undefined;
}

interface NewEventSearch {
  /** The wanted start, local. */
  readonly baslangic?: string | undefined;
}
