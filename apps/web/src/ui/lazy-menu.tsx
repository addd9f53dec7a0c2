import { lazy, Suspense, type ReactNode } from 'react';
import { Opener } from './opener';
import type { MenuAct } from './overlay';

const load = () => import('./floating-acts');
const Acts = lazy(async () => ({ default: (await load()).FloatingActs }));

interface LazyMenuProps {
  readonly label: string;
  readonly acts: readonly MenuAct[];
  readonly look?: 'primary' | 'plain' | 'quiet' | 'icon';
  readonly className?: string;
  /** What the button shows; its words must hold the label, or it is a sign alone. */
  readonly children: ReactNode;
  /** The children are a sign, so the label is read out. */
  readonly isSign?: boolean;
}

/** A menu of acts whose code comes when it is reached for; for the first page and the shell. */
export function LazyMenu({ label, acts, children, isSign = false, ...rest }: LazyMenuProps) {
  return (
    <Opener
      {...rest}
      {...(isSign ? { label } : {})}
      popup="menu"
      preload={load}
      content={(opened) => (
        <Suspense>
          <Acts {...opened} label={label} acts={acts} />
        </Suspense>
      )}
    >
      {children}
    </Opener>
  );
}
