import { useId } from 'react';
import { catalogue } from '../../../lib/messages';
import { useOfficeLook, type SessionOffice } from '../../../lib/session';
import { Button } from '../../../ui/button';
import { Checkbox } from '../../../ui/field';
import { OfficeBadge } from '../../../ui/mark';
import css from './new-bulletin.module.css';

const m = catalogue(
  {
    title: 'Çağrılacak birimler',
    hint: 'Çağrılan birim, siz görüş ya da olur isteyince metni görür; kendi paragrafını kendisi yazar.',
    quick: 'Hızlı seçim',
    all: 'Hepsi',
    none: 'Hiçbiri',
    asBefore: 'Önceki gibi:',
  },
  {
    title: 'Offices to invite',
    hint: 'An invited office sees the text once you ask for comments or signatures; it writes its own paragraph.',
    quick: 'Quick choice',
    all: 'All',
    none: 'None',
    asBefore: 'As before:',
  },
);

interface OfficeChoiceProps {
  readonly offices: readonly SessionOffice[];
  readonly circles: readonly (readonly string[])[];
  readonly chosen: readonly string[];
  readonly onChange: (officeIds: readonly string[]) => void;
}

/** Which offices speak with us: one by one, all, or those of an earlier joint bulletin. */
export function OfficeChoice({ offices, circles, chosen, onChange }: OfficeChoiceProps) {
  const look = useOfficeLook();
  const hint = useId();
  const toggle = (id: string) => (isIn: boolean) =>
    onChange(isIn ? [...chosen, id] : chosen.filter((other) => other !== id));
  const ids = offices.map(({ id }) => id);
  return (
    <fieldset className={css.offices} aria-describedby={hint}>
      <legend className={css.legend}>{m.title()}</legend>
      <p id={hint} className="quiet small">
        {m.hint()}
      </p>
      <div className={css.quick} role="group" aria-label={m.quick()}>
        <Button className={css.quickButton ?? ''} onPress={() => onChange(ids)}>
          {m.all()}
        </Button>
        {circles.map((circle) => (
          <Button key={circle.join()} className={css.quickButton ?? ''} onPress={() => onChange(circle)}>
            <span className="visually-hidden">{m.asBefore()}</span>
            {offices
              .filter(({ id }) => circle.includes(id))
              .map((office) => (
                <OfficeBadge key={office.id} office={look(office)} />
              ))}
          </Button>
        ))}
        {chosen.length === 0 ? null : (
          <Button look="quiet" className={css.quickButton ?? ''} onPress={() => onChange([])}>
            {m.none()}
          </Button>
        )}
      </div>
      <ul className={css.list}>
        {offices.map((office) => (
          <li key={office.id}>
            <Checkbox isSelected={chosen.includes(office.id)} onChange={toggle(office.id)}>
              <OfficeBadge office={look(office)} isLong />
            </Checkbox>
          </li>
        ))}
      </ul>
    </fieldset>
  );
}
