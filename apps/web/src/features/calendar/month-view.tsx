import { Link, useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, type CSSProperties, type KeyboardEvent } from 'react';
import { catalogue } from '../../lib/messages';
import { addDays, mondayOf, weeksOf, type Period } from './calendar-days';
import { isOnDay, layWeek, type WeekRow } from './calendar-layout';
import { newEventHref } from './calendar-search';
import { DayLanes } from './day-lanes';
import { dayWords, monthName, shortWeekday } from './day-words';
import css from './month-view.module.css';
import type { Item, SpecialDay } from './occurrences-query';
import { SpecialDays, specialWords } from './special-days';
import type { ViewProps } from './view-props';

const m = catalogue(
  {
    events: '{count} etkinlik',
    none: 'etkinlik yok',
    today: 'bugün',
    more: '+{count}',
    moreLong: '{count} etkinlik daha, {day}',
    open: '{day} ajandası',
  },
  {
    events: '{count} events',
    none: 'no events',
    today: 'today',
    more: '+{count}',
    moreLong: '{count} more events, {day}',
    open: 'Agenda of {day}',
  },
);

/** How many lines a day has room for. */
const lanesOfDesk = 4;
const lanesOfPhone = 3;
const leastLanes = 2;

const steps: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };

/** Where a key of the grid leads from a day; null: the key is not the grid's. */
function dayByKey(key: string, day: string): string | null {
  const step = steps[key];
  if (step !== undefined) return addDays(day, step);
  if (key === 'Home') return mondayOf(day);
  return key === 'End' ? addDays(mondayOf(day), 6) : null;
}

/** The month as a grid of days, Monday first. Arrow keys move between days, Enter begins an event, Tab reaches events. */
export function MonthView(props: ViewProps & { readonly period: Period; readonly labelledBy: string }) {
  const { period, labelledBy, items, isNarrow, day, onDay } = props;
  const grid = useRef<HTMLDivElement>(null);
  const isMoving = useRef(false);
  useEffect(() => {
    if (!isMoving.current) return;
    isMoving.current = false;
    grid.current?.querySelector<HTMLElement>(`[data-day="${day}"]`)?.focus();
  }, [day]);
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const from = event.target instanceof HTMLElement ? event.target.dataset['day'] : undefined;
    const next = from === undefined || event.ctrlKey || event.metaKey ? null : dayByKey(event.key, from);
    if (next === null) return;
    event.preventDefault();
    isMoving.current = true;
    onDay(next);
  };
  const weeks = weeksOf(period);
  return (
    <div ref={grid} role="grid" tabIndex={-1} aria-labelledby={labelledBy} className={css.month} onKeyDown={onKeyDown}>
      <div role="row" className={css.weekdays}>
        {weeks[0]?.map((each) => (
          <div key={each} role="columnheader" className={css.weekday}>
            {shortWeekday(each)}
          </div>
        ))}
      </div>
      {weeks.map((days) => (
        <Week key={days[0]} {...props} days={days} row={layWeek(items, days, isNarrow ? lanesOfPhone : lanesOfDesk)} />
      ))}
    </div>
  );
}

interface WeekProps extends ViewProps {
  readonly days: readonly string[];
  readonly row: WeekRow<Item>;
}

function Week({ days, row, ...props }: WeekProps) {
  const lines = row.placed.map(({ lane }) => lane + 1);
  const lanesOfView = props.isNarrow ? lanesOfPhone : lanesOfDesk;
  const lanes = row.hidden.some(Boolean) ? lanesOfView : Math.max(leastLanes, ...lines);
  return (
    <div role="row" className={css.week} style={{ '--lanes': lanes } as CSSProperties}>
      {days.map((each, column) => (
        <DayCell key={each} {...props} each={each} column={column} row={row} moreLane={lanes - 1} />
      ))}
    </div>
  );
}

interface DayCellProps extends ViewProps {
  readonly each: string;
  readonly column: number;
  readonly row: WeekRow<Item>;
  readonly moreLane: number;
}

function DayCell({ each, column, row, moreLane, ...props }: DayCellProps) {
  const { day, today, items, special, mayWrite } = props;
  const navigate = useNavigate();
  const hidden = row.hidden[column] ?? 0;
  const open = () => {
    if (mayWrite) void navigate({ href: newEventHref(props.startOn(each)) });
    else props.onAgenda(each);
  };
  const count = items.filter((item) => isOnDay(item, each)).length;
  return (
    <div
      role="gridcell"
      // On a phone the number of the day is the target: a cell full of events is none.
      tabIndex={props.isNarrow ? undefined : each === day ? 0 : -1}
      aria-current={each === today ? 'date' : undefined}
      className={css.day}
      data-day={each}
      data-quiet={each.slice(0, 7) === day.slice(0, 7) ? undefined : true}
      data-today={each === today || undefined}
      data-holiday={special.get(each)?.some(({ isHoliday }) => isHoliday) || undefined}
      data-writable={mayWrite || undefined}
      onClick={({ target }) => (target instanceof Element && target.closest('a') ? undefined : open())}
      onKeyDown={({ key, target, currentTarget }) => (key === 'Enter' && target === currentTarget ? open() : undefined)}
    >
      <span className="visually-hidden">{labelOf(each, count, each === today, special.get(each))}</span>
      <DayHead each={each} {...props} />
      <DayLanes row={row} column={column} />
      {hidden === 0 ? null : (
        <div className={css.place} style={{ '--lane': moreLane } as CSSProperties}>
          <Link to="/takvim" search={{ ...props.search, gorunum: 'ajanda', tarih: each }} className={css.more}>
            <span aria-hidden>{m.more({ count: hidden })}</span>
            <span className="visually-hidden">{m.moreLong({ count: hidden, day: dayWords(each) })}</span>
          </Link>
        </div>
      )}
    </div>
  );
}

function DayHead({ each, search, special, day }: ViewProps & { readonly each: string }) {
  const isFirst = each.endsWith('-01') || each === mondayOf(`${day.slice(0, 7)}-01`);
  return (
    <div className={css.dayHead}>
      <Link to="/takvim" search={{ ...search, gorunum: 'ajanda', tarih: each }} className={css.number}>
        <span className={css.digits} aria-hidden>
          {Number(each.slice(8))}
        </span>
        {isFirst ? (
          <span className={css.monthName} aria-hidden>
            {monthName(each)}
          </span>
        ) : null}
        <span className="visually-hidden">{m.open({ day: dayWords(each) })}</span>
      </Link>
      <SpecialDays days={special.get(each)} />
    </div>
  );
}

/** `24 Kasım Salı, bugün, 3 etkinlik, Öğretmenler Günü`. */
function labelOf(day: string, count: number, isToday: boolean, special: readonly SpecialDay[] | undefined): string {
  const events = count === 0 ? m.none() : m.events({ count });
  const parts = [dayWords(day), isToday ? m.today() : '', events, ...(special ?? []).map(specialWords)];
  return parts.filter(Boolean).join(', ');
}
