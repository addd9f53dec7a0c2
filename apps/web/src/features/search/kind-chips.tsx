import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { catalogue } from '../../lib/messages';
import { kindWords, slugOf } from './kind-words';
import type { RecordGroup, RecordKind } from './records';
import css from './search-page.module.css';

const m = catalogue({ kinds: 'Tür', all: 'Hepsi' }, { kinds: 'Kind', all: 'All' });

interface ChipsProps {
  readonly groups: readonly RecordGroup[];
  readonly words: string;
  readonly chosen: RecordKind | null;
}

/** Narrows the results to one kind; the choice is an address of its own. */
export function KindChips({ groups, words, chosen }: ChipsProps) {
  const isMissing = chosen !== null && groups.every(({ kind }) => kind !== chosen);
  const kinds = [...groups.map(({ kind }) => kind), ...(isMissing ? [chosen] : [])];
  if (kinds.length < 2 && chosen === null) return null;
  const countOf = (kind: RecordKind) => {
    const group = groups.find((candidate) => candidate.kind === kind);
    return `${group?.hits.length ?? 0}${group?.hasMore ? '+' : ''}`;
  };
  return (
    <nav aria-label={m.kinds()} className={css.chips}>
      <Chip words={words} isCurrent={chosen === null}>
        {m.all()}
      </Chip>
      {kinds.map((kind) => (
        <Chip key={kind} words={words} kind={kind} isCurrent={kind === chosen}>
          {kindWords[kind]()} <span className={css.count}>{countOf(kind)}</span>
        </Chip>
      ))}
    </nav>
  );
}

interface ChipProps {
  readonly words: string;
  readonly kind?: RecordKind;
  readonly isCurrent: boolean;
  readonly children: ReactNode;
}

function Chip({ words, kind, isCurrent, children }: ChipProps) {
  return (
    <Link
      to="/ara"
      search={{ q: words, ...(kind === undefined ? {} : { tur: slugOf(kind) }) }}
      replace
      className={css.chip}
      activeProps={{}}
      aria-current={isCurrent ? 'true' : undefined}
    >
      {children}
    </Link>
  );
}
