import { formatInstant } from '../../../lib/dates';
import { readFragment, type FragmentOf } from '../../../lib/graphql';
import { catalogue } from '../../../lib/messages';
import { Banner } from '../../../ui/feedback';
import css from '../administration.module.css';
import { AnswerList } from './answer-list';
import { SignCharter } from './charter-acts';
import { CharterFields, RulesFields } from './charter-fields';
import { ruleSentences } from './charter-words';

const m = catalogue(
  {
    title: 'Yürürlükteki tüzük: sürüm {version}',
    since: 'Yürürlük: {at}',
    start: 'Platformun başlangıç kuralları',
    joining: 'Biriminiz gözlemde. Bu tüzüğü imzaladığınızda işletmen biriminizi etkin yapabilir.',
    answers: 'İmzalar',
  },
  {
    title: 'The charter in force: version {version}',
    since: 'In force since {at}',
    start: 'The rules that the platform starts with',
    joining: 'Your office is in shadow mode. Once it has signed this charter the operator can make it active.',
    answers: 'Signatures',
  },
);

interface CharterInForceProps {
  readonly data: FragmentOf<typeof CharterFields>;
  readonly onDone: () => void;
}

/** The rules that hold now, in sentences. */
export function CharterInForce({ data, onDone }: CharterInForceProps) {
  const charter = readFragment(CharterFields, data);
  const sentences = ruleSentences(readFragment(RulesFields, charter.rules));
  const isJoining = charter.viewerCan.includes('SIGN');
  return (
    <section className={css.card} aria-labelledby="yururlukte">
      <div>
        <h2 id="yururlukte">{m.title({ version: charter.versionNumber })}</h2>
        <p className="quiet small">
          {charter.inForceAt === null ? m.start() : m.since({ at: formatInstant(charter.inForceAt) })}
        </p>
      </div>
      <dl className={css.rules}>
        {sentences.map(({ id, title, text }) => (
          <div key={id} className={css.rule}>
            <dt>{title}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      {isJoining ? (
        <>
          <Banner>{m.joining()}</Banner>
          <SignCharter charter={charter} onDone={onDone} />
        </>
      ) : null}
      {charter.answers.length === 0 ? null : (
        <details className={css.fold}>
          <summary>{m.answers()}</summary>
          <AnswerList answers={charter.answers} />
        </details>
      )}
    </section>
  );
}
