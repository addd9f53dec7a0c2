import { catalogue } from '../../../lib/messages';
import css from './bulletin-table.module.css';
import { olurCount, type BulletinRow } from './list-query';

const m = catalogue(
  { count: 'Olur: {given} / {asked}', none: 'Bu bültende olur istenen birim yok' },
  { count: 'Signed: {given} / {asked}', none: 'No office is asked to sign' },
);

const round = 2 * Math.PI * 6;

/** How many olurs stand, in words and as a ring that fills. */
export function OlurRing({ bulletin }: { readonly bulletin: BulletinRow }) {
  const count = olurCount(bulletin);
  if (count === null) {
    return (
      <span className="quiet">
        <span aria-hidden>–</span>
        <span className="visually-hidden">{m.none()}</span>
      </span>
    );
  }
  const { given, asked } = count;
  return (
    <span className={css.olur} data-whole={given === asked || undefined}>
      <svg viewBox="0 0 16 16" width={16} height={16} aria-hidden>
        <circle cx={8} cy={8} r={6} className={css.track} />
        <circle
          cx={8}
          cy={8}
          r={6}
          className={css.arc}
          strokeDasharray={`${(round * given) / asked} ${round}`}
          transform="rotate(-90 8 8)"
        />
      </svg>
      {m.count(count)}
    </span>
  );
}
