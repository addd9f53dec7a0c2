import { useNavigate, useSearch } from '@tanstack/react-router';
import type { DeskSearch } from './desk-search';

/** What the address says, and the way to change a part of it without leaving the place. */
export function useDeskSearch(): readonly [DeskSearch, (change: DeskSearch) => void] {
  const search: DeskSearch = useSearch({ from: '/shell/bultenler/$id' });
  const navigate = useNavigate();
  const change = (part: DeskSearch) =>
    void navigate({ to: '.', search: { ...search, ...part }, replace: true, resetScroll: false });
  return [search, change];
}
