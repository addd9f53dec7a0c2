import { Link } from '@tanstack/react-router';
import { catalogue } from '../../lib/messages';
import { Marked } from '../../ui/marked';
import { kindWords, slugOf } from './kind-words';
import { detailOf, titleOf, type FoundRecord, type RecordGroup } from './records';
import css from './search-page.module.css';

const m = catalogue(
  { more: 'Bu türdeki bütün sonuçlar', many: 'Daha çok sonuç var; aramaya bir sözcük ekleyin.' },
  { more: 'All results of this kind', many: 'There are more results; add a word to the search.' },
);

const shortCount = 5;

interface GroupsProps {
  readonly groups: readonly RecordGroup[];
  readonly words: string;
  /** The first few of each kind, with a way to the others. */
  readonly isShort: boolean;
}

/** What was found, under the name of its kind. */
export function FoundGroups({ groups, words, isShort }: GroupsProps) {
  return groups.map(({ kind, hits, hasMore }) => (
    <section key={kind} className="stack">
      <h2>{kindWords[kind]()}</h2>
      <ul className={css.list}>
        {hits.slice(0, isShort ? shortCount : hits.length).map((hit) => (
          <Found key={hit.id} hit={hit} />
        ))}
      </ul>
      {isShort && hits.length > shortCount ? (
        <Link to="/ara" search={{ q: words, tur: slugOf(kind) }} replace>
          {m.more()}
        </Link>
      ) : null}
      {!isShort && hasMore ? <p className="quiet">{m.many()}</p> : null}
    </section>
  ));
}

function Found({ hit }: { readonly hit: FoundRecord }) {
  const detail = detailOf(hit);
  return (
    <li className={css.row}>
      <Link to={hit.path} className={css.title} data-row>
        {hit.title.text === '' ? titleOf(hit) : <Marked {...hit.title} />}
      </Link>
      {detail === '' ? null : <p className={css.detail}>{detail}</p>}
      {hit.snippet === null ? null : (
        <p className={css.snippet}>
          <Marked {...hit.snippet} />
        </p>
      )}
    </li>
  );
}
