import { useState } from 'react';
import { useQuery } from 'urql';
import { matchesSearch } from '@turkish/search';
import type { UserError } from '../../lib/errors';
import { catalogue, sentenceOf } from '../../lib/messages';
import { useSettled } from '../../lib/use-settled';
import { Button, LinkButton } from '../../ui/button';
import { ErrorSummary, errorFor, errorsBeside, Loaded } from '../../ui/feedback';
import { ComboField, SelectField, TextField } from '../../ui/field';
import { Form } from '../../ui/form';
import { kindWords } from './calendar-words';
import { ConflictPanel } from './conflict-panel';
import { claimsOf, durationOf, movedTo, type EventDraft, type EventKind } from './event-draft';
import css from './event-form.module.css';
import { More, Partners, type Office } from './event-more';
import { CheckQuery, PlacesQuery } from './event-queries';
import { TimeFields } from './event-times';
import { RecurrenceField } from './recurrence-field';

const m = catalogue(
  {
    title: 'Etkinliğin adı',
    kind: 'Konu',
    venue: 'Yer',
    noVenue: 'Listede yok ya da belli değil',
    capacity: '{count} kişilik',
    place: 'Yer ayrıntısı',
    placeHint: 'Salon, kapı ya da listede olmayan yer',
    audience: 'Beklenen kişi sayısı',
    audienceWrong: 'Yalnız rakam yazın.',
    reason: 'Değişikliğin nedeni',
    reasonHint: 'Kesinleşmiş etkinliğin zamanı ya da yeri değişince herkese görünür.',
    cancel: 'Vazgeç',
    found: 'Çakışma var: {count}',
  },
  {
    title: 'Name of the event',
    kind: 'Subject',
    venue: 'Place',
    noVenue: 'Not in the list or not known',
    capacity: 'for {count} people',
    place: 'Where exactly',
    placeHint: 'Hall, gate, or a place that is not in the list',
    audience: 'People expected',
    audienceWrong: 'Write digits only.',
    reason: 'Reason of the change',
    reasonHint: 'Shown to all when a confirmed event gets another time or place.',
    cancel: 'Cancel',
    found: 'Clashes: {count}',
  },
);

const fields = [
  'title',
  'kind',
  'startLocal',
  'durationMinutes',
  'rule',
  'venueId',
  'place',
  'audience',
  'summary',
  'description',
  'contact',
  'internalNote',
  'reason',
];

interface EventFormProps {
  readonly initial: EventDraft;
  /** The event that is being changed; null: a new one. */
  readonly eventId: string | null;
  /** The reason that a confirmed event needs; null: none is asked for. */
  readonly reason: string | null;
  readonly onReason: (reason: string) => void;
  readonly verb: string;
  /** Where giving up leads: an address, or the way back on this page. */
  readonly back: string;
  readonly onBack?: () => void;
  readonly isPending: boolean;
  readonly errors: readonly UserError[];
  readonly onSubmit: (draft: EventDraft) => void;
}

/** Everything about an event, and beside it what it collides with while one types. */
export function EventForm(props: EventFormProps) {
  const [places, readAgain] = useQuery({ query: PlacesQuery });
  const [draft, setDraft] = useState(props.initial);
  const [taken, setTaken] = useState(0);
  const change = (part: Partial<EventDraft>) => setDraft({ ...draft, ...part });
  const take = (start: string) => {
    setDraft(movedTo(draft, start));
    setTaken(taken + 1);
  };
  const check = useCheck(draft, props.eventId);
  return (
    <Loaded result={places} onRetry={() => readAgain({ requestPolicy: 'network-only' })}>
      {({ venues, offices }) => (
        <div className={css.columns}>
          <EventFields
            {...props}
            draft={draft}
            onChange={change}
            taken={taken}
            venues={venues}
            offices={offices}
            check={check}
          />
          <div className={css.aside}>
            <ConflictPanel
              check={check}
              isSeries={draft.rule !== null}
              officeNames={new Map(offices.map(({ id, name }) => [id, name]))}
              onTake={take}
            />
          </div>
        </div>
      )}
    </Loaded>
  );
}

/** The check of what stands still for a moment; the last one stays while the next is asked for. */
function useCheck(draft: EventDraft, eventId: string | null) {
  const settled = useSettled(JSON.stringify(claimsOf(draft)), 300);
  const claims = JSON.parse(settled) as ReturnType<typeof claimsOf>;
  const [{ data }] = useQuery({
    query: CheckQuery,
    variables: { input: { ...(claims ?? noClaims), eventId } },
    pause: claims === null,
    requestPolicy: 'network-only',
  });
  return claims === null ? null : (data?.calendarCheck ?? null);
}

const noClaims = { startLocal: '', durationMinutes: 0 };

interface EventFieldsProps extends EventFormProps {
  readonly draft: EventDraft;
  /** How often a proposed time was taken: fields that keep what is typed begin anew then. */
  readonly taken: number;
  readonly onChange: (part: Partial<EventDraft>) => void;
  readonly venues: readonly { readonly id: string; readonly name: string; readonly capacity: number | null }[];
  readonly offices: readonly Office[];
  readonly check: ReturnType<typeof useCheck>;
}

function EventFields({ draft, onChange, taken, venues, offices, check, ...props }: EventFieldsProps) {
  const [isTried, setIsTried] = useState(false);
  const { errors } = props;
  const isNumber = draft.audience.trim() === '' || /^\d+$/.test(draft.audience.trim());
  const submit = () => {
    setIsTried(true);
    if (durationOf(draft) !== null && isNumber) props.onSubmit(draft);
  };
  return (
    <Form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <ErrorSummary errors={errorsBeside(errors, fields)} />
      <TextField
        label={m.title()}
        value={draft.title}
        onChange={(title) => onChange({ title })}
        error={errorFor(errors, 'title')}
        isRequired
      />
      <SelectField
        label={m.kind()}
        value={draft.kind}
        options={(Object.keys(kindWords) as EventKind[]).map((value) => ({
          value,
          label: sentenceOf(kindWords, value),
        }))}
        onChange={(kind) => onChange({ kind })}
      />
      <TimeFields draft={draft} onChange={onChange} taken={taken} errors={errors} isTried={isTried} />
      {draft.start === null ? null : (
        <RecurrenceField
          start={draft.start}
          rule={draft.rule}
          onChange={(rule) => onChange({ rule })}
          error={errorFor(errors, 'rule')}
          nextLocals={check?.nextStartLocals ?? []}
        />
      )}
      <div className={css.pair}>
        <ComboField
          label={m.venue()}
          value={draft.venueId ?? ''}
          options={[
            { value: '', label: m.noVenue() },
            ...venues.map(({ id, name, capacity }) => ({
              value: id,
              label: name,
              ...(capacity === null ? {} : { detail: m.capacity({ count: capacity }) }),
            })),
          ]}
          onChange={(id) => onChange({ venueId: id === '' ? null : id })}
          matches={matchesSearch}
          error={errorFor(errors, 'venueId')}
        />
        <TextField
          label={m.place()}
          hint={m.placeHint()}
          value={draft.place}
          onChange={(place) => onChange({ place })}
          error={errorFor(errors, 'place')}
          isOptional
        />
        <TextField
          label={m.audience()}
          inputMode="numeric"
          value={draft.audience}
          onChange={(audience) => onChange({ audience })}
          error={errorFor(errors, 'audience') ?? (isNumber ? undefined : m.audienceWrong())}
          isOptional
        />
      </div>
      <Partners draft={draft} offices={offices} onChange={onChange} />
      <More draft={draft} onChange={onChange} offices={offices} errors={errors} />
      {props.reason === null ? null : (
        <TextField
          label={m.reason()}
          hint={m.reasonHint()}
          value={props.reason}
          onChange={props.onReason}
          error={errorFor(errors, 'reason')}
        />
      )}
      <div className={css.acts}>
        {check?.conflicts.length ? (
          <a className={css.found} href="#cakisma">
            {m.found({ count: check.conflicts.length })}
          </a>
        ) : null}
        {props.onBack === undefined ? (
          <LinkButton href={props.back}>{m.cancel()}</LinkButton>
        ) : (
          <Button onPress={props.onBack}>{m.cancel()}</Button>
        )}
        <Button type="submit" look="primary" isPending={props.isPending}>
          {props.verb}
        </Button>
      </div>
    </Form>
  );
}
