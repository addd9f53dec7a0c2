import { sectionWords } from '../../../lib/bulletin-words';
import { formatClock, formatDistance, formatNear } from '../../../lib/dates';
import { catalogue, sentenceOf } from '../../../lib/messages';
import { useOfficeLook, useSession } from '../../../lib/session';
import { Button } from '../../../ui/button';
import { OfficeBadge } from '../../../ui/mark';
import { Panel } from '../../../ui/overlay';
import { Button as AriaButton } from 'react-aria-components';
import { may, type DeskBulletin, type DeskSignature } from './desk-bulletin';
import { useDesk } from './desk-context';
import { signatureWords } from './desk-words';
import { RemindButton } from './remind-button';
import css from './olur-strip.module.css';

const m = catalogue(
  {
    label: 'Olurlar',
    count: 'Olur: {signed} / {all}',
    complete: 'Gerekli olurlar tamam.',
    signedAt: 'Olur verdi {at}',
    invited: 'Davetli',
    writing: 'Katılıyor',
    lead: 'Yürüten birim',
    deputy: 'Vekâleten',
    by: 'Yanıtlayan: {name}',
    reason: 'Gerekçe: {reason}',
    changed: 'Değişen: {sections}',
    due: 'Son tarih: {at} ({left})',
    dueShort: 'Son: {at}',
    you: 'siz',
    invite: 'Birim çağır',
  },
  {
    label: 'Signatures',
    count: 'Signed: {signed} / {all}',
    complete: 'All required signatures stand.',
    signedAt: 'Signed {at}',
    invited: 'Invited',
    writing: 'Takes part',
    lead: 'Leads',
    deputy: 'By deputy',
    by: 'Answered by: {name}',
    reason: 'Reason: {reason}',
    changed: 'Changed: {sections}',
    due: 'Due: {at} ({left})',
    dueShort: 'Due: {at}',
    you: 'you',
    invite: 'Invite an office',
  },
);

const signs: Readonly<Record<string, string>> = {
  SIGNED: '✓',
  RETURNED: '✎',
  STALE: '↻',
  DECLINED: '–',
  WITHDRAWN: '↩',
  SEEN: '◉',
  PENDING: '○',
  EXEMPT: '·',
};

/** Where every office stands with its signature: one chip each, details on press. On phones it is swiped. */
export function OlurStrip() {
  const { bulletin } = useDesk();
  const asked = bulletin.signatures.filter(({ status }) => status !== 'DECLINED' && status !== 'EXEMPT');
  const signed = asked.filter(({ status }) => status === 'SIGNED').length;
  const runs = bulletin.state === 'IN_SIGNOFF' || bulletin.state === 'SCHEDULED';
  return (
    <section className={css.strip} aria-label={m.label()}>
      <p className={css.count}>
        <strong>{m.count({ signed, all: asked.length })}</strong>
        {runs && bulletin.isSignoffComplete ? <span className={css.complete}>{m.complete()}</span> : null}
      </p>
      <ul className={css.chips} tabIndex={-1}>
        {bulletin.signatures.map((signature) => (
          <li key={signature.office.id}>
            <OfficeChip bulletin={bulletin} signature={signature} />
          </li>
        ))}
      </ul>
      <StripActs />
    </section>
  );
}

function StripActs() {
  const { bulletin, ask } = useDesk();
  if (!may(bulletin, 'INVITE') && !may(bulletin, 'REMIND')) return null;
  return (
    <div className={css.acts}>
      <RemindButton />
      {may(bulletin, 'INVITE') ? (
        <Button look="quiet" onPress={() => ask('invite')}>
          {m.invite()}
        </Button>
      ) : null}
    </div>
  );
}

interface ChipProps {
  readonly bulletin: DeskBulletin;
  readonly signature: DeskSignature;
}

/** What the chip says in one word or two; before the text is offered, whether the office takes part. */
function statusOf({ bulletin, signature }: ChipProps): string {
  const { status, answeredAt, participation, isLead } = signature;
  if (status === 'SIGNED' && answeredAt !== null) {
    const isToday = new Date(answeredAt).toDateString() === new Date().toDateString();
    return m.signedAt({ at: isToday ? formatClock(answeredAt) : formatNear(answeredAt) });
  }
  const isUnoffered = bulletin.state === 'DRAFT' || bulletin.state === 'IN_REVIEW';
  if (isUnoffered && (status === 'PENDING' || status === 'SEEN')) {
    if (isLead) return m.lead();
    if (participation === 'INVITED' && status === 'PENDING') return m.invited();
    if (participation === 'ACCEPTED') return m.writing();
  }
  return sentenceOf(signatureWords, status);
}

function OfficeChip({ bulletin, signature }: ChipProps) {
  const look = useOfficeLook();
  const { viewer } = useSession();
  const status = statusOf({ bulletin, signature });
  const { office, isByDeputy } = signature;
  return (
    <Panel
      label={office.name}
      trigger={
        <AriaButton className={css.chip ?? ''} data-status={signature.status}>
          <OfficeBadge office={look(office)} />
          <span className={css.sign} aria-hidden>
            {signs[signature.status]}
          </span>
          <span className={css.status}>{status}</span>
          {isByDeputy ? <span className={css.note}>{m.deputy()}</span> : null}
          {office.id === viewer.office?.id ? <span className={css.note}>({m.you()})</span> : null}
        </AriaButton>
      }
    >
      <ChipDetails bulletin={bulletin} signature={signature} />
    </Panel>
  );
}

function ChipDetails({ bulletin, signature }: ChipProps) {
  const look = useOfficeLook();
  const { office, personName, reason, changedSectionIds, dueAt, answeredAt } = signature;
  const changed = bulletin.sections.filter(({ id }) => changedSectionIds.includes(id));
  const sections = changed.map(({ kind }) => sentenceOf(sectionWords, kind)).join(', ');
  return (
    <div className={css.details}>
      <OfficeBadge office={look(office)} isLong />
      <p>
        <strong>{statusOf({ bulletin, signature })}</strong> {signature.isByDeputy ? `(${m.deputy()})` : null}
      </p>
      {personName === null ? null : <p>{m.by({ name: personName })}</p>}
      {answeredAt === null ? null : <p className="quiet">{formatNear(answeredAt)}</p>}
      {reason === null ? null : <p>{m.reason({ reason })}</p>}
      {sections === '' ? null : <p>{m.changed({ sections })}</p>}
      {dueAt === null ? null : <p className="quiet">{m.due({ at: formatNear(dueAt), left: formatDistance(dueAt) })}</p>}
    </div>
  );
}
