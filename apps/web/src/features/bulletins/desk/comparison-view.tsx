import { sectionWords } from '../../../lib/bulletin-words';
import type { ResultOf } from '../../../lib/graphql';
import { graphql } from '../../../lib/graphql';
import { catalogue, sentenceOf } from '../../../lib/messages';
import { useOfficeLook, useSession } from '../../../lib/session';
import { Mark, OfficeBadge } from '../../../ui/mark';

import css from './comparison-view.module.css';

const m = catalogue(
  {
    ADDED: 'Eklendi',
    REMOVED: 'Çıkarıldı',
    CHANGED: 'Değişti',
    SAME: 'Aynı',
    CONTENT: 'Metin',
    SPEAKER: 'Konuşan',
    CONSENT: 'Onay',
    ATTACHMENTS: 'Ekler',
    form: 'Sözler aynı; yalnızca biçim (kalın, bağlantı, liste) değişti.',
    removed: 'çıkarıldı:',
    added: 'eklendi:',
    none: 'Değişiklik yok.',
  },
  {
    ADDED: 'Added',
    REMOVED: 'Removed',
    CHANGED: 'Changed',
    SAME: 'Same',
    CONTENT: 'Text',
    SPEAKER: 'Speaker',
    CONSENT: 'Consent',
    ATTACHMENTS: 'Attachments',
    form: 'The words are the same; only their form (bold, links, lists) changed.',
    removed: 'removed:',
    added: 'added:',
    none: 'No changes.',
  },
);

export const ComparisonFragment = graphql(`
  fragment Comparison on SectionComparison @_unmask {
    sectionId
    kind
    officeId
    difference
    fields {
      field
      isFormOnly
      words {
        kind
        text
      }
    }
  }
`);

const ProbeQuery = graphql(
  `
    query ComparisonProbe($id: ID!) {
      bulletinChangesSinceSignature(id: $id) {
        ...Comparison
      }
    }
  `,
  [ComparisonFragment],
);

export type Comparison = ResultOf<typeof ProbeQuery>['bulletinChangesSinceSignature'][number];

/** Sections that differ, field by field, word by word; equal ones are left out. */
export function ComparisonList({ comparisons }: { readonly comparisons: readonly Comparison[] }) {
  const changed = comparisons.filter(({ difference }) => difference !== 'SAME');
  if (changed.length === 0) return <p className="quiet">{m.none()}</p>;
  return (
    <ul className={css.list}>
      {changed.map((comparison) => (
        <li key={comparison.sectionId} className={css.section}>
          <SectionHead comparison={comparison} />
          {comparison.fields.map((field) => (
            <FieldChange key={field.field} field={field} isAlone={comparison.fields.length === 1} />
          ))}
        </li>
      ))}
    </ul>
  );
}

function SectionHead({ comparison: { kind, officeId, difference } }: { readonly comparison: Comparison }) {
  const { offices } = useSession();
  const look = useOfficeLook();
  const owner = offices.find(({ id }) => id === officeId);
  return (
    <p className={css.head}>
      <strong>{sentenceOf(sectionWords, kind)}</strong>
      {owner === undefined ? null : <OfficeBadge office={look(owner)} />}
      <Mark tone="warn">{m[difference]()}</Mark>
    </p>
  );
}

interface FieldChangeProps {
  readonly field: Comparison['fields'][number];
  readonly isAlone: boolean;
}

function FieldChange({ field: { field, words, isFormOnly }, isAlone }: FieldChangeProps) {
  return (
    <div>
      {isAlone && field === 'CONTENT' ? null : <p className="quiet small">{m[field]()}</p>}
      {isFormOnly ? <p className="small">{m.form()}</p> : <Words words={words} />}
    </div>
  );
}

/** Added words are underlined, removed ones struck through; both are tinted and read out. */
export function Words({ words }: { readonly words: Comparison['fields'][number]['words'] }) {
  return (
    <p className={css.words}>
      {words.map(({ kind, text }, index) => {
        if (kind === 'same') return <span key={index}>{text}</span>;
        const Element = kind === 'added' ? 'ins' : 'del';
        return (
          <Element key={index} className={kind === 'added' ? css.added : css.removed}>
            <span className="visually-hidden"> {kind === 'added' ? m.added() : m.removed()} </span>
            {text}
          </Element>
        );
      })}
    </p>
  );
}
