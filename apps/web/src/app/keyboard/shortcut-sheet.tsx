import { catalogue } from '../../lib/messages';
import { switchShortcuts, useCommands, useShortcutsOn, type Command } from '../../lib/shortcuts';
import { Switch } from '../../ui/field';
import { Keys } from '../../ui/keys';
import { Dialog } from '../../ui/overlay';
import css from './shortcut-sheet.module.css';

const m = catalogue(
  {
    title: 'Klavye kısayolları',
    page: 'Bu sayfada',
    places: 'Git',
    everywhere: 'Her yerde',
    letters: 'Harf kısayolları açık',
    hint: 'Harf kısayolları yazı alanlarında çalışmaz. Ekran okuyucu ya da ses komutu kullanıyorsanız kapatabilirsiniz; Ctrl ile basılanlar ve F1 açık kalır.',
    primary: 'Sayfadaki ana işlem',
    close: 'Kapat, geri dön',
  },
  {
    title: 'Keyboard shortcuts',
    page: 'On this page',
    places: 'Go to',
    everywhere: 'Everywhere',
    letters: 'Letter shortcuts are on',
    hint: 'Letters do nothing in text fields. If you use a screen reader or voice control you can turn them off; those with Ctrl and F1 stay.',
    primary: 'Main act of the page',
    close: 'Close, go back',
  },
);

type Line = Pick<Command, 'label'> & { readonly keys: string };

const withKeys = (command: Command): command is Command & Line => command.keys !== null;
const isSequence = ({ keys }: Line) => keys.includes(' ');

/** Everything that a key does now, and the switch for keys without Ctrl. */
export function ShortcutSheet({ onClose }: { readonly onClose: () => void }) {
  const isOn = useShortcutsOn();
  const all = useCommands().filter(withKeys);
  const everywhere = all.filter(({ reach }) => reach === 'everywhere');
  return (
    <Dialog title={m.title()} isOpen onClose={onClose}>
      <Lines title={m.page()} lines={all.filter(({ reach }) => reach === 'page')} />
      <Lines title={m.places()} lines={everywhere.filter(isSequence)} />
      <Lines
        title={m.everywhere()}
        lines={[
          ...everywhere.filter((line) => !isSequence(line)),
          { keys: 'Ctrl+Enter', label: m.primary() },
          { keys: 'Esc', label: m.close() },
        ]}
      />
      <div className={css.setting}>
        <Switch isSelected={isOn} onChange={switchShortcuts}>
          {m.letters()}
        </Switch>
        <p className="quiet small">{m.hint()}</p>
      </div>
    </Dialog>
  );
}

function Lines({ title, lines }: { readonly title: string; readonly lines: readonly Line[] }) {
  if (lines.length === 0) return null;
  return (
    <section className={css.group}>
      <h3 className={css.title}>{title}</h3>
      <dl className={css.lines}>
        {lines.map(({ keys, label }) => (
          <div key={`${keys} ${label}`} className={css.line}>
            <dt>{label}</dt>
            <dd>
              <Keys keys={keys} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
