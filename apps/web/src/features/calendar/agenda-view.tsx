import { catalogue } from '../../lib/messages';
import { daysOf, type Period } from './calendar-days';
import { daysTaken, isOnDay } from './calendar-layout';
import { AgendaRow } from './agenda-row';
import css from './agenda-view.module.css';
import { dayWords } from './day-words';
import type { Item } from './occurrences-query';
import { SpecialDays } from './special-days';
import type { ViewProps } from './view-props';

const m = catalogue({ today: 'bugün' }, { today: 'today' });

/** A list by day in which all is written out; days on which nothing stands are left out. */
export function AgendaView({ period, items, special, today }: ViewProps & { readonly period: Period }) {
  return (
    <div className={css.agenda}>
      {daysOf(period).map((day) => {
        const here = itemsOn(items, day, period);
        const named = special.get(day);
        if (here.length === 0 && named === undefined) return null;
        return (
          <section key={day} className={css.day} aria-labelledby={`gun-${day}`}>
            <h3 id={`gun-${day}`} className={css.head} data-today={day === today || undefined}>
              <span>{dayWords(day)}</span>
              {day === today ? <span className={css.today}>{m.today()}</span> : null}
              <SpecialDays days={named} />
            </h3>
            {here.length === 0 ? null : (
              <ul className={css.rows}>
                {here.map((item) => (
                  <AgendaRow key={item.id} item={item} day={day} />
                ))}
              </ul>
            )}
          </section>
        );
      })}
    </div>
  );
}

/** What stands on a day, whole days first; the rest of a night from before the period on its first day. */
export function itemsOn(items: readonly Item[], day: string, period: Period): readonly Item[] {
  const isLeftOver = (item: Item) => day === period.from && daysTaken(item).last < day;
  return items
    .filter((item) => isOnDay(item, day) || isLeftOver(item))
    .toSorted((one, other) => Number(other.isAllDay) - Number(one.isAllDay) || one.start.localeCompare(other.start));
}
