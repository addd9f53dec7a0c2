import { MenuItem } from 'react-aria-components';
import { FloatingMenu } from './floating';
import type { Opened } from './opener';
import type { MenuAct } from './overlay';
import css from './overlay.module.css';

type FloatingActsProps = Opened & { readonly label: string; readonly acts: readonly MenuAct[] };

/** Acts as a menu; one that cannot be done now says why. */
export function FloatingActs({ acts, ...rest }: FloatingActsProps) {
  return (
    <FloatingMenu {...rest}>
      {acts.map((act) => (
        <MenuItem
          key={act.id}
          id={act.id}
          textValue={act.label}
          className={`${css.item} ${act.isDangerous ? css.dangerous : ''}`}
          aria-disabled={act.refusal !== undefined}
          onAction={() => (act.refusal === undefined ? act.run() : undefined)}
        >
          <span>{act.label}</span>
          {act.refusal === undefined ? null : <span className={css.refusal}>{act.refusal}</span>}
        </MenuItem>
      ))}
    </FloatingMenu>
  );
}
