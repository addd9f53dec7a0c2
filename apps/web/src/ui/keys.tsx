import { keysShown } from '../lib/shortcuts';
import css from './keys.module.css';

/** The keys of a shortcut, drawn as keys. */
export function Keys({ keys }: { readonly keys: string }) {
  return (
    <span className={css.keys}>
      {keysShown(keys).map((key, index) => (
        <kbd key={index} className={css.key}>
          {key}
        </kbd>
      ))}
    </span>
  );
}
