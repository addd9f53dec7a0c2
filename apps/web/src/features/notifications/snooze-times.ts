import { localToUtc, utcToLocal } from '@turkish/dates';

const hour = 60 * 60_000;
const eveningHour = '18:00';
const morningHour = '09:00';

/** Until when a notification can be put off; clocks are those of Istanbul. This evening only while it is ahead. */
export function snoozeTimes(now: Date) {
  const day = (instant: Date) => utcToLocal(instant).slice(0, 10);
  const evening = localToUtc(`${day(now)}T${eveningHour}`);
  return {
    hour: new Date(now.getTime() + hour),
    evening: evening > now ? evening : null,
    morning: localToUtc(`${day(new Date(now.getTime() + 24 * hour))}T${morningHour}`),
  };
}
