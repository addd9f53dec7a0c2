import { Link } from '@tanstack/react-router';
import { IconAlertTriangle } from '@tabler/icons-react';
import { catalogue, sentenceOf } from '../../lib/messages';
import { Mark } from '../../ui/mark';
import css from './agenda-view.module.css';
import { daysBetween } from './calendar-days';
import { daysTaken } from './calendar-layout';
import { kindWords, stateWords } from './calendar-words';
import { busyWords } from './event-chip';
import { clashWords, hoursOn } from './item-words';
import { officesOf, type CalendarEventRow, type Item } from './occurrences-query';
import { OfficeBar } from './office-bar';

const m = catalogue(
  {
    dayOf: '{day}. gün / {days}',
    timeOpen: 'saati kesinleşmedi',
    confidential: 'Gizli',
    heavy: 'Büyük etkinlik',
  },
  { dayOf: 'day {day} of {days}', timeOpen: 'time not settled', confidential: 'Confidential', heavy: 'Large event' },
);

const tones = {
  CONFIRMED: 'ok',
  DONE: 'ok',
  TENTATIVE: 'plain',
  DRAFT: 'plain',
  POSTPONED: 'warn',
  CANCELLED: 'alert',
} as const;

/** An occurrence on one of its days, with everything in words. */
export function AgendaRow({ item, day }: { readonly item: Item; readonly day: string }) {
  const { event, isHeavy, conflictKinds } = item.occurrence;
  const { first, last } = daysTaken(item);
  const days = daysBetween(first, last) + 1;
  return (
    <li className={css.row} data-state={event?.state}>
      <span className={css.when}>
        {hoursOn(item, day)}
        {event?.isTimeOpen ? <span className={css.small}>{m.timeOpen()}</span> : null}
        {days > 1 ? <span className={css.small}>{m.dayOf({ day: daysBetween(first, day) + 1, days })}</span> : null}
      </span>
      {event === null ? (
        <span className={css.busy}>{busyWords(isHeavy)}</span>
      ) : (
        <div className={css.words}>
          <EventWords event={event} isHeavy={isHeavy} />
          {conflictKinds.length === 0 ? null : (
            <span className={css.clash}>
              <IconAlertTriangle size={16} aria-hidden /> {clashWords(conflictKinds)}
            </span>
          )}
        </div>
      )}
    </li>
  );
}

interface EventWordsProps {
  readonly event: CalendarEventRow;
  readonly isHeavy: boolean;
}

function EventWords({ event, isHeavy }: EventWordsProps) {
  const { id, title, state, kind, venue, place, isConfidential } = event;
  const where = [venue?.name ?? '', place].filter(Boolean).join(', ');
  return (
    <>
      <Link to="/takvim/$id" params={{ id }} className={css.title}>
        {title}
      </Link>
      <span className={css.offices}>
        {officesOf(event).map((office, order) => (
          <span key={office.id} className={css.office}>
            <OfficeBar office={office} />
            <b>{office.shortCode}</b> <span className={order === 0 ? '' : css.partnerName}>{office.name}</span>
          </span>
        ))}
      </span>
      <span className={css.about}>
        {[sentenceOf(kindWords, kind), where, isHeavy ? m.heavy() : ''].filter(Boolean).join(' · ')}
      </span>
      <span className={css.marks}>
        <Mark tone={tones[state]}>{sentenceOf(stateWords, state)}</Mark>
        {isConfidential ? <Mark tone="warn">{m.confidential()}</Mark> : null}
      </span>
    </>
  );
}
