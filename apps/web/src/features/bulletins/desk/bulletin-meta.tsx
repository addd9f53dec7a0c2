import { kindWords } from '../../../lib/bulletin-words';
import { catalogue, sentenceOf } from '../../../lib/messages';
import { useOfficeLook } from '../../../lib/session';
import { Mark, OfficeBadge } from '../../../ui/mark';
import { EditorPresence, EditorStatus } from '../editor/editor-status';
import { seesWork, type DeskBulletin } from './desk-bulletin';
import { useDesk } from './desk-context';
import { stateWords } from './desk-words';
import css from './bulletin-meta.module.css';

const m = catalogue(
  {
    path: 'Bültenin yolu',
    DRAFT: 'Taslak',
    IN_REVIEW: 'Görüş',
    IN_SIGNOFF: 'Olur',
    RELEASED: 'Servis',
    now: '(şimdi)',
    done: '(tamam)',
    lead: 'Yürüten',
  },
  {
    path: 'Way of the bulletin',
    DRAFT: 'Draft',
    IN_REVIEW: 'Review',
    IN_SIGNOFF: 'Sign-off',
    RELEASED: 'Release',
    now: '(now)',
    done: '(done)',
    lead: 'Led by',
  },
);

const steps = ['DRAFT', 'IN_REVIEW', 'IN_SIGNOFF', 'RELEASED'] as const;

/** Which step of the way is the present one. */
function stepOf(state: DeskBulletin['state']): number {
  if (state === 'SCHEDULED' || state === 'RELEASED') return 3;
  return steps.findIndex((step) => step === state);
}

/** Number, kind, where it stands, who has it open and whether it is saved. */
export function BulletinMeta() {
  const { bulletin } = useDesk();
  const look = useOfficeLook();
  return (
    <div className={css.meta}>
      <div className="row">
        {bulletin.number === null ? null : <strong className={css.number}>{bulletin.number}</strong>}
        <Mark>{sentenceOf(kindWords, bulletin.kind)}</Mark>
        <StateMark bulletin={bulletin} />
        <span className={css.lead}>
          <span className="quiet small">{m.lead()}</span>
          <OfficeBadge office={look(bulletin.leadOffice)} isLong />
        </span>
      </div>
      <StatePath bulletin={bulletin} />
      {seesWork(bulletin) ? (
        <div className={css.live}>
          <EditorPresence />
          <EditorStatus />
        </div>
      ) : null}
    </div>
  );
}

function StateMark({ bulletin: { state } }: { readonly bulletin: DeskBulletin }) {
  const tone = state === 'RELEASED' ? 'ok' : state === 'WITHDRAWN' || state === 'DISCARDED' ? 'alert' : 'accent';
  return <Mark tone={tone}>{sentenceOf(stateWords, state)}</Mark>;
}

function StatePath({ bulletin: { state } }: { readonly bulletin: DeskBulletin }) {
  const current = stepOf(state);
  if (current === -1) return null;
  const isOver = state === 'RELEASED';
  return (
    <ol className={css.path} aria-label={m.path()}>
      {steps.map((step, index) => {
        const isDone = index < current || (isOver && index === current);
        const isNow = index === current && !isOver;
        return (
          <li key={step} className={css.step} data-done={isDone || undefined} aria-current={isNow ? 'step' : undefined}>
            <span className={css.dot} aria-hidden>
              {isDone ? '✓' : index + 1}
            </span>
            {m[step]()}
            {isDone ? <span className="visually-hidden"> {m.done()}</span> : null}
            {isNow ? <span className="visually-hidden"> {m.now()}</span> : null}
          </li>
        );
      })}
    </ol>
  );
}
