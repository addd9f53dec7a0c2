import { Link } from '@tanstack/react-router';
import css from './tabs.module.css';

export interface LinkTab {
  readonly href: string;
  readonly label: string;
  readonly isCurrent: boolean;
  readonly count?: number | undefined;
}

/** Tabs that are addresses of their own: links, so that they open in new tabs and "back" returns to the last one. */
export function LinkTabs({ label, tabs }: { readonly label: string; readonly tabs: readonly LinkTab[] }) {
  return (
    <nav aria-label={label} className={css.list}>
      {tabs.map((tab) => (
        <Link
          key={tab.href}
          to={tab.href}
          className={css.tab}
          activeOptions={{ exact: true }}
          activeProps={{}}
          ref={tab.isCurrent ? bringIntoView : null}
          aria-current={tab.isCurrent ? 'page' : undefined}
        >
          {tab.label}
          {tab.count === undefined ? null : <span className={css.count}>{tab.count}</span>}
        </Link>
      ))}
    </nav>
  );
}

/** On a phone the row of tabs is wider than the screen; only the row moves, never the page. */
function bringIntoView(tab: HTMLAnchorElement | null): void {
  const row = tab?.parentElement;
  if (!tab || !row) return;
  const { left, right } = tab.getBoundingClientRect();
  const frame = row.getBoundingClientRect();
  if (left < frame.left) row.scrollLeft += left - frame.left;
  else if (right > frame.right) row.scrollLeft += right - frame.right;
}
