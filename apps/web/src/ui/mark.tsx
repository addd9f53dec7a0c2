import type { ReactNode } from 'react';
import css from './mark.module.css';

type Tone = 'plain' | 'accent' | 'ok' | 'warn' | 'alert';

/** A word that classifies: a state, a tag. */
export function Mark({ tone = 'plain', children }: { readonly tone?: Tone; readonly children: ReactNode }) {
  return <span className={`${css.mark} ${css[tone]}`}>{children}</span>;
}

export interface OfficeLook {
  readonly name: string;
  /** Two or three letters. */
  readonly shortCode: string;
  /** `#rrggbb`. */
  readonly colour: string;
}

/** An office by its code with its colour beside it, never the colour alone; the whole name is read out. */
export function OfficeBadge({ office, isLong = false }: { readonly office: OfficeLook; readonly isLong?: boolean }) {
  return (
    <span className={css.office} title={office.name}>
      <span className={css.bar} style={{ backgroundColor: office.colour }} aria-hidden />
      {isLong ? (
        office.name
      ) : (
        <>
          <span aria-hidden>{office.shortCode}</span>
          <span className="visually-hidden">{office.name}</span>
        </>
      )}
    </span>
  );
}
