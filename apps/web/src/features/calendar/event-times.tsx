import type { UserError } from '../../lib/errors';
import { catalogue } from '../../lib/messages';
import { DateTimeField } from '../../ui/date-time-field';
import { errorFor } from '../../ui/feedback';
import { Checkbox, TextField } from '../../ui/field';
import { durationOf, movedTo, type DraftPartProps, type EventDraft } from './event-draft';
import css from './event-form.module.css';
import { later } from './local-times';

const m = catalogue(
  {
    allDay: 'Tüm gün',
    timeOpen: 'Gün ya da saat kesin değil',
    start: 'Başlangıç',
    end: 'Bitiş',
    firstDay: 'İlk gün',
    lastDay: 'Son gün',
    missing: 'Gün ve saat yazın.',
    endFirst: 'Bitiş başlangıçtan en az beş dakika sonra olmalı.',
  },
  {
    allDay: 'All day',
    timeOpen: 'Day or hour is not settled',
    start: 'Begins',
    end: 'Ends',
    firstDay: 'First day',
    lastDay: 'Last day',
    missing: 'Write day and time.',
    endFirst: 'The end must come at least five minutes after the beginning.',
  },
);

interface TimeFieldsProps extends DraftPartProps {
  readonly taken: number;
  readonly errors: readonly UserError[];
  readonly isTried: boolean;
}

/** When it begins and ends: to the minute, or in whole days. */
export function TimeFields({ draft, onChange, taken, errors, isTried }: TimeFieldsProps) {
  const { start, end, isAllDay } = draft;
  const missing = (value: string | null) => (isTried && value === null ? m.missing() : undefined);
  const wrongEnd = start !== null && end !== null && durationOf(draft) === null ? m.endFirst() : undefined;
  const startError = errorFor(errors, 'startLocal') ?? missing(start);
  const endError = errorFor(errors, 'durationMinutes') ?? missing(end) ?? wrongEnd;
  // A new start takes the end along, as long as it lasts.
  const begin = (next: string | null) => onChange(next === null ? { start: null } : movedTo(draft, next));
  const asDay = (day: string) => (day === '' ? null : `${day}T00:00`);
  return (
    <>
      <div className={css.pair}>
        {isAllDay ? (
          <>
            <TextField
              label={m.firstDay()}
              type="date"
              value={start?.slice(0, 10) ?? ''}
              onChange={(day) => begin(asDay(day))}
              error={startError}
            />
            <TextField
              label={m.lastDay()}
              type="date"
              value={end?.slice(0, 10) ?? ''}
              onChange={(day) => onChange({ end: asDay(day) })}
              error={endError}
            />
          </>
        ) : (
          <>
            <DateTimeField
              key={`start ${taken}`}
              label={m.start()}
              value={start}
              onChange={begin}
              {...(startError === undefined ? {} : { error: startError })}
            />
            <DateTimeField
              key={`end ${taken} ${start ?? ''}`}
              label={m.end()}
              value={end}
              onChange={(next) => onChange({ end: next })}
              {...(endError === undefined ? {} : { error: endError })}
            />
          </>
        )}
      </div>
      <div className={css.ticks}>
        <Checkbox isSelected={isAllDay} onChange={(isOn) => onChange(allDay(draft, isOn))}>
          {m.allDay()}
        </Checkbox>
        <Checkbox isSelected={draft.isTimeOpen} onChange={(isTimeOpen) => onChange({ isTimeOpen })}>
          {m.timeOpen()}
        </Checkbox>
      </div>
    </>
  );
}

/** Whole days begin at midnight; back on the clock it begins at ten. */
function allDay({ start, end }: EventDraft, isAllDay: boolean): Partial<EventDraft> {
  const at = (local: string | null, time: string) => (local === null ? null : `${local.slice(0, 10)}T${time}`);
  if (isAllDay) return { isAllDay, start: at(start, '00:00'), end: at(end, '00:00') };
  const begin = at(start, '10:00');
  return { isAllDay, start: begin, end: begin === null ? null : later(begin, 60) };
}
