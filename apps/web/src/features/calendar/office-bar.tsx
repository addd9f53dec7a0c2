import { createContext, useContext, type ReactNode } from 'react';
import { useSession } from '../../lib/session';
import css from './event-chip.module.css';

const Patterns = createContext<ReadonlyMap<string, number>>(new Map());

/** How many patterns there are; beyond them they come again, with another colour. */
const patternCount = 6;

/** Gives every office a pattern besides its colour, in protocol order. */
export function OfficePatterns({ children }: { readonly children: ReactNode }) {
  const ordered = useSession().offices.toSorted((one, other) => one.protocolOrder - other.protocolOrder);
  const patterns = new Map(ordered.map(({ id }, place) => [id, place % patternCount]));
  return <Patterns value={patterns}>{children}</Patterns>;
}

/** The bar of an office by colour and pattern; its code is always written beside it. */
export function OfficeBar({ office }: { readonly office: { readonly id: string; readonly colour: string } }) {
  const pattern = useContext(Patterns).get(office.id) ?? 0;
  return <span className={css.bar} data-pattern={pattern} style={{ backgroundColor: office.colour }} aria-hidden />;
}
