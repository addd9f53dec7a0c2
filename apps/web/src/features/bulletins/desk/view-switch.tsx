import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import { catalogue } from '../../../lib/messages';
import css from './view-switch.module.css';

const m = catalogue(
  {
    label: 'Metnin görünümü',
    draft: 'Özgün',
    degisiklik: 'Değişiklikler',
    temiz: 'Temiz',
    olur: 'Olur verilen',
  },
  { label: 'Reading', draft: 'Original', degisiklik: 'Changes', temiz: 'Clean', olur: 'As signed' },
);

export type Reading = 'degisiklik' | 'temiz' | 'olur' | undefined;

interface ViewSwitchProps {
  readonly value: Reading;
  /** Whether there is a text that the office answered to. */
  readonly hasAnswered: boolean;
  readonly onChange: (value: Reading) => void;
}

/** The same text in four readings. */
export function ViewSwitch({ value, hasAnswered, onChange }: ViewSwitchProps) {
  const options = ['draft', 'degisiklik', 'temiz', ...(hasAnswered ? (['olur'] as const) : [])] as const;
  return (
    <ToggleButtonGroup
      aria-label={m.label()}
      className={css.group ?? ''}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[value ?? 'draft']}
      onSelectionChange={(keys) => {
        const [key] = [...keys];
        onChange(key === 'draft' ? undefined : (key as Reading));
      }}
    >
      {options.map((option) => (
        <ToggleButton key={option} id={option} className={css.option ?? ''}>
          {m[option]()}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
