import { Link } from '@tanstack/react-router';
import { IconAlertTriangle, IconCalendarPause } from '@tabler/icons-react';
import { catalogue, sentenceOf } from '../../lib/messages';
import { stateWords } from './calendar-words';
import css from './event-chip.module.css';
import { clashWords, codesOf, timeOf } from './item-words';
import { formatLocalTime } from './local-times';
import type { Item } from './occurrences-query';
import { OfficeBar } from './office-bar';

const m = catalogue(
  {
    busy: 'Meşgul',
    busyHeavy: 'Meşgul, büyük etkinlik',
    timeOpen: 'saati kesinleşmedi',
    confidential: 'gizli',
    until: 'bitiş {time}',
  },
  {
    busy: 'Busy',
    busyHeavy: 'Busy, large event',
    timeOpen: 'time not settled',
    confidential: 'confidential',
    until: 'until {time}',
  },
);

export const busyWords = (isHeavy: boolean) => (isHeavy ? m.busyHeavy() : m.busy());

interface ChipProps {
  readonly item: Item;
  /** `line`: one line of the month; `block`: as high as it is long, words wrap. */
  readonly look: 'line' | 'block';
  /** The rest of the night before: its end is told instead of its start. */
  readonly isRest?: boolean;
}

/** An occurrence in a grid: whose it is, when, what, and in words for readers all that a sign or a line shows. */
export function EventChip({ item, look, isRest = false }: ChipProps) {
  const { event, isHeavy, conflictKinds } = item.occurrence;
  const time = isRest ? m.until({ time: formatLocalTime(item.end) }) : timeOf(item);
  if (event === null) {
    return (
      <span className={`${css.chip} ${css[look]} ${css.busy}`} title={busyWords(isHeavy)}>
        {time === null ? null : <span className={css.time}>{time}</span>}{' '}
        <span className={css.title}>{busyWords(isHeavy)}</span>
      </span>
    );
  }
  const { state, title, lead, isTimeOpen, isConfidential } = event;
  const isUnusual = state === 'DRAFT' || state === 'POSTPONED' || state === 'CANCELLED';
  return (
    <Link
      to="/takvim/$id"
      params={{ id: event.id }}
      className={`${css.chip} ${css[look]}`}
      data-state={state}
      data-clash={conflictKinds.length > 0 || undefined}
      title={title}
    >
      <OfficeBar office={lead} />
      {state === 'POSTPONED' ? <IconCalendarPause size={14} aria-hidden className={css.sign} /> : null}
      {conflictKinds.length === 0 ? null : <IconAlertTriangle size={14} aria-hidden className={css.clash} />}
      <span className={css.code} aria-hidden>
        {codesOf(event)}
      </span>
      <span className="visually-hidden">{lead.name}</span>{' '}
      {time === null ? null : (
        <span className={css.time}>
          {time}
          {isTimeOpen ? <span aria-hidden>?</span> : null}
        </span>
      )}{' '}
      <span className={css.title}>{title}</span>
      {isUnusual && look === 'block' ? <span className={css.state}>{sentenceOf(stateWords, state)}</span> : null}
      <span className="visually-hidden">
        {[
          isUnusual && look === 'line' ? sentenceOf(stateWords, state) : '',
          isTimeOpen ? m.timeOpen() : '',
          isConfidential ? m.confidential() : '',
          clashWords(conflictKinds),
        ]
          .filter(Boolean)
          .map((words) => `, ${words}`)}
      </span>
    </Link>
  );
}
