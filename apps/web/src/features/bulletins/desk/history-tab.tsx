import { sectionWords } from '../../../lib/bulletin-words';
import { useState } from 'react';
import { formatNear } from '../../../lib/dates';
import { graphql, type ResultOf } from '../../../lib/graphql';
import { catalogue, sentenceOf } from '../../../lib/messages';
import { useOfficeLook } from '../../../lib/session';
import { Button } from '../../../ui/button';
import { Loaded } from '../../../ui/feedback';
import { SelectField } from '../../../ui/field';
import { OfficeBadge } from '../../../ui/mark';
import { toast } from '../../../ui/toast';
import { ComparisonFragment, ComparisonList } from './comparison-view';
import { useDesk } from './desk-context';
import { useDeskQuery } from './desk-live';

import { RestoreRevision } from './section-acts';
import css from './history-tab.module.css';

const RevisionsQuery = graphql(`
  query BulletinRevisions($id: ID!, $sectionId: ID) {
    bulletinRevisions(id: $id, sectionId: $sectionId) {
      id
      sectionId
      kind
      sequence
      cause
      createdAt
      author {
        id
        name
      }
      office {
        id
        name
      }
    }
  }
`);

const CompareQuery = graphql(
  `
    query BulletinRevisionCompare($id: ID!, $fromId: ID!, $toId: ID!) {
      bulletinRevisionCompare(id: $id, fromId: $fromId, toId: $toId) {
        ...Comparison
      }
    }
  `,
  [ComparisonFragment],
);

const m = catalogue(
  {
    all: 'Bütün bölümler',
    section: 'Bölüm',
    CREATE: 'yazdı',
    EDIT: 'değiştirdi',
    REMOVE: 'çıkardı',
    RESTORE: 'eski sürüme döndü',
    show: 'Farkı göster',
    hide: 'Farkı gizle',
    restore: 'Bu sürüme dön',
    restored: 'Eski sürüme dönüldü.',
    newest: 'güncel',
    first: 'İlk sürüm; karşılaştırılacak öncesi yok.',
    none: 'Henüz sürüm yok.',
  },
  {
    all: 'All parts',
    section: 'Part',
    CREATE: 'wrote',
    EDIT: 'changed',
    REMOVE: 'removed',
    RESTORE: 'went back to an older version',
    show: 'Show the difference',
    hide: 'Hide the difference',
    restore: 'Go back to this version',
    restored: 'Back at the older version.',
    newest: 'present',
    first: 'First version; nothing before it to compare.',
    none: 'No versions yet.',
  },
);

type Revision = ResultOf<typeof RevisionsQuery>['bulletinRevisions'][number];

/** Every version of every section: who, when, what differed, and the way back. */
export function HistoryTab() {
  const { bulletin } = useDesk();
  const [sectionId, setSectionId] = useState('');
  const [result, read] = useDeskQuery(RevisionsQuery, {
    id: bulletin.id,
    sectionId: sectionId === '' ? null : sectionId,
  });
  const options = [
    { value: '', label: m.all() },
    ...bulletin.sections.map(({ id, kind }) => ({ value: id, label: sentenceOf(sectionWords, kind) })),
  ];
  return (
    <div className="stack">
      <SelectField label={m.section()} value={sectionId} onChange={setSectionId} options={options} />
      <Loaded result={result} onRetry={() => read({ requestPolicy: 'network-only' })}>
        {({ bulletinRevisions: revisions }) =>
          revisions.length === 0 ? (
            <p className="quiet">{m.none()}</p>
          ) : (
            <ol className={css.list}>
              {revisions.map((revision) => (
                <RevisionRow key={revision.id} revision={revision} revisions={revisions} />
              ))}
            </ol>
          )
        }
      </Loaded>
    </div>
  );
}

interface RowProps {
  readonly revision: Revision;
  readonly revisions: readonly Revision[];
}

function RevisionRow({ revision, revisions }: RowProps) {
  const look = useOfficeLook();
  const [isOpen, setIsOpen] = useState(false);
  const { author, office, cause, kind, createdAt, sectionId, sequence } = revision;
  const ofSection = revisions.filter((other) => other.sectionId === sectionId);
  const before = ofSection.find((other) => other.sequence === sequence - 1);
  const isNewest = ofSection.every((other) => other.sequence <= sequence);
  return (
    <li className={css.row}>
      <p className={css.head}>
        <strong>{sentenceOf(sectionWords, kind)}</strong>
        <OfficeBadge office={look(office)} />
        {isNewest ? <span className="quiet small">{m.newest()}</span> : null}
      </p>
      <p className="small">
        {author.name} {m[cause]()}, <time dateTime={createdAt}>{formatNear(createdAt)}</time>
      </p>
      <p className="row">
        <Button look="quiet" onPress={() => setIsOpen(!isOpen)} aria-expanded={isOpen}>
          {isOpen ? m.hide() : m.show()}
        </Button>
        {isNewest ? null : <Restore revision={revision} />}
      </p>
      {isOpen && before === undefined ? <p className="quiet small">{m.first()}</p> : null}
      {isOpen && before !== undefined ? <Difference fromId={before.id} toId={revision.id} /> : null}
    </li>
  );
}

function Difference({ fromId, toId }: { readonly fromId: string; readonly toId: string }) {
  const { bulletin } = useDesk();
  const [result, read] = useDeskQuery(CompareQuery, { id: bulletin.id, fromId, toId });
  return (
    <Loaded result={result} onRetry={() => read({ requestPolicy: 'network-only' })}>
      {({ bulletinRevisionCompare }) => <ComparisonList comparisons={[bulletinRevisionCompare]} />}
    </Loaded>
  );
}

/** Writes the old words as the newest; only for those who may write the section. */
function Restore({ revision }: { readonly revision: Revision }) {
  const { bulletin, run, isRunning } = useDesk();
  const section = bulletin.sections.find(({ id }) => id === revision.sectionId);
  if (section !== undefined && !section.viewerCan.includes('EDIT')) return null;
  const restore = async () => {
    const done = await run(RestoreRevision, { id: bulletin.id, revisionId: revision.id });
    if (done !== null) toast(m.restored());
  };
  return (
    <Button look="quiet" isPending={isRunning} onPress={() => void restore()}>
      {m.restore()}
    </Button>
  );
}
