import { IconAdjustmentsHorizontal, IconX } from '@tabler/icons-react';
import { lazy, Suspense } from 'react';
import { ToggleButton } from 'react-aria-components';
import { catalogue } from '../../../lib/messages';
import { useSession } from '../../../lib/session';
import { Button } from '../../../ui/button';
import { Opener } from '../../../ui/opener';
import css from './bulletin-list.module.css';
import { choose, type BulletinListSearch } from './list-search';
import { choicesOf, jointWords, waitingWords } from './list-words';
import { SearchBox } from './search-box';

const m = catalogue(
  { filters: 'Süzgeçler', active: 'Etkin süzgeçler', remove: 'Kaldır: {label}', clear: 'Süzgeçleri temizle' },
  { filters: 'Filters', active: 'Active filters', remove: 'Remove: {label}', clear: 'Clear filters' },
);

const loadPanel = () => import('./filter-panel');
const Panel = lazy(async () => ({ default: (await loadPanel()).FilterPanel }));

interface FilterBarProps {
  readonly search: BulletinListSearch;
  readonly onChange: (choice: Parameters<typeof choose>[1], isStep?: boolean) => void;
}

/** The search box, the two choices that are made most, the panel of the others, and what is chosen as chips. */
export function FilterBar({ search, onChange }: FilterBarProps) {
  return (
    <div className={css.bar}>
      <div className={css.barLine}>
        <div className={css.searchBox}>
          <SearchBox words={search.q ?? ''} onSearch={(q) => onChange({ q: q || undefined }, false)} />
        </div>
        <ToggleButton
          className={css.toggle ?? ''}
          isSelected={search.bekleyen ?? false}
          onChange={(isOn) => onChange({ bekleyen: isOn ? true : undefined })}
        >
          {waitingWords()}
        </ToggleButton>
        <ToggleButton
          className={css.toggle ?? ''}
          isSelected={search.ortak ?? false}
          onChange={(isOn) => onChange({ ortak: isOn ? true : undefined })}
        >
          {jointWords()}
        </ToggleButton>
        <Opener
          popup="dialog"
          preload={loadPanel}
          content={(opened) => (
            <Suspense>
              <Panel {...opened} label={m.filters()} search={search} onChange={onChange} />
            </Suspense>
          )}
        >
          <IconAdjustmentsHorizontal size={18} aria-hidden /> {m.filters()}
        </Opener>
      </div>
      <Chips search={search} onChange={onChange} />
    </div>
  );
}

/** What is chosen, each with its way out. */
function Chips({ search, onChange }: FilterBarProps) {
  const { offices } = useSession();
  const choices = choicesOf(search, offices);
  if (choices.length === 0) return null;
  const clear = Object.fromEntries(choices.map(({ key }) => [key, undefined]));
  return (
    <ul className={css.chips} aria-label={m.active()}>
      {choices.map(({ key, label }) => (
        <li key={key}>
          <Button
            className={css.chip ?? ''}
            aria-label={m.remove({ label })}
            onPress={() => onChange({ [key]: undefined })}
          >
            {label} <IconX size={16} aria-hidden />
          </Button>
        </li>
      ))}
      <li>
        <Button look="quiet" className={css.clear ?? ''} onPress={() => onChange(clear)}>
          {m.clear()}
        </Button>
      </li>
    </ul>
  );
}
