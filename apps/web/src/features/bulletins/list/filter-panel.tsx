import { useState } from 'react';
import { catalogue } from '../../../lib/messages';
import { useSession } from '../../../lib/session';
import { SelectField, TextField } from '../../../ui/field';
import { FloatingPanel } from '../../../ui/floating';
import type { Opened } from '../../../ui/opener';
import css from './bulletin-list.module.css';
import { kindSlugs, type BulletinListSearch } from './list-search';
import { kindName } from './list-words';

const m = catalogue(
  {
    office: 'Birim',
    allOffices: 'Bütün birimler',
    kind: 'Tür',
    allKinds: 'Bütün türler',
    tag: 'Etiket',
    from: 'Değişikliğin ilk günü',
    until: 'Değişikliğin son günü',
    order: 'Sıra',
    byChange: 'Son değişen önce',
    byRelease: 'Son servis edilen önce',
  },
  {
    office: 'Office',
    allOffices: 'All offices',
    kind: 'Kind',
    allKinds: 'All kinds',
    tag: 'Tag',
    from: 'Changed from',
    until: 'Changed until',
    order: 'Order',
    byChange: 'Last change first',
    byRelease: 'Last release first',
  },
);

interface FilterPanelProps extends Opened {
  readonly label: string;
  readonly search: BulletinListSearch;
  readonly onChange: (choice: { [Key in keyof BulletinListSearch]?: BulletinListSearch[Key] | undefined }) => void;
}

const none = '-';

/** All choices of the list; each counts as soon as it is made. */
export function FilterPanel({ search, onChange, ...opened }: FilterPanelProps) {
  const { offices } = useSession();
  const inProtocol = offices.toSorted((one, other) => one.protocolOrder - other.protocolOrder);
  const chosen = (value: string) => (value === none ? undefined : value);
  return (
    <FloatingPanel {...opened}>
      <div className={css.filters}>
        <SelectField
          label={m.office()}
          value={search.birim ?? none}
          options={[
            { value: none, label: m.allOffices() },
            ...inProtocol.map(({ code, name }) => ({ value: code, label: name })),
          ]}
          onChange={(value) => onChange({ birim: chosen(value) })}
        />
        <SelectField
          label={m.kind()}
          value={search.tur ?? none}
          options={[
            { value: none, label: m.allKinds() },
            ...kindSlugs.map((slug) => ({ value: slug, label: kindName(slug) })),
          ]}
          onChange={(value) => onChange({ tur: kindSlugs.find((slug) => slug === value) })}
        />
        <LateField label={m.tag()} value={search.etiket ?? ''} onDone={(etiket) => onChange({ etiket })} />
        <LateField label={m.from()} type="date" value={search.bas ?? ''} onDone={(bas) => onChange({ bas })} />
        <LateField label={m.until()} type="date" value={search.son ?? ''} onDone={(son) => onChange({ son })} />
        <SelectField
          label={m.order()}
          value={search.sira ?? none}
          options={[
            { value: none, label: m.byChange() },
            { value: 'servis', label: m.byRelease() },
          ]}
          onChange={(value) => onChange({ sira: value === 'servis' ? value : undefined })}
        />
      </div>
    </FloatingPanel>
  );
}

interface LateFieldProps {
  readonly label: string;
  readonly type?: 'text' | 'date';
  readonly value: string;
  /** `undefined`: nothing is chosen. */
  readonly onDone: (value: string | undefined) => void;
}

/** A field whose words count when one leaves it or presses Enter. */
function LateField({ label, type = 'text', value, onDone }: LateFieldProps) {
  const [typed, setTyped] = useState(value);
  const finish = () => {
    if (typed.trim() !== value) onDone(typed.trim() || undefined);
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        finish();
      }}
    >
      <TextField label={label} type={type} value={typed} onChange={setTyped} onBlur={finish} />
    </form>
  );
}
