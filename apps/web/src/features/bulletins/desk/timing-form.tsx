import { useState, type FocusEvent } from 'react';
import { formatInstant } from '../../../lib/dates';
import { catalogue } from '../../../lib/messages';
import { useAct } from '../../../lib/use-act';
import { errorFor, ErrorSummary, errorsBeside } from '../../../ui/feedback';
import { DateTimeField } from '../../../ui/date-time-field';
import { toast } from '../../../ui/toast';
import { UpdateBulletin } from './bulletin-acts';
import { may, type DeskBulletin } from './desk-bulletin';
import { useDesk } from './desk-context';

const m = catalogue(
  {
    embargo: 'Ambargo',
    embargoHint: 'Bu andan önce hiçbir yere tek sözcük çıkmaz.',
    release: 'Planlanan servis',
    releaseHint: 'Boşsa ambargo biter bitmez, ambargo da yoksa onaylanınca çıkar.',
    none: 'Belirlenmedi',
    saving: 'Kaydediliyor…',
    saved: 'Saatler kaydedildi.',
    lead: 'Saatleri yürüten birim belirler.',
    released: 'Servis edildi: {at}',
  },
  {
    embargo: 'Embargo',
    embargoHint: 'Not a word goes out before this.',
    release: 'Planned release',
    releaseHint: 'If empty: as soon as the embargo ends, or once approved.',
    none: 'Not set',
    saving: 'Saving…',
    saved: 'The times are saved.',
    lead: 'The lead sets the times.',
    released: 'Released: {at}',
  },
);

/** Embargo and planned release, as wall-clock time in Istanbul. */
export function TimingForm() {
  const { bulletin } = useDesk();
  if (bulletin.releasedAt !== null) return <p>{m.released({ at: formatInstant(bulletin.releasedAt) })}</p>;
  if (!may(bulletin, 'EDIT_DETAILS')) return <Times bulletin={bulletin} />;
  return <Fields key={`${bulletin.embargo?.local}/${bulletin.release?.local}`} bulletin={bulletin} />;
}

function Times({ bulletin: { embargo, release } }: { readonly bulletin: DeskBulletin }) {
  return (
    <>
      <dl>
        <dt className="quiet small">{m.embargo()}</dt>
        <dd>{embargo === null ? m.none() : formatInstant(embargo.at)}</dd>
        <dt className="quiet small">{m.release()}</dt>
        <dd>{release === null ? m.none() : formatInstant(release.at)}</dd>
      </dl>
      <p className="quiet small">{m.lead()}</p>
    </>
  );
}

const zone = 'Europe/Istanbul';
const inputOf = (local: string | null) => (local === null ? null : { local, zone });

function Fields({ bulletin }: { readonly bulletin: DeskBulletin }) {
  const { readAgain, settling } = useDesk();
  const { run, isPending, errors } = useAct(UpdateBulletin);
  const [embargo, setEmbargo] = useState(bulletin.embargo?.local.slice(0, 16) ?? null);
  const [release, setRelease] = useState(bulletin.release?.local.slice(0, 16) ?? null);
  const isChanged =
    embargo !== (bulletin.embargo?.local.slice(0, 16) ?? null)
    || release !== (bulletin.release?.local.slice(0, 16) ?? null);
  const save = async (): Promise<DeskBulletin | null> => {
    const input = { expectedVersion: bulletin.version, embargo: inputOf(embargo), release: inputOf(release) };
    const outcome = await run({ id: bulletin.id, input });
    if (outcome.isDone) toast(m.saved());
    else readAgain();
    return outcome.isDone ? outcome.payload.bulletin : null;
  };
  const saveOnLeaving = (event: FocusEvent<HTMLElement>) => {
    if (isChanged && !event.currentTarget.contains(event.relatedTarget)) settling(save());
  };
  return (
    <div className="stack" onBlur={saveOnLeaving}>
      <ErrorSummary errors={errorsBeside(errors, ['embargo', 'release'])} />
      <DateTimeField
        label={m.embargo()}
        hint={m.embargoHint()}
        value={embargo}
        onChange={setEmbargo}
        error={errorFor(errors, 'embargo')}
      />
      <DateTimeField
        label={m.release()}
        hint={m.releaseHint()}
        value={release}
        onChange={setRelease}
        error={errorFor(errors, 'release')}
      />
      <p role="status" className="quiet small">
        {isPending ? m.saving() : null}
      </p>
    </div>
  );
}
