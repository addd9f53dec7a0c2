import { formatInstant } from '../../../lib/dates';
import { readFragment, type FragmentOf } from '../../../lib/graphql';
import { catalogue } from '../../../lib/messages';
import { useSession } from '../../../lib/session';
import { DiffView } from '../../../ui/diff-view';
import { Mark } from '../../../ui/mark';
import css from '../administration.module.css';
import { AnswerList, type Answer } from './answer-list';
import { ReturnCharter, SignCharter, TakeSignatureBack, WithdrawProposal } from './charter-acts';
import { CharterFields, RulesFields } from './charter-fields';
import { ruleSentences } from './charter-words';

const m = catalogue(
  {
    title: 'Önerilen tüzük: sürüm {version}',
    by: 'Öneren: {office}, {at}',
    unknown: 'platform',
    note: 'Gerekçe',
    changes: 'Değişenler',
    same: 'Aynı kalanlar: {count}',
    missing: 'İmzası beklenen birimler: {count}',
    complete: 'İmzası beklenen birim yok.',
    answers: 'Yanıtlar',
    signed: 'Biriminiz imzaladı',
    readers: 'Biriminiz adına tüzüğü basın müdürü ya da bütün imzalar için yetkili vekili imzalar.',
  },
  {
    title: 'The proposed charter: version {version}',
    by: 'Proposed by {office}, {at}',
    unknown: 'the platform',
    note: 'Why',
    changes: 'What changes',
    same: 'What stays: {count}',
    missing: 'Offices still to sign: {count}',
    complete: 'No office is still to sign.',
    answers: 'Answers',
    signed: 'Your office signed',
    readers: 'The press director, or a deputy for all signatures, signs it for your office.',
  },
);

interface CharterProposalProps {
  readonly data: FragmentOf<typeof CharterFields>;
  readonly inForce: FragmentOf<typeof CharterFields>;
  readonly onDone: () => void;
}

/** The proposed version beside the one in force, who is missing, and what one's office can do with it. */
export function CharterProposal({ data, inForce, onDone }: CharterProposalProps) {
  const charter = readFragment(CharterFields, data);
  const now = ruleSentences(readFragment(RulesFields, readFragment(CharterFields, inForce).rules));
  const next = ruleSentences(readFragment(RulesFields, charter.rules));
  const before = (id: string) => now.find((sentence) => sentence.id === id)?.text ?? '';
  const changed = next.filter(({ id, text }) => before(id) !== text);
  const same = next.filter(({ id, text }) => before(id) === text);
  return (
    <section className={css.card} aria-labelledby="oneri">
      <div>
        <h2 id="oneri">{m.title({ version: charter.versionNumber })}</h2>
        <p className="quiet small">
          {m.by({ office: charter.proposedBy?.name ?? m.unknown(), at: formatInstant(charter.createdAt) })}
        </p>
      </div>
      <div>
        <h3>{m.note()}</h3>
        <p>{charter.note}</p>
      </div>
      <div className={css.rules}>
        <h3>{m.changes()}</h3>
        {changed.map(({ id, title, text }) => (
          <div key={id}>
            <h4>{title}</h4>
            <DiffView before={before(id)} after={text} />
          </div>
        ))}
        {same.length === 0 ? null : (
          <details className={css.fold}>
            <summary>{m.same({ count: same.length })}</summary>
            <dl className={css.rules}>
              {same.map(({ id, title, text }) => (
                <div key={id} className={css.rule}>
                  <dt>{title}</dt>
                  <dd>{text}</dd>
                </div>
              ))}
            </dl>
          </details>
        )}
      </div>
      <Missing offices={charter.missing} />
      {charter.answers.length === 0 ? null : (
        <div className={css.section}>
          <h3>{m.answers()}</h3>
          <AnswerList answers={charter.answers} />
        </div>
      )}
      <Acts charter={charter} onDone={onDone} />
    </section>
  );
}

function Missing({ offices }: { readonly offices: readonly { readonly id: string; readonly name: string }[] }) {
  if (offices.length === 0) return <p>{m.complete()}</p>;
  return (
    <div>
      <h3>{m.missing({ count: offices.length })}</h3>
      <ul>
        {offices.map(({ id, name }) => (
          <li key={id}>{name}</li>
        ))}
      </ul>
    </div>
  );
}

interface ActsProps {
  readonly charter: {
    readonly id: string;
    readonly hash: string;
    readonly versionNumber: number;
    readonly viewerCan: readonly string[];
    readonly missing: readonly { readonly id: string }[];
    readonly answers: readonly (Answer & { readonly office: { readonly id: string } })[];
  };
  readonly onDone: () => void;
}

function Acts({ charter, onDone }: ActsProps) {
  const { viewer } = useSession();
  const { viewerCan } = charter;
  const isMissing = charter.missing.some(({ id }) => id === viewer.office?.id);
  const last = charter.answers.findLast(({ office }) => office.id === viewer.office?.id);
  const isStanding = last?.verdict === 'SIGNED' && last.withdrawnAt === null;
  if (!viewerCan.includes('SIGN')) return <p className="quiet">{m.readers()}</p>;
  const shared = { charter, onDone };
  return (
    <div className="row">
      {isStanding ? <Mark tone="ok">{m.signed()}</Mark> : null}
      {viewerCan.includes('WITHDRAW') ? <WithdrawProposal {...shared} /> : null}
      {isStanding && viewerCan.includes('WITHDRAW_SIGNATURE') ? <TakeSignatureBack {...shared} /> : null}
      {viewerCan.includes('RETURN') ? <ReturnCharter {...shared} /> : null}
      {isMissing ? <SignCharter {...shared} /> : null}
    </div>
  );
}
