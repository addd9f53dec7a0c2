import { Link } from '@tanstack/react-router';
import { kindWords, nameless } from '../../../lib/bulletin-words';
import { formatDistance, formatInstant, formatNear } from '../../../lib/dates';
import { catalogue, sentenceOf } from '../../../lib/messages';
import { useOfficeLook } from '../../../lib/session';
import { Mark, OfficeBadge } from '../../../ui/mark';
import { stateWords } from '../desk/desk-words';
import css from './bulletin-table.module.css';
import type { BulletinRow } from './list-query';
import { arrivesAt, leaveTo } from './list-place';

const m = catalogue(
  {
    embargoed: 'Ambargolu',
    corrected: 'Düzeltildi',
    embargo: 'Ambargo: {near}',
    planned: 'Plan: {near}',
    released: 'Servis: {near}',
    withdrawn: 'Geri çekildi: {near}',
    noTime: 'Ambargo ya da servis saati yok',
  },
  {
    embargoed: 'Embargoed',
    corrected: 'Corrected',
    embargo: 'Embargo: {near}',
    planned: 'Planned: {near}',
    released: 'Released: {near}',
    withdrawn: 'Withdrawn: {near}',
    noTime: 'Neither embargo nor planned time',
  },
);

interface PartProps {
  readonly bulletin: BulletinRow;
}

export const headlineOf = ({ headline }: BulletinRow): string => headline || nameless.headline();

/** The link of the row; coming back from the bulletin, it has the focus again. */
export function RowLink({ bulletin }: PartProps) {
  return (
    <Link
      ref={(link) => arrivesAt(bulletin.id, link)}
      to="/bultenler/$id"
      params={{ id: bulletin.id }}
      className={bulletin.headline === '' ? `${css.link} ${css.nameless}` : (css.link ?? '')}
      onClick={() => leaveTo(bulletin.id)}
    >
      {headlineOf(bulletin)}
    </Link>
  );
}

const tones = {
  DRAFT: 'plain',
  IN_REVIEW: 'accent',
  IN_SIGNOFF: 'accent',
  SCHEDULED: 'warn',
  RELEASED: 'ok',
  WITHDRAWN: 'alert',
  DISCARDED: 'plain',
} as const;

const isEmbargoed = ({ embargo, embargoLiftedAt }: BulletinRow, now: Date) =>
  embargo !== null && embargoLiftedAt === null && new Date(embargo.at) > now;

/** The state in words, with what matters beside it; the usual kind is not named. */
export function StateMarks({ bulletin, now }: PartProps & { readonly now: Date }) {
  const { state, kind, correctedBy } = bulletin;
  const isHeld = state === 'SCHEDULED' && isEmbargoed(bulletin, now);
  return (
    <span className={css.marks}>
      <Mark tone={tones[state]}>{isHeld ? m.embargoed() : sentenceOf(stateWords, state)}</Mark>
      {correctedBy === null ? null : <Mark tone="warn">{m.corrected()}</Mark>}
      {kind === 'BULLETIN' ? null : <Mark>{sentenceOf(kindWords, kind)}</Mark>}
    </span>
  );
}

/** The offices that speak in it, the lead first; readers from outside see the lead alone. */
export function RowOffices({ bulletin }: PartProps) {
  const look = useOfficeLook();
  const partners = bulletin.signatures.filter(({ status }) => status !== 'DECLINED').map(({ office }) => office);
  const offices = partners.length === 0 ? [bulletin.leadOffice] : partners;
  return (
    <span className={css.offices}>
      {offices.map((office) => (
        <OfficeBadge key={office.id} office={look(office)} />
      ))}
    </span>
  );
}

/** When it goes or went out, as far as that is set. */
export function RowTiming({ bulletin, now }: PartProps & { readonly now: Date }) {
  const timing = timingOf(bulletin, now);
  if (timing === null) {
    return (
      <span className="quiet">
        <span aria-hidden>–</span>
        <span className="visually-hidden">{m.noTime()}</span>
      </span>
    );
  }
  return (
    <time dateTime={timing.at} title={formatInstant(timing.at)}>
      {timing.words}
    </time>
  );
}

/** The instant that counts now, in words; null: none is set. */
export function timingOf(bulletin: BulletinRow, now: Date): { readonly at: string; readonly words: string } | null {
  const { withdrawnAt, releasedAt, embargo, release } = bulletin;
  if (withdrawnAt) return { at: withdrawnAt, words: m.withdrawn({ near: formatNear(withdrawnAt, now) }) };
  if (releasedAt) return { at: releasedAt, words: m.released({ near: formatNear(releasedAt, now) }) };
  if (embargo && isEmbargoed(bulletin, now)) {
    return { at: embargo.at, words: m.embargo({ near: formatNear(embargo.at, now) }) };
  }
  return release && { at: release.at, words: m.planned({ near: formatNear(release.at, now) }) };
}

/** How long ago it changed. */
export function RowAge({ bulletin, now }: PartProps & { readonly now: Date }) {
  return (
    <time dateTime={bulletin.updatedAt} title={formatInstant(bulletin.updatedAt)}>
      {formatDistance(bulletin.updatedAt, now)}
    </time>
  );
}
