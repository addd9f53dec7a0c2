import { Link } from '@tanstack/react-router';
import { formatInstant } from '../../../lib/dates';
import { graphql, readFragment, type FragmentOf } from '../../../lib/graphql';
import { catalogue, sentenceOf } from '../../../lib/messages';
import css from '../administration.module.css';
import { eventName, systemName } from './event-words';
import entryCss from './ledger-entry.module.css';

const m = catalogue(
  {
    ROLE: 'kendi yetkisiyle',
    DEPUTY: 'vekâleten',
    authority: 'Yetki',
    moved: 'Önce → sonra',
    arrow: '{from} → {to}',
    nothing: 'yok',
    position: 'Sıra no',
    request: 'İstek no',
    hash: 'Özet (SHA-256)',
    event: 'Olay adı',
    history: 'Bu kaydın bütün geçmişi',
    open: 'Bülteni aç',
    DRAFT: 'Taslak',
    IN_REVIEW: 'Görüşte',
    IN_SIGNOFF: 'Olurda',
    SCHEDULED: 'Servise hazır',
    RELEASED: 'Servis edildi',
    WITHDRAWN: 'Geri çekildi',
    DISCARDED: 'Vazgeçildi',
    ACTIVE: 'Etkin',
    SHADOW: 'Gözlemde',
    INACTIVE: 'Etkin değil',
  },
  {
    ROLE: 'by own right',
    DEPUTY: 'as deputy',
    authority: 'Authority',
    moved: 'Before → after',
    arrow: '{from} → {to}',
    nothing: 'none',
    position: 'Position',
    request: 'Request',
    hash: 'Hash (SHA-256)',
    event: 'Name of the event',
    history: 'All history of this record',
    open: 'Open the bulletin',
    DRAFT: 'Draft',
    IN_REVIEW: 'In review',
    IN_SIGNOFF: 'In sign-off',
    SCHEDULED: 'Scheduled',
    RELEASED: 'Released',
    WITHDRAWN: 'Withdrawn',
    DISCARDED: 'Discarded',
    ACTIVE: 'Active',
    SHADOW: 'Watching',
    INACTIVE: 'Inactive',
  },
);

export const EntryFields = graphql(`
  fragment LedgerEntryFields on LedgerEntry {
    id
    position
    at
    name
    authority
    subjectType
    subjectId
    subjectLabel
    from
    to
    requestId
    hash
    actor {
      id
      name
    }
    facts {
      name
      value
    }
  }
`);

interface LedgerEntryProps {
  readonly data: FragmentOf<typeof EntryFields>;
  /** Whether the viewer works in the office, and so may open its records. */
  readonly isOwn: boolean;
}

const stateName = (state: string | null) => (state === null ? m.nothing() : sentenceOf(m, state));

/** Who did what when; what was recorded of it shows when it is opened. */
export function LedgerEntry({ data, isOwn }: LedgerEntryProps) {
  const entry = readFragment(EntryFields, data);
  const { name, actor, at, authority, subjectLabel } = entry;
  return (
    <li className={entryCss.entry}>
      <details>
        <summary className={entryCss.line}>
          <time dateTime={at} className={entryCss.at}>
            {formatInstant(at)}
          </time>
          <span>
            <strong>{actor?.name ?? systemName()}</strong> · {eventName(name)}
            {authority === 'DEPUTY' ? ` (${m.DEPUTY()})` : ''}
            {subjectLabel === null || subjectLabel === actor?.name ? null : (
              <span className="quiet"> · {subjectLabel}</span>
            )}
          </span>
        </summary>
        <Details entry={entry} isOwn={isOwn} />
      </details>
    </li>
  );
}

interface DetailsProps {
  readonly entry: {
    readonly position: string;
    readonly name: string;
    readonly authority: string | null;
    readonly subjectType: string;
    readonly subjectId: string;
    readonly from: string | null;
    readonly to: string | null;
    readonly requestId: string;
    readonly hash: string;
    readonly facts: readonly { readonly name: string; readonly value: string }[];
  };
  readonly isOwn: boolean;
}

function Details({ entry, isOwn }: DetailsProps) {
  const { authority, from, to, subjectId } = entry;
  const rows: (readonly [string, string])[] = [
    ...(authority === null ? [] : [[m.authority(), sentenceOf(m, authority)] as const]),
    ...(from === null && to === null
      ? []
      : [[m.moved(), m.arrow({ from: stateName(from), to: stateName(to) })] as const]),
    ...entry.facts.map(({ name, value }) => [name, value] as const),
    [m.event(), entry.name],
    [m.position(), entry.position],
    [m.request(), entry.requestId],
    [m.hash(), entry.hash],
  ];
  return (
    <div className={entryCss.details}>
      <dl className={`${css.facts} small`}>
        {rows.map(([label, value]) => (
          <div key={label} className={entryCss.fact}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <p className="row small">
        <Link to="/yonetim/kayitlar" search={(current: object) => ({ ...current, konu: subjectId, imlec: undefined })}>
          {m.history()}
        </Link>
        {isOwn && entry.subjectType === 'bulletin' ? (
          <Link to="/bultenler/$id" params={{ id: subjectId }}>
            {m.open()}
          </Link>
        ) : null}
      </p>
    </div>
  );
}
