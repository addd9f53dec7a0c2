import { formatDateLong } from '@turkish/dates';
import { catalogue, sentenceOf } from '../../lib/messages';
import { recurrenceOf } from './recurrence-rule';

export const frequencyWords = catalogue(
  {
    NONE: 'Bir kez',
    DAILY: 'Her gün',
    WEEKLY: 'Her hafta aynı gün',
    MONTHLY: 'Her ay aynı tarih',
    MONTHLY_WEEKDAY: 'Her ay aynı haftanın aynı günü',
    YEARLY: 'Her yıl aynı tarih',
    OTHER: 'Özel kural',
  },
  {
    NONE: 'Once',
    DAILY: 'Every day',
    WEEKLY: 'Every week on the same day',
    MONTHLY: 'Every month on the same date',
    MONTHLY_WEEKDAY: 'Every month on the same weekday',
    YEARLY: 'Every year on the same date',
    OTHER: 'A rule of its own',
  },
);

const m = catalogue(
  {
    count: '{count} kez',
    until: 'son gün {day}',
    interval: 'aralık: {interval}',
    other: '{words}: {rule}',
  },
  {
    count: '{count} times',
    until: 'last day {day}',
    interval: 'interval: {interval}',
    other: '{words}: {rule}',
  },
);

/** A rule in words; one that the form cannot write is shown as it stands. */
export function ruleInWords(rule: string, start: string): string {
  const { frequency, interval, count, until } = recurrenceOf(rule, start);
  const words = sentenceOf(frequencyWords, frequency);
  if (frequency === 'OTHER') return m.other({ words, rule });
  const parts = [
    words,
    ...(interval > 1 ? [m.interval({ interval })] : []),
    ...(count === null ? [] : [m.count({ count })]),
    ...(until === null ? [] : [m.until({ day: formatDateLong(until) })]),
  ];
  return parts.join(', ');
}
