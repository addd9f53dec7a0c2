import { formatInstant } from '../../../lib/dates';
import { catalogue } from '../../../lib/messages';
import { Mark } from '../../../ui/mark';
import css from '../administration.module.css';

const m = catalogue(
  {
    SIGNED: 'İmzaladı',
    RETURNED: 'Geri gönderdi',
    withdrawn: 'İmzasını geri aldı',
    by: '{person}, {at}',
    byDeputy: '{person} (vekâleten), {at}',
    reason: 'Gerekçe: {reason}',
  },
  {
    SIGNED: 'Signed',
    RETURNED: 'Returned',
    withdrawn: 'Took its signature back',
    by: '{person}, {at}',
    byDeputy: '{person} (as deputy), {at}',
    reason: 'Reason: {reason}',
  },
);

export interface Answer {
  readonly id: string;
  readonly answeredAt: string;
  readonly isByDeputy: boolean;
  readonly personName: string;
  readonly reason: string | null;
  readonly verdict: 'RETURNED' | 'SIGNED';
  readonly withdrawnAt: string | null;
  readonly office: { readonly name: string };
}

/** What each office answered, oldest first. */
export function AnswerList({ answers }: { readonly answers: readonly Answer[] }) {
  return (
    <ul className={css.rows}>
      {answers.map((answer) => {
        const words = { person: answer.personName, at: formatInstant(answer.answeredAt) };
        const isSigned = answer.verdict === 'SIGNED';
        return (
          <li key={answer.id} className={css.rowItem}>
            <div className={css.words}>
              <span className={css.name}>
                {answer.office.name}
                <Mark tone={answer.withdrawnAt !== null ? 'plain' : isSigned ? 'ok' : 'alert'}>
                  {answer.withdrawnAt === null ? m[answer.verdict]() : m.withdrawn()}
                </Mark>
              </span>
              <span className="quiet small">{answer.isByDeputy ? m.byDeputy(words) : m.by(words)}</span>
              {answer.reason === null ? null : <span>{m.reason({ reason: answer.reason })}</span>}
            </div>
          </li>
        );
      })}
    </ul>
  );
}
