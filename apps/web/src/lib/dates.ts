/** Dates and times on screen; always Europe/Istanbul. */
import { formatDateFull, formatDateLong, formatDateTimePress, formatTimePress, utcToLocal } from '@turkish/dates';
import { catalogue, locale } from './messages';

const m = catalogue(
  {
    today: 'bugün {time}',
    tomorrow: 'yarın {time}',
    yesterday: 'dün {time}',
    now: 'şimdi',
    minutesLeft: '{count} dk kaldı',
    hoursLeft: '{count} sa kaldı',
    daysLeft: '{count} gün kaldı',
    minutesAgo: '{count} dk önce',
    hoursAgo: '{count} sa önce',
    daysAgo: '{count} gün önce',
  },
  {
    today: 'today {time}',
    tomorrow: 'tomorrow {time}',
    yesterday: 'yesterday {time}',
    now: 'now',
    minutesLeft: '{count} min left',
    hoursLeft: '{count} h left',
    daysLeft: '{count} d left',
    minutesAgo: '{count} min ago',
    hoursAgo: '{count} h ago',
    daysAgo: '{count} d ago',
  },
);

const english = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/Istanbul',
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
});

const englishDay = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/Istanbul',
  weekday: 'long',
  day: 'numeric',
  month: 'long',
});

/** `24 Kasım 2026 Salı 14.30`. Takes an instant (ISO, UTC). */
export function formatInstant(instant: string): string {
  return locale === 'en' ? english.format(new Date(instant)) : formatDateTimePress(new Date(instant));
}

/** `14.30`. Takes an instant (ISO, UTC). */
export function formatClock(instant: string): string {
  const [, time = ''] = utcToLocal(new Date(instant)).split('T');
  return locale === 'en' ? time.slice(0, 5) : formatTimePress(time.slice(0, 5));
}

/** `24 Kasım 2026`. Takes an instant (ISO, UTC). */
export function formatDay(instant: string): string {
  const [day = ''] = utcToLocal(new Date(instant)).split('T');
  return locale === 'en' ? day : formatDateLong(day);
}

/** `Salı 24 Kasım`: today as one says it. */
export function formatToday(now: Date = new Date()): string {
  if (locale === 'en') return englishDay.format(now);
  const [day = '', month = '', , weekday = ''] = formatDateFull(utcToLocal(now).slice(0, 10)).split(' ');
  return `${weekday} ${day} ${month}`;
}

/** `bugün 17.00`, `dün 09.10`, else day and time; short enough for a table. */
export function formatNear(instant: string, now: Date = new Date()): string {
  const dayOf = (at: Date) => utcToLocal(at).slice(0, 10);
  const day = dayOf(new Date(instant));
  const shifted = (days: number) => dayOf(new Date(now.getTime() + days * 86_400_000));
  const time = formatClock(instant);
  if (day === shifted(0)) return m.today({ time });
  if (day === shifted(1)) return m.tomorrow({ time });
  if (day === shifted(-1)) return m.yesterday({ time });
  return `${formatDay(instant)} ${time}`;
}

/** `38 dk kaldı`, `2 gün önce`: how far an instant is from now. */
export function formatDistance(instant: string, now: Date = new Date()): string {
  const minutes = Math.round((new Date(instant).getTime() - now.getTime()) / 60_000);
  const size = Math.abs(minutes);
  if (size < 1) return m.now();
  const isAhead = minutes > 0;
  if (size < 60) return isAhead ? m.minutesLeft({ count: size }) : m.minutesAgo({ count: size });
  const hours = Math.round(size / 60);
  if (hours < 48) return isAhead ? m.hoursLeft({ count: hours }) : m.hoursAgo({ count: hours });
  const days = Math.round(size / 1440);
  return isAhead ? m.daysLeft({ count: days }) : m.daysAgo({ count: days });
}
