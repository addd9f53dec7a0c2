import { IconAlertTriangle, IconBan, IconCircleCheck } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ResultOf } from '../../lib/graphql';
import { catalogue, sentenceOf } from '../../lib/messages';
import { Button } from '../../ui/button';
import { OfficeBadge } from '../../ui/mark';
import { conflictWords, roleWords } from './calendar-words';
import type { CheckQuery } from './event-queries';
import css from './conflict-panel.module.css';
import { formatLocal, formatSpan } from './local-times';

const m = catalogue(
  {
    title: 'Çakışma denetimi',
    clear: 'Çakışma yok.',
    waiting: 'Başlangıcı ve bitişi yazınca denetlenir.',
    count: 'Çakışma: {count}',
    blocking: 'İkisi birden yapılamaz.',
    warning: 'Yapılabilir, karar sizin.',
    busy: 'Başka bir birimin gizli programı',
    heavyBusy: 'Başka bir birimin gizli, büyük programı',
    kilometres: '{distance} km uzakta',
    people: 'Teyitli: {people}',
    person: '{office}, {role}',
    which: 'Bu etkinliğin tarihi: {date}',
    free: 'Boş saatler',
    take: 'Al: {date}',
    noFree: 'Önümüzdeki yedi günde boş saat bulunamadı.',
    days: 'Takvim',
    half: '{name} ({time} sonrası)',
    holiday: 'Resmî tatil: {name}',
  },
  {
    title: 'Clashes',
    clear: 'No clash.',
    waiting: 'Checked once beginning and end are written.',
    count: 'Clashes: {count}',
    blocking: 'Both cannot take place.',
    warning: 'Possible; you decide.',
    busy: 'Something confidential of another office',
    heavyBusy: 'Something confidential and large of another office',
    kilometres: '{distance} km away',
    people: 'Confirmed: {people}',
    person: '{office}, {role}',
    which: 'On this date of the event: {date}',
    free: 'Free times',
    take: 'Take: {date}',
    noFree: 'No free time was found in the next seven days.',
    days: 'Calendar',
    half: '{name} (from {time})',
    holiday: 'Public holiday: {name}',
  },
);

type Check = ResultOf<typeof CheckQuery>['calendarCheck'];
type Conflict = Check['conflicts'][number];

interface ConflictPanelProps {
  /** Null: there is nothing to check yet. */
  readonly check: Check | null;
  readonly isSeries: boolean;
  readonly officeNames: ReadonlyMap<string, string>;
  /** Takes a proposed time; null: nothing is being written here. */
  readonly onTake: ((startLocal: string) => void) | null;
}

/** What the event would collide with, why, and when it would not. Speaks up politely while one types. */
export function ConflictPanel({ check, isSeries, officeNames, onTake }: ConflictPanelProps) {
  const isFound = check !== null && check.conflicts.length > 0;
  return (
    <section className={css.panel} data-found={isFound || undefined} aria-labelledby="cakisma">
      <h2 id="cakisma">{m.title()}</h2>
      <div aria-live="polite">
        {check === null ? <p className="quiet">{m.waiting()}</p> : <Verdict count={check.conflicts.length} />}
      </div>
      {check?.conflicts.length ? (
        <ul className={css.list}>
          {check.conflicts.map((conflict) => (
            <ConflictRow
              key={`${conflict.kind} ${conflict.startLocal} ${conflict.other.id}`}
              conflict={conflict}
              isSeries={isSeries}
              officeNames={officeNames}
            />
          ))}
        </ul>
      ) : null}
      {isFound && onTake !== null ? <FreeTimes starts={check.freeStartLocals} onTake={onTake} /> : null}
      {check?.days.length ? (
        <>
          <h3>{m.days()}</h3>
          <ul className={css.days}>
            {check.days.map(({ date, name, isHoliday, startsAt }) => (
              <li key={`${date} ${name}`}>
                {formatLocal(`${date}T00:00`).slice(0, -6)} · {dayWords(name, isHoliday, startsAt)}
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </section>
  );
}

function dayWords(name: string, isHoliday: boolean, startsAt: string | null): string {
  const words = startsAt === null ? name : m.half({ name, time: startsAt.replace(':', '.') });
  return isHoliday ? m.holiday({ name: words }) : words;
}

function Verdict({ count }: { readonly count: number }) {
  return count === 0 ? (
    <p className={css.clear}>
      <IconCircleCheck size={20} aria-hidden /> {m.clear()}
    </p>
  ) : (
    <p className={css.found}>
      <IconAlertTriangle size={20} aria-hidden /> {m.count({ count })}
    </p>
  );
}

interface ConflictRowProps extends Pick<ConflictPanelProps, 'isSeries' | 'officeNames'> {
  readonly conflict: Conflict;
}

function ConflictRow({ conflict, isSeries, officeNames }: ConflictRowProps) {
  const { kind, severity, other, people, kilometres, startLocal } = conflict;
  const { event } = other;
  const isAllDay = other.startLocal.endsWith('T00:00') && other.endLocal.endsWith('T00:00');
  const names = people.map(({ officeId, role }) =>
    m.person({ office: officeNames.get(officeId) ?? '', role: sentenceOf(roleWords, role) }),
  );
  return (
    <li className={css.row} data-severity={severity}>
      <span className={css.kind}>
        {severity === 'BLOCKING' ? <IconBan size={18} aria-hidden /> : <IconAlertTriangle size={18} aria-hidden />}
        {sentenceOf(conflictWords, kind)}
        {kilometres === null ? null : ` · ${m.kilometres({ distance: Math.round(kilometres) })}`}
      </span>
      {event === null ? (
        <span>{other.isHeavy ? m.heavyBusy() : m.busy()}</span>
      ) : (
        <span className="row">
          <OfficeBadge office={event.lead} />
          <Link to="/takvim/$id" params={{ id: event.id }}>
            {event.title}
          </Link>
        </span>
      )}
      <span className="quiet small">
        {formatSpan(other.startLocal, other.endLocal, isAllDay)}
        {event?.venue ? ` · ${event.venue.name}` : ''}
      </span>
      {names.length === 0 ? null : <span className="small">{m.people({ people: names.join(' · ') })}</span>}
      {isSeries ? <span className="small">{m.which({ date: formatLocal(startLocal) })}</span> : null}
      <span className="small">{severity === 'BLOCKING' ? m.blocking() : m.warning()}</span>
    </li>
  );
}

function FreeTimes({
  starts,
  onTake,
}: {
  readonly starts: readonly string[];
  readonly onTake: (start: string) => void;
}) {
  return (
    <>
      <h3>{m.free()}</h3>
      {starts.length === 0 ? <p className="quiet">{m.noFree()}</p> : null}
      <div className={css.free}>
        {starts.map((start) => (
          <Button key={start} onPress={() => onTake(start)}>
            {m.take({ date: formatLocal(start) })}
          </Button>
        ))}
      </div>
    </>
  );
}
