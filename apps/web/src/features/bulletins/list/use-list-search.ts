import { useNavigate, useSearch } from '@tanstack/react-router';
import { choose, type BulletinListSearch } from './list-search';

/** The choices in the address and the ways to change them; each change begins at the first page. */
export function useListSearch() {
  const search = useSearch({ from: '/shell/bultenler' });
  const navigate = useNavigate({ from: '/bultenler' });
  const goTo = (next: BulletinListSearch, isStep = true) => void navigate({ search: next, replace: !isStep });
  return {
    search,
    /** Shows another list. */
    goTo,
    /** Changes some choices; `undefined` takes one away. */
    change: (choice: Parameters<typeof choose>[1], isStep = true) => goTo(choose(search, choice), isStep),
  };
}
