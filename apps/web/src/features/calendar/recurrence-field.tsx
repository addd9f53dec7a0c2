import { catalogue, sentenceOf } from '../../lib/messages';
import { SelectField, TextField } from '../../ui/field';
import css from './event-form.module.css';
import { formatLocal } from './local-times';
import { frequencyWords } from './recurrence-words';
import { recurrenceOf, ruleOf, type Frequency, type Recurrence } from './recurrence-rule';

const m = catalogue(
  {
    repeats: 'Yineleme',
    interval: 'Kaçta bir',
    intervalHint: '1: her seferinde, 2: birer atlayarak',
    ends: 'Bitiş',
    byCount: 'Belirli sayıda',
    byDay: 'Belirli bir güne kadar',
    count: 'Kaç kez',
    until: 'Son gün',
    next: 'İlk tarihler: {dates}',
    rule: 'Kural: {rule}',
  },
  {
    repeats: 'Repeats',
    interval: 'Every how many',
    intervalHint: '1: each time, 2: every second time',
    ends: 'Ends',
    byCount: 'After a number of times',
    byDay: 'On a day',
    count: 'Times',
    until: 'Last day',
    next: 'First dates: {dates}',
    rule: 'Rule: {rule}',
  },
);

const frequencies: readonly Frequency[] = ['NONE', 'DAILY', 'WEEKLY', 'MONTHLY', 'MONTHLY_WEEKDAY', 'YEARLY'];

interface RecurrenceFieldProps {
  readonly start: string;
  readonly rule: string | null;
  readonly onChange: (rule: string | null) => void;
  readonly error: string | undefined;
  /** The first starts as the server reckons them. */
  readonly nextLocals: readonly string[];
}

/** How often it takes place; a rule that was written elsewhere stays until another one is chosen. */
export function RecurrenceField({ start, rule, onChange, error, nextLocals }: RecurrenceFieldProps) {
  const recurrence = recurrenceOf(rule, start);
  const change = (part: Partial<Recurrence>) => onChange(ruleOf({ ...recurrence, ...part }, start));
  const shown = recurrence.frequency === 'OTHER' ? [...frequencies, 'OTHER' as const] : frequencies;
  const isRepeated = recurrence.frequency !== 'NONE' && recurrence.frequency !== 'OTHER';
  return (
    <div className="stack">
      <SelectField
        label={m.repeats()}
        value={recurrence.frequency}
        options={shown.map((value) => ({ value, label: sentenceOf(frequencyWords, value) }))}
        onChange={(frequency) => change({ frequency })}
        error={error}
      />
      {isRepeated ? (
        <div className={css.pair}>
          <TextField
            label={m.interval()}
            hint={m.intervalHint()}
            inputMode="numeric"
            value={String(recurrence.interval)}
            onChange={(text) => change({ interval: countOf(text) })}
          />
          <SelectField
            label={m.ends()}
            value={recurrence.until === null ? 'count' : 'until'}
            options={[
              { value: 'count', label: m.byCount() },
              { value: 'until', label: m.byDay() },
            ]}
            onChange={(end) =>
              change(end === 'count' ? { count: 10, until: null } : { count: null, until: start.slice(0, 10) })
            }
          />
          {recurrence.until === null ? (
            <TextField
              label={m.count()}
              inputMode="numeric"
              value={String(recurrence.count ?? '')}
              onChange={(text) => change({ count: countOf(text) })}
            />
          ) : (
            <TextField
              label={m.until()}
              type="date"
              value={recurrence.until}
              onChange={(until) => until !== '' && change({ until })}
            />
          )}
        </div>
      ) : null}
      {recurrence.frequency === 'OTHER' ? <p className="quiet small">{m.rule({ rule: rule ?? '' })}</p> : null}
      {nextLocals.length === 0 ? null : (
        <p className="quiet small">{m.next({ dates: nextLocals.map(formatLocal).join(' · ') })}</p>
      )}
    </div>
  );
}

/** A whole number from 1 on; whatever else was typed counts as 1. */
const countOf = (text: string) => Math.min(732, Math.max(1, Number.parseInt(text, 10) || 1));
