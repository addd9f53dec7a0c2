import { diffWords } from '@turkish/diff-words';
import { catalogue } from '../lib/messages';
import css from './diff-view.module.css';

const m = catalogue(
  { removed: 'çıkarıldı:', added: 'eklendi:', same: 'Değişiklik yok.' },
  { removed: 'removed:', added: 'added:', same: 'No changes.' },
);

/** What changed between two texts, by words: added is underlined, removed struck through, both tinted. */
export function DiffView({ before, after }: { readonly before: string; readonly after: string }) {
  if (before === after) return <p className="quiet">{m.same()}</p>;
  return (
    <p className={css.text}>
      {diffWords(before, after).map((change, index) => {
        if (change.kind === 'same') return <span key={index}>{change.text}</span>;
        const Element = change.kind === 'added' ? 'ins' : 'del';
        return (
          <Element key={index} className={css[change.kind]}>
            <span className="visually-hidden"> {change.kind === 'added' ? m.added() : m.removed()} </span>
            {change.text}
          </Element>
        );
      })}
    </p>
  );
}
