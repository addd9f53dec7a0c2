import { useNavigate } from '@tanstack/react-router';
import { IconCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { Header, MenuItem, MenuSection, Separator, type Key } from 'react-aria-components';
import { changeLocale, catalogue, locale, type Locale } from '../lib/messages';
import { press } from '../lib/shortcuts';
import { signOut } from '../lib/sign-out';
import { changeTheme, readTheme, type Theme } from '../lib/theme';
import { FloatingMenu } from '../ui/floating';
import { Keys } from '../ui/keys';
import type { Opened } from '../ui/opener';
import overlay from '../ui/overlay.module.css';
import { ownPlaces } from './places';
import css from './person-menu.module.css';

const m = catalogue(
  {
    shortcuts: 'Klavye kısayolları',
    theme: 'Görünüm',
    light: 'Açık',
    dark: 'Koyu',
    system: 'Aygıtla aynı',
    language: 'Dil',
    signOut: 'Çıkış yap',
  },
  {
    shortcuts: 'Keyboard shortcuts',
    theme: 'Appearance',
    light: 'Light',
    dark: 'Dark',
    system: 'Same as device',
    language: 'Language',
    signOut: 'Sign out',
  },
);

const themes: readonly { readonly id: Theme; readonly label: string }[] = [
  { id: 'light', label: m.light() },
  { id: 'dark', label: m.dark() },
  { id: 'system', label: m.system() },
];

// Each language is named in itself, so that it is found by who needs it.
const languages: readonly { readonly id: Locale; readonly label: string }[] = [
  { id: 'tr', label: 'Türkçe' },
  { id: 'en', label: 'English' },
];

/** One's own pages, how this device shows the desk, and the way out. */
export function PersonMenu({ label, ...opened }: Opened & { readonly label: string }) {
  const navigate = useNavigate();
  const [theme, setTheme] = useState(readTheme);
  const chooseTheme = (next: Theme) => {
    changeTheme(next);
    setTheme(next);
  };
  return (
    <FloatingMenu {...opened} label={label}>
      <MenuSection className={css.section ?? ''}>
        {ownPlaces.map((place) => (
          <MenuItem
            key={place.to}
            id={place.to}
            className={overlay.item ?? ''}
            onAction={() => void navigate({ to: place.to })}
          >
            {place.label}
          </MenuItem>
        ))}
        <MenuItem id="shortcuts" textValue={m.shortcuts()} className={overlay.item ?? ''} onAction={() => press('F1')}>
          <span className={css.line}>
            {m.shortcuts()} <Keys keys="F1" />
          </span>
        </MenuItem>
      </MenuSection>
      <Separator className={css.separator ?? ''} />
      <Choices title={m.theme()} options={themes} chosen={theme} onChoose={chooseTheme} />
      <Separator className={css.separator ?? ''} />
      <Choices title={m.language()} options={languages} chosen={locale} onChoose={changeLocale} />
      <Separator className={css.separator ?? ''} />
      <MenuItem id="out" className={overlay.item ?? ''} onAction={() => void signOut()}>
        {m.signOut()}
      </MenuItem>
    </FloatingMenu>
  );
}

interface ChoicesProps<Value extends string> {
  readonly title: string;
  readonly options: readonly { readonly id: Value; readonly label: string }[];
  readonly chosen: Value;
  readonly onChoose: (value: Value) => void;
}

function Choices<Value extends string>({ title, options, chosen, onChoose }: ChoicesProps<Value>) {
  const choose = (keys: 'all' | Iterable<Key>) => {
    const next = options.find(({ id }) => keys !== 'all' && [...keys].includes(id));
    if (next && next.id !== chosen) onChoose(next.id);
  };
  return (
    <MenuSection
      className={css.section ?? ''}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[chosen]}
      onSelectionChange={choose}
    >
      <Header className={css.title ?? ''}>{title}</Header>
      {options.map(({ id, label }) => (
        <MenuItem key={id} id={id} textValue={label} className={overlay.item ?? ''}>
          {({ isSelected }) => (
            <span className={css.line} lang={id.length === 2 ? id : undefined}>
              {label} {isSelected ? <IconCheck size={18} aria-hidden /> : null}
            </span>
          )}
        </MenuItem>
      ))}
    </MenuSection>
  );
}
