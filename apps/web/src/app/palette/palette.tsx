import { useNavigate } from '@tanstack/react-router';
import { useState, type KeyboardEvent } from 'react';
import {
  Autocomplete,
  Dialog,
  Header,
  Input,
  Menu,
  MenuItem,
  MenuSection,
  Modal,
  ModalOverlay,
  SearchField,
} from 'react-aria-components';
import { IconSearch } from '@tabler/icons-react';
import { usePaletteRecords } from '../../features/search/palette-records';
import { catalogue } from '../../lib/messages';
import { useSession } from '../../lib/session';
import { useCommands } from '../../lib/shortcuts';
import { Keys } from '../../ui/keys';
import { usePlaces } from '../places';
import { paletteGroups, type PaletteItem } from './palette-groups';
import css from './palette.module.css';

const m = catalogue(
  {
    title: 'Komut paleti',
    field: 'Kayıt ara, sayfaya git, işlem yap',
    nothing: 'Eşleşen bir şey yok.',
    choose: 'seç',
    open: 'aç',
    newTab: 'yeni sekmede aç',
  },
  {
    title: 'Command palette',
    field: 'Find a record, go to a page, do something',
    nothing: 'Nothing matches.',
    choose: 'choose',
    open: 'open',
    newTab: 'open in a new tab',
  },
);

/** One field for everything: what was open last, where to go, what can be done now, and records by their words. */
export function Palette({ onClose }: { readonly onClose: () => void }) {
  const [query, setQuery] = useState('');
  const { viewer } = useSession();
  const navigate = useNavigate();
  const places = usePlaces();
  const commands = useCommands();
  const { records, isSettled } = usePaletteRecords(query);
  const groups = paletteGroups({ query: query.trim(), userId: viewer.user.id, places, commands, records, isSettled });
  const items = new Map(groups.flatMap((group) => group.items.map((item) => [item.id, item])));
  const choose = (id: string) => {
    const item = items.get(id);
    onClose();
    if (item?.href !== undefined) void navigate({ href: item.href });
    item?.run?.();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    event.stopPropagation();
    const href = items.get(focusedItem())?.href;
    if (href === undefined) return;
    window.open(href, '_blank', 'noopener');
    onClose();
  };
  return (
    <ModalOverlay isOpen onOpenChange={onClose} isDismissable className={css.overlay ?? ''}>
      <Modal className={css.modal ?? ''}>
        <Dialog aria-label={m.title()} className={css.dialog ?? ''}>
          <div className={css.frame} onKeyDownCapture={onKeyDown}>
            <Autocomplete inputValue={query} onInputChange={setQuery}>
              <SearchField autoFocus aria-label={m.field()} className={css.field ?? ''}>
                <IconSearch size={20} aria-hidden />
                <Input className={css.input ?? ''} placeholder={m.field()} />
              </SearchField>
              <Menu
                aria-label={m.title()}
                className={css.list ?? ''}
                onAction={(id) => choose(String(id))}
                renderEmptyState={() => <p className={css.empty}>{m.nothing()}</p>}
              >
                {groups.map((group) => (
                  <MenuSection key={group.id} className={css.group ?? ''}>
                    <Header className={css.title ?? ''}>{group.title}</Header>
                    {group.items.map((item) => (
                      <Item key={item.id} item={item} />
                    ))}
                  </MenuSection>
                ))}
              </Menu>
            </Autocomplete>
            <Legend />
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function Item({ item }: { readonly item: PaletteItem }) {
  return (
    <MenuItem id={item.id} textValue={item.label} className={css.item ?? ''}>
      <span className={css.words} data-palette-item={item.id}>
        <span>{item.label}</span>
        {item.detail === undefined ? null : <span className={css.detail}>{item.detail}</span>}
      </span>
      {item.keys ? <Keys keys={item.keys} /> : null}
    </MenuItem>
  );
}

function Legend() {
  return (
    <p className={css.legend} aria-hidden>
      <Keys keys="↑ ↓" /> {m.choose()} <Keys keys="↵" /> {m.open()} <Keys keys="Ctrl+↵" /> {m.newTab()}
    </p>
  );
}

/** The item that the field points at; focus itself stays in the field. */
function focusedItem(): string {
  const id = document.activeElement?.getAttribute('aria-activedescendant') ?? '';
  const words = document.getElementById(id)?.querySelector<HTMLElement>('[data-palette-item]');
  return words?.dataset['paletteItem'] ?? '';
}
