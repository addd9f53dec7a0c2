import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useQuery } from 'urql';
import { catalogue, sentenceOf } from '../../lib/messages';
import { useSession } from '../../lib/session';
import { useAct } from '../../lib/use-act';
import { Banner, EmptyState, Loaded } from '../../ui/feedback';
import { SelectField } from '../../ui/field';
import { Mark, OfficeBadge } from '../../ui/mark';
import { Page } from '../../ui/page';
import { toast } from '../../ui/toast';
import { attendanceWords, kindWords, roleWords, stateWords } from './calendar-words';
import { ConflictPanel } from './conflict-panel';
import { EventActs } from './event-acts';
import { claimsOf, draftOf, inputOf, type AttendanceStatus, type EventDetails, type EventDraft } from './event-draft';
import { EventForm } from './event-form';
import css from './event-form.module.css';
import { AnswerEvent, CheckQuery, EventQuery, UpdateEvent } from './event-queries';
import { formatSpan, later } from './local-times';
import { ruleInWords } from './recurrence-words';

const m = catalogue(
  {
    title: 'Etkinlik',
    back: 'Takvim',
    missing: 'Etkinlik bulunamadı',
    missingText: 'Silinmiş olabilir ya da size açık değildir.',
    editTitle: 'Etkinliği düzenle',
    save: 'Değişikliği kaydet',
    saved: 'Etkinlik kaydedildi.',
    when: 'Zaman',
    timeOpen: 'Gün ya da saat kesin değil',
    repeats: 'Yineleme',
    where: 'Yer',
    who: 'Yürüten',
    partners: 'Ortak birimler',
    kind: 'Konu',
    audience: 'Beklenen',
    people: '{count} kişi',
    contact: 'İletişim',
    note: 'İç not',
    protocol: 'Protokol',
    answered: 'Yanıt kaydedildi.',
    postponed: 'Ertelendi: {reason}',
    cancelled: 'İptal edildi: {reason}',
    moved: 'Son değişikliğin nedeni: {reason}',
    confidential: 'Gizli',
    notPublic: 'Halka kapalı',
  },
  {
    title: 'Event',
    back: 'Calendar',
    missing: 'No such event',
    missingText: 'It may be gone or is not open to you.',
    editTitle: 'Edit the event',
    save: 'Keep the change',
    saved: 'The event was kept.',
    when: 'When',
    timeOpen: 'Day or hour is not settled',
    repeats: 'Repeats',
    where: 'Where',
    who: 'Led by',
    partners: 'Partner offices',
    kind: 'Subject',
    audience: 'Expected',
    people: '{count} people',
    contact: 'Contact',
    note: 'Internal note',
    protocol: 'Protocol',
    answered: 'The answer was kept.',
    postponed: 'Postponed: {reason}',
    cancelled: 'Cancelled: {reason}',
    moved: 'Reason of the last change: {reason}',
    confidential: 'Confidential',
    notPublic: 'Not open to the public',
  },
);

/** One event: what it is, what it collides with, and what can be done with it. */
export function EventPage() {
  const { id } = useParams({ from: '/shell/takvim/$id' });
  const [result, read] = useQuery({ query: EventQuery, variables: { id } });
  const readAgain = () => read({ requestPolicy: 'network-only' });
  const [isEdited, setIsEdited] = useState(false);
  const event = result.data?.calendarEvent ?? null;
  const back = <Link to="/takvim">{m.back()}</Link>;
  return (
    <Page
      title={isEdited ? m.editTitle() : (event?.title ?? m.title())}
      back={back}
      actions={
        event === null || isEdited ? undefined : (
          <EventActs event={event} onChanged={readAgain} onEdit={() => setIsEdited(true)} />
        )
      }
    >
      <Loaded result={result} onRetry={readAgain}>
        {({ calendarEvent, offices }) =>
          calendarEvent === null ? (
            <EmptyState title={m.missing()} action={back}>
              {m.missingText()}
            </EmptyState>
          ) : isEdited ? (
            <EditEvent
              event={calendarEvent}
              onDone={() => {
                setIsEdited(false);
                readAgain();
              }}
            />
          ) : (
            <EventView
              event={calendarEvent}
              officeNames={new Map(offices.map(({ id: officeId, name }) => [officeId, name]))}
              onChanged={readAgain}
            />
          )
        }
      </Loaded>
    </Page>
  );
}

function EditEvent({ event, onDone }: { readonly event: EventDetails; readonly onDone: () => void }) {
  const { run, errors, isPending } = useAct(UpdateEvent);
  const [reason, setReason] = useState('');
  const keep = async (draft: EventDraft) => {
    const input = inputOf(draft);
    if (input === null) return;
    const why = reason.trim() === '' ? {} : { reason: reason.trim() };
    const outcome = await run({ id: event.id, input: { ...input, ...why, expectedVersion: event.version } });
    if (!outcome.isDone) return;
    toast(m.saved());
    onDone();
  };
  return (
    <EventForm
      initial={draftOf(event)}
      eventId={event.id}
      reason={event.state === 'CONFIRMED' ? reason : null}
      onReason={setReason}
      verb={m.save()}
      back={`/takvim/${event.id}`}
      onBack={onDone}
      isPending={isPending}
      errors={errors}
      onSubmit={(draft) => void keep(draft)}
    />
  );
}

interface EventViewProps {
  readonly event: EventDetails;
  readonly officeNames: ReadonlyMap<string, string>;
  readonly onChanged: () => void;
}

function EventView({ event, officeNames, onChanged }: EventViewProps) {
  const isClaiming = ['DRAFT', 'TENTATIVE', 'CONFIRMED'].includes(event.state);
  return (
    <div className={css.columns}>
      <div className="stack">
        <Reason event={event} />
        <p className="row">
          <Mark>{sentenceOf(stateWords, event.state)}</Mark>
          {event.isConfidential ? <Mark>{m.confidential()}</Mark> : null}
          {!event.isPublic && !event.isConfidential ? <Mark>{m.notPublic()}</Mark> : null}
          {event.isTimeOpen ? <Mark>{m.timeOpen()}</Mark> : null}
        </p>
        <EventFacts event={event} />
        {event.summary === '' ? null : <p>{event.summary}</p>}
        {event.description === '' ? null : <p className={css.text}>{event.description}</p>}
        <Protocol event={event} officeNames={officeNames} onChanged={onChanged} />
      </div>
      <div className={css.aside}>{isClaiming ? <EventConflicts event={event} officeNames={officeNames} /> : null}</div>
    </div>
  );
}

function Reason({ event: { state, stateReason } }: { readonly event: EventDetails }) {
  if (stateReason === null) return null;
  const reason = stateReason;
  if (state === 'POSTPONED') return <Banner tone="alert">{m.postponed({ reason })}</Banner>;
  if (state === 'CANCELLED') return <Banner tone="alert">{m.cancelled({ reason })}</Banner>;
  return <Banner>{m.moved({ reason })}</Banner>;
}

function EventFacts({ event }: { readonly event: EventDetails }) {
  const end = later(event.startLocal, event.durationMinutes);
  const where = [event.venue?.name, event.place].filter((part) => part !== undefined && part !== '').join(', ');
  return (
    <dl className={css.facts}>
      <dt>{m.when()}</dt>
      <dd>{formatSpan(event.startLocal, end, event.isAllDay)}</dd>
      {event.rule === null ? null : (
        <>
          <dt>{m.repeats()}</dt>
          <dd>{ruleInWords(event.rule, event.startLocal)}</dd>
        </>
      )}
      {where === '' ? null : (
        <>
          <dt>{m.where()}</dt>
          <dd>{where}</dd>
        </>
      )}
      <dt>{m.who()}</dt>
      <dd>
        <OfficeBadge office={event.lead} isLong />
      </dd>
      {event.partners.length === 0 ? null : (
        <>
          <dt>{m.partners()}</dt>
          <dd className="row">
            {event.partners.map((office) => (
              <OfficeBadge key={office.id} office={office} isLong />
            ))}
          </dd>
        </>
      )}
      <dt>{m.kind()}</dt>
      <dd>{sentenceOf(kindWords, event.kind)}</dd>
      {event.audience === null ? null : (
        <>
          <dt>{m.audience()}</dt>
          <dd>{m.people({ count: event.audience })}</dd>
        </>
      )}
      {event.contact === '' ? null : (
        <>
          <dt>{m.contact()}</dt>
          <dd>{event.contact}</dd>
        </>
      )}
      {event.internalNote ? (
        <>
          <dt>{m.note()}</dt>
          <dd className={css.text}>{event.internalNote}</dd>
        </>
      ) : null}
    </dl>
  );
}

const answers: readonly AttendanceStatus[] = ['INVITED', 'CONFIRMED', 'DECLINED'];

/** Who of protocol comes; for the people of the own office it can be answered here. */
function Protocol({ event, officeNames, onChanged }: EventViewProps) {
  const { viewer } = useSession();
  const { run } = useAct(AnswerEvent);
  if (event.attendances.length === 0) return null;
  const answer = async (role: EventDetails['attendances'][number]['role'], status: AttendanceStatus) => {
    if ((await run({ id: event.id, input: { role, status } })).isDone) toast(m.answered());
    onChanged();
  };
  return (
    <section className="stack">
      <h2>{m.protocol()}</h2>
      <ul className={css.people}>
        {event.attendances.map(({ officeId, role, status }) => {
          const who = `${officeNames.get(officeId) ?? ''}, ${sentenceOf(roleWords, role)}`;
          const isOwn = officeId === viewer.office?.id && event.viewerCan.includes('ANSWER');
          return (
            <li key={`${officeId} ${role}`}>
              {isOwn ? (
                <SelectField
                  label={who}
                  value={status}
                  options={answers.map((value) => ({ value, label: sentenceOf(attendanceWords, value) }))}
                  onChange={(next) => void answer(role, next)}
                />
              ) : (
                <>
                  <span>{who}</span>
                  <Mark>{sentenceOf(attendanceWords, status)}</Mark>
                </>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** What the event collides with as it stands; a proposed time leads to the form. */
function EventConflicts({ event, officeNames }: Omit<EventViewProps, 'onChanged'>) {
  const claims = claimsOf(draftOf(event));
  const [{ data }] = useQuery({
    query: CheckQuery,
    variables: { input: { ...(claims ?? { startLocal: '', durationMinutes: 0 }), eventId: event.id } },
    pause: claims === null || !event.viewerCan.includes('EDIT'),
    requestPolicy: 'cache-and-network',
  });
  if (!event.viewerCan.includes('EDIT')) return null;
  return (
    <ConflictPanel
      check={data?.calendarCheck ?? null}
      isSeries={event.rule !== null}
      officeNames={officeNames}
      onTake={null}
    />
  );
}
