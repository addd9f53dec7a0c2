import { useNavigate } from '@tanstack/react-router';
import { useRef, useState, type KeyboardEvent } from 'react';
import { catalogue } from '../../lib/messages';
import { newEventHref } from './calendar-search';
import { dayWords } from './day-words';
import { formatLocalTime } from './local-times';
import type { ViewProps } from './view-props';
import css from './week-view.module.css';

const m = catalogue(
  { label: 'Boş saatler', slot: '{day} {time}: etkinlik ekle' },
  { label: 'Free hours', slot: '{day} {time}: add an event' },
);

const steps: Readonly<Record<string, readonly [days: number, hours: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

interface HourSlotsProps extends ViewProps {
  readonly days: readonly string[];
  readonly firstHour: number;
}

/** The empty hours behind the events, one stop of the Tab key; arrow keys move, Enter or a press begins an event. */
export function HourSlots({ days, firstHour, day, mayWrite }: HourSlotsProps) {
  const navigate = useNavigate();
  const group = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState({ column: Math.max(0, days.indexOf(day)), hour: 10 });
  const hours = Array.from({ length: 24 - firstHour }, (_, index) => firstHour + index);
  if (!mayWrite) return <Lines hours={hours} />;
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const step = event.ctrlKey || event.metaKey ? undefined : steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const column = Math.min(Math.max(at.column + step[0], 0), days.length - 1);
    const hour = Math.min(Math.max(at.hour + step[1], firstHour), 23);
    setAt({ column, hour });
    group.current?.querySelector<HTMLElement>(`[data-slot="${column} ${hour}"]`)?.focus();
  };
  return (
    <div ref={group} role="group" aria-label={m.label()} className={css.slots} onKeyDown={onKeyDown}>
      {hours.flatMap((hour) =>
        days.map((each, column) => {
          const start = `${each}T${String(hour).padStart(2, '0')}:00`;
          return (
            <button
              key={start}
              type="button"
              className={css.slot}
              data-slot={`${column} ${hour}`}
              tabIndex={column === at.column && hour === at.hour ? 0 : -1}
              aria-label={m.slot({ day: dayWords(each), time: formatLocalTime(start) })}
              onFocus={() => setAt({ column, hour })}
              onClick={() => void navigate({ href: newEventHref(start) })}
            />
          );
        }),
      )}
    </div>
  );
}

/** The lines of the hours alone, for those who write no events. */
function Lines({ hours }: { readonly hours: readonly number[] }) {
  return (
    <div className={css.slots} aria-hidden>
      {hours.map((hour) => (
        <span key={hour} className={css.slot} style={{ gridColumn: '1 / -1' }} />
      ))}
    </div>
  );
}
