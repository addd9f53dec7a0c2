import { useNavigate, useSearch } from '@tanstack/react-router';
import { catalogue } from '../../lib/messages';
import { useSession, type SessionOffice } from '../../lib/session';
import { SelectField } from '../../ui/field';
import css from './administration.module.css';

const m = catalogue({ office: 'Birim' }, { office: 'Office' });

/** Whether the viewer runs the platform and acts for no office. */
export function useIsOperator(): boolean {
  const { viewer } = useSession();
  return viewer.isOperator && viewer.office === null;
}

/** The office whose administration is shown: one's own; operators choose it in the address (`?birim=edremit`). */
export function useChosenOffice(): SessionOffice | null {
  const { viewer, offices } = useSession();
  const { birim }: { readonly birim?: string } = useSearch({ strict: false });
  if (viewer.office !== null) return offices.find(({ id }) => id === viewer.office?.id) ?? null;
  if (!viewer.isOperator) return null;
  return offices.find(({ code }) => code === birim) ?? offices.find(({ state }) => state !== 'INACTIVE') ?? null;
}

/** For operators alone: which office. */
export function OfficeChoice() {
  const { offices } = useSession();
  const isOperator = useIsOperator();
  const chosen = useChosenOffice();
  const navigate = useNavigate();
  if (!isOperator) return null;
  const options = offices.map(({ code, name }) => ({ value: code, label: name }));
  return (
    <div className={css.choice}>
      <SelectField
        label={m.office()}
        value={chosen?.code ?? null}
        options={options}
        onChange={(birim) => void navigate({ to: '.', search: { birim } })}
      />
    </div>
  );
}
