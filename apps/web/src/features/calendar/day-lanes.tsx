import type { CSSProperties } from 'react';
import { catalogue } from '../../lib/messages';
import { isBar, type WeekRow } from './calendar-layout';
import { busyWords, EventChip } from './event-chip';
import css from './month-view.module.css';
import type { Item } from './occurrences-query';

const m = catalogue({ goesOn: 'Sürüyor: {title}' }, { goesOn: 'Continues: {title}' });

interface DayLanesProps {
  readonly row: WeekRow<Item>;
  readonly column: number;
}

/** What stands in one day of a row: its hours, the bars that begin here, and in words those that go on. */
export function DayLanes({ row, column }: DayLanesProps) {
  const here = row.placed.filter(({ from, until }) => from <= column && column <= until);
  return here
    .toSorted((one, other) => one.lane - other.lane)
    .map(({ item, lane, from, until, comesFromBefore, goesOn }) =>
      from === column ? (
        <div
          key={item.id}
          className={`${css.place} ${isBar(item) ? css.long : ''}`}
          data-before={comesFromBefore || undefined}
          data-after={goesOn || undefined}
          style={{ '--lane': lane, '--days': until - from + 1 } as CSSProperties}
        >
          <EventChip item={item} look="line" />
        </div>
      ) : (
        <span key={item.id} className="visually-hidden">
          {m.goesOn({ title: item.occurrence.event?.title ?? busyWords(item.occurrence.isHeavy) })}
        </span>
      ),
    );
}
