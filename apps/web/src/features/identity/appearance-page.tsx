import { useState } from 'react';
import { catalogue, changeLocale, locale } from '../../lib/messages';
import { changeTheme, readTheme, type Theme } from '../../lib/theme';
import { RadioField } from '../../ui/field';
import { AccountFrame } from './account-frame';

const m = catalogue(
  {
    theme: 'Renkler',
    system: 'Cihazınki',
    light: 'Açık',
    dark: 'Koyu',
    language: 'Dil',
    hint: 'Bu ayarlar yalnız bu cihaz içindir.',
  },
  {
    theme: 'Colours',
    system: "The device's",
    light: 'Light',
    dark: 'Dark',
    language: 'Language',
    hint: 'These settings are for this device only.',
  },
);

/** Languages are named in their own tongue. */
const languages = [
  { value: 'tr', label: 'Türkçe' },
  { value: 'en', label: 'English' },
] as const;

/** What concerns this device alone. */
export function AppearancePage() {
  const [theme, setTheme] = useState<Theme>(readTheme);
  return (
    <AccountFrame>
      <p className="quiet">{m.hint()}</p>
      <RadioField
        label={m.theme()}
        value={theme}
        options={[
          { value: 'system', label: m.system() },
          { value: 'light', label: m.light() },
          { value: 'dark', label: m.dark() },
        ]}
        onChange={(next) => {
          setTheme(next);
          changeTheme(next);
        }}
      />
      <RadioField label={m.language()} value={locale} options={languages} onChange={changeLocale} />
    </AccountFrame>
  );
}
