import { useEffect, useRef, type ReactNode } from 'react';
import { formatNear } from '../../../../lib/dates';
import { useOfficeLook, useSession } from '../../../../lib/session';
import { OfficeBadge } from '../../../../ui/mark';
import css from './margin.module.css';

export interface CardActs {
  /** The caret stands in its words. */
  readonly isActive: boolean;
  /** Goes to its words. */
  readonly onGo: () => void;
  readonly onHover: (isOver: boolean) => void;
}

interface CardProps extends CardActs {
  readonly label: string;
  readonly kind: 'suggestion' | 'thread';
  readonly children: ReactNode;
}

/** One suggestion or thread in the margin. It comes into sight when the caret comes into its words. */
export function Card({ label, kind, isActive, onHover, children }: CardProps) {
  const card = useRef<HTMLElement>(null);
  useEffect(() => {
    if (isActive) card.current?.scrollIntoView({ block: 'nearest' });
  }, [isActive]);
  return (
    <article
      ref={card}
      className={`${css.card} ${kind === 'suggestion' ? css.suggestion : ''}`}
      aria-label={label}
      data-active={isActive || undefined}
      onMouseEnter={() => onHover(true)}
      onMouseLeave={() => onHover(false)}
      onFocus={() => onHover(true)}
      onBlur={() => onHover(false)}
    >
      {children}
    </article>
  );
}

/** Who said it, for which office, and when. */
export function Byline({
  name,
  officeId,
  at,
}: {
  readonly name: string;
  readonly officeId: string;
  readonly at: string;
}) {
  const { offices } = useSession();
  const look = useOfficeLook();
  const office = offices.find(({ id }) => id === officeId);
  return (
    <p className={css.byline}>
      {office === undefined ? null : <OfficeBadge office={look(office)} />}
      <span className={css.name}>{name}</span>
      <time className="quiet" dateTime={at}>
        {formatNear(at)}
      </time>
    </p>
  );
}
