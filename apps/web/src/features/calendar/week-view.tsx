import { Link } from '@tanstack/react-router';
import type { CSSProperties } from 'react';
import { catalogue } from '../../lib/messages';
import { daysOf, type Period } from './calendar-days';
import { firstHourOf, isBar, layDay, layWeek } from './calendar-layout';
import { useLocalNow } from './calendar-search';
import { DayLanes } from './day-lanes';
import { dayWords, shortWeekday } from './day-words';
import { EventChip } from './event-chip';
import { HourSlots } from './hour-slots';
import { formatLocalTime } from './local-times';
import { SpecialDays } from './special-days';
import type { ViewProps } from './view-props';
import css from './week-view.module.css';

const m = catalogue(
  { allDay: 'Tüm gün', now: 'Şimdi {time}', open: '{day} ajandası', today: 'bugün' },
  { allDay: 'All day', now: 'Now {time}', open: 'Agenda of {day}', today: 'today' },
);

/** The week by hours: seven columns, what overlaps side by side, whole days above, a line where the time is now. */
export function WeekView({ period, ...props }: ViewProps & { readonly period: Period }) {
  const days = daysOf(period);
  const firstHour = firstHourOf(props.items, days);
  const bars = layWeek(props.items.filter(isBar), days, Number.POSITIVE_INFINITY);
  const lanes = Math.max(1, ...bars.placed.map(({ lane }) => lane + 1));
  return (
    <div className={css.week} style={{ '--hours': 24 - firstHour } as CSSProperties}>
      <div className={css.heads} style={{ '--lanes': lanes } as CSSProperties}>
        <span className={css.allDay}>{m.allDay()}</span>
        {days.map((each, column) => (
          <div key={each} className={css.head} data-today={each === props.today || undefined}>
            <div className={css.headWords}>
              <Link to="/takvim" search={{ ...props.search, gorunum: 'ajanda', tarih: each }} className={css.date}>
                <span aria-hidden>
                  {shortWeekday(each)} <span className={css.digits}>{Number(each.slice(8))}</span>
                </span>
                <span className="visually-hidden">
                  {m.open({ day: each === props.today ? `${dayWords(each)}, ${m.today()}` : dayWords(each) })}
                </span>
              </Link>
              <SpecialDays days={props.special.get(each)} />
            </div>
            <DayLanes row={bars} column={column} />
          </div>
        ))}
      </div>
      <div className={css.body}>
        <div className={css.hours} aria-hidden>
          {Array.from({ length: 24 - firstHour }, (_, index) => (
            <span key={index} className={css.hour}>
              {formatLocalTime(`2000-01-01T${String(firstHour + index).padStart(2, '0')}:00`)}
            </span>
          ))}
        </div>
        <HourSlots days={days} firstHour={firstHour} {...props} />
        {days.map((each, column) => (
          <DayColumn key={each} {...props} each={each} column={column} firstHour={firstHour} />
        ))}
      </div>
    </div>
  );
}

interface DayColumnProps extends ViewProps {
  readonly each: string;
  readonly column: number;
  readonly firstHour: number;
}

function DayColumn({ each, column, firstHour, items, today }: DayColumnProps) {
  const blocks = layDay(items, each, firstHour);
  return (
    <section
      className={css.column}
      aria-label={dayWords(each)}
      data-today={each === today || undefined}
      style={{ gridColumn: column + 2 }}
    >
      {blocks.map(({ item, from, until, lane, lanes, comesFromBefore }) => (
        <div
          key={item.id}
          className={css.block}
          style={
            {
              '--from': (from - firstHour * 60) / 60,
              '--length': (until - from) / 60,
              '--lane': lane,
              '--lanes': lanes,
            } as CSSProperties
          }
        >
          <EventChip item={item} look="block" isRest={comesFromBefore} />
        </div>
      ))}
      {each === today ? <NowLine firstHour={firstHour} /> : null}
    </section>
  );
}

function NowLine({ firstHour }: { readonly firstHour: number }) {
  const { time } = useLocalNow();
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  if (hours < firstHour) return null;
  return (
    <div className={css.now} style={{ '--from': hours - firstHour + minutes / 60 } as CSSProperties}>
      <span className="visually-hidden">{m.now({ time: formatLocalTime(`2000-01-01T${time.slice(0, 5)}`) })}</span>
    </div>
  );
}
