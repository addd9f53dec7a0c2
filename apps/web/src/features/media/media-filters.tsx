import type { ReactNode } from 'react';
import { catalogue } from '../../lib/messages';
import { Button } from '../../ui/button';
import { EmptyState } from '../../ui/feedback';
import { SearchField } from '../../ui/field';
import css from './media.module.css';

const m = catalogue({ clear: 'Süzgeçleri temizle' }, { clear: 'Clear the filters' });

interface FiltersProps {
  readonly label: string;
  readonly text: string;
  readonly onText: (text: string) => void;
  /** The choices beside the search box. */
  readonly children: ReactNode;
}

/** The search box of a page of the guide and the choices beside it. */
export function MediaFilters({ label, text, onText, children }: FiltersProps) {
  return (
    <search className={css.filters}>
      <SearchField label={label} value={text} onChange={onText} />
      {children}
    </search>
  );
}

/** Filters that leave nothing, and the way out of them. */
export function NothingFound({ title, onClear }: { readonly title: string; readonly onClear: () => void }) {
  return <EmptyState title={title} action={<Button onPress={onClear}>{m.clear()}</Button>} />;
}
