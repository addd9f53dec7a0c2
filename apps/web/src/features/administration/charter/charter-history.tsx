import { formatDay } from '../../../lib/dates';
import { readFragment, type FragmentOf } from '../../../lib/graphql';
import { catalogue } from '../../../lib/messages';
import css from '../administration.module.css';
import { AnswerList } from './answer-list';
import { CharterFields, RulesFields } from './charter-fields';
import { ruleSentences } from './charter-words';

const m = catalogue(
  {
    title: 'Önceki sürümler',
    SUPERSEDED: 'Sürüm {version} · yürürlük {day} · yerini yenisine bıraktı',
    start: 'Sürüm {version} · platformun başlangıç kuralları',
    WITHDRAWN: 'Sürüm {version} · öneri {day} · geri çekildi',
  },
  {
    title: 'Former versions',
    SUPERSEDED: 'Version {version} · in force {day} · superseded',
    start: 'Version {version} · the rules that the platform started with',
    WITHDRAWN: 'Version {version} · proposed {day} · withdrawn',
  },
);

/** Versions that do not hold any more, or never did. */
export function CharterHistory({ data }: { readonly data: readonly FragmentOf<typeof CharterFields>[] }) {
  const charters = readFragment(CharterFields, data);
  if (charters.length === 0) return null;
  const titleOf = ({ versionNumber: version, state, createdAt, inForceAt }: (typeof charters)[number]) => {
    if (state === 'WITHDRAWN') return m.WITHDRAWN({ version, day: formatDay(createdAt) });
    return inForceAt === null ? m.start({ version }) : m.SUPERSEDED({ version, day: formatDay(inForceAt) });
  };
  return (
    <section className={css.section} aria-labelledby="onceki-surumler">
      <h2 id="onceki-surumler">{m.title()}</h2>
      {charters.map((charter) => (
        <details key={charter.id} className={css.fold}>
          <summary>{titleOf(charter)}</summary>
          <div className="stack">
            <p>{charter.note}</p>
            <dl className={css.rules}>
              {ruleSentences(readFragment(RulesFields, charter.rules)).map(({ id, title, text }) => (
                <div key={id} className={css.rule}>
                  <dt>{title}</dt>
                  <dd>{text}</dd>
                </div>
              ))}
            </dl>
            <AnswerList answers={charter.answers} />
          </div>
        </details>
      ))}
    </section>
  );
}
