import { useEffect, useRef, type ReactNode } from 'react';
import { catalogue } from '../lib/messages';
import css from './page.module.css';

const m = catalogue({ product: 'Tek Ses' }, { product: 'Tek Ses' });

interface PageProps {
  readonly title: string;
  /** Above the title: where one came from. */
  readonly back?: ReactNode;
  /** Beside the title: the acts of the page, the primary one last. */
  readonly actions?: ReactNode;
  readonly children: ReactNode;
  /** `wide`: lists and desks; `text`: forms and reading. */
  readonly width?: 'wide' | 'text';
}

/** The frame of every page: its name in the tab, one `h1` that gets the focus on arrival, its acts, its content. */
export function Page({ title, back, actions, children, width = 'wide' }: PageProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title} · ${m.product()}`;
  }, [title]);
  useEffect(() => {
    if (document.activeElement === document.body) heading.current?.focus({ preventScroll: true });
  }, []);
  return (
    <div className={`${css.page} ${width === 'text' ? css.text : ''}`}>
      {back === undefined ? null : <div className={css.back}>{back}</div>}
      <header className={css.head}>
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        {actions === undefined ? null : <div className={css.actions}>{actions}</div>}
      </header>
      {children}
    </div>
  );
}
