import { useState } from 'react';
import { Button as AriaButton, Group, Input, Label, TextField as AriaTextField } from 'react-aria-components';
import { IconX } from '@tabler/icons-react';
import { formatTimePress, parseTime } from '@turkish/dates';
import { catalogue } from '../lib/messages';
import fieldCss from './field.module.css';
import css from './date-time-field.module.css';

const m = catalogue(
  {
    day: '{label}, gün',
    time: '{label}, saat',
    timeHint: '17.00',
    clear: '{label}: temizle',
    badTime: 'Saati 17.00 gibi yazın.',
    half: 'Gün ve saati birlikte yazın.',
  },
  {
    day: '{label}, day',
    time: '{label}, time',
    timeHint: '17.00',
    clear: '{label}: clear',
    badTime: 'Write the time like 17.00.',
    half: 'Give both day and time.',
  },
);

interface DateTimeFieldProps {
  readonly label: string;
  readonly hint?: string;
  readonly error?: string | undefined;
  /** Wall clock without a zone, `YYYY-MM-DDTHH:mm`; null: not set. */
  readonly value: string | null;
  readonly onChange: (value: string | null) => void;
}

/** A day and a time of day that is typed as people write it: "17.00", "17:00", "1700", "17". */
export function DateTimeField({ label, hint, error, value, onChange }: DateTimeFieldProps) {
  const [day, setDay] = useState(value?.slice(0, 10) ?? '');
  const [time, setTime] = useState(value === null ? '' : formatTimePress(value.slice(11, 16)));
  const [isLeft, setIsLeft] = useState(false);
  const change = (nextDay: string, nextTime: string) => {
    setDay(nextDay);
    setTime(nextTime);
    const clock = parseTime(nextTime);
    if (nextDay === '' && nextTime.trim() === '') onChange(null);
    else if (nextDay !== '' && clock !== null) onChange(`${nextDay}T${clock}`);
  };
  const tidy = () => {
    setIsLeft(true);
    const clock = parseTime(time);
    if (clock !== null) setTime(formatTimePress(clock));
  };
  const complaint = error ?? (isLeft ? complaintOf(day, time) : undefined);
  return (
    <Group aria-label={label} className={fieldCss.field ?? ''}>
      <span className={fieldCss.label} aria-hidden>
        {label}
      </span>
      {hint === undefined ? null : <span className={fieldCss.hint}>{hint}</span>}
      <div className={css.row}>
        <AriaTextField
          type="date"
          value={day}
          onChange={(next) => change(next, time)}
          onBlur={() => setIsLeft(true)}
          className={css.day ?? ''}
        >
          <Label className="visually-hidden">{m.day({ label })}</Label>
          <Input className={fieldCss.input ?? ''} />
        </AriaTextField>
        <AriaTextField
          value={time}
          onChange={(next) => change(day, next)}
          onBlur={tidy}
          inputMode="decimal"
          isInvalid={complaint !== undefined}
          className={css.time ?? ''}
        >
          <Label className="visually-hidden">{m.time({ label })}</Label>
          <Input className={fieldCss.input ?? ''} placeholder={m.timeHint()} maxLength={8} />
        </AriaTextField>
        {day === '' && time === '' ? null : (
          <AriaButton className={css.clear ?? ''} aria-label={m.clear({ label })} onPress={() => change('', '')}>
            <IconX size={18} aria-hidden />
          </AriaButton>
        )}
      </div>
      {complaint === undefined ? null : (
        <span className={fieldCss.error} role="alert">
          {complaint}
        </span>
      )}
    </Group>
  );
}

function complaintOf(day: string, time: string): string | undefined {
  if (time.trim() !== '' && parseTime(time) === null) return m.badTime();
  return (day === '') === (time.trim() === '') ? undefined : m.half();
}
