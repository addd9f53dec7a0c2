import { catalogue } from '../../lib/messages';
import css from './special-days.module.css';
import { formatLocalTime } from './local-times';
import type { SpecialDay } from './occurrences-query';

const m = catalogue({ from: '{name}, {time} itibarıyla' }, { from: '{name}, from {time}' });

/** `28 Ekim Cumhuriyet Bayramı arifesi, 13.00 itibarıyla`. */
export function specialWords({ name, startsAt }: SpecialDay): string {
  return startsAt === null ? name : m.from({ name, time: formatLocalTime(`2000-01-01T${startsAt}`) });
}

/** The names of a day that is a holiday or observed. */
export function SpecialDays({ days }: { readonly days: readonly SpecialDay[] | undefined }) {
  return days?.map((day) => (
    <span key={day.name} className={css.day} data-holiday={day.isHoliday || undefined}>
      {specialWords(day)}
    </span>
  ));
}
