import { Extension } from '@tiptap/core';
import { yCursorPlugin } from '@tiptap/y-tiptap';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import type { Awareness } from 'y-protocols/awareness';

interface Seen {
  readonly name?: string;
  readonly office?: string;
  readonly color?: string;
}

const shownMilliseconds = 2_000;

/** A caret with a name; the name fades two seconds after it last moved. */
function caretOf({ name = '', office = '', color = '#545b62' }: Seen, client: number): HTMLElement {
  const caret = document.createElement('span');
  caret.className = 'caret';
  caret.dataset['client'] = String(client);
  caret.style.setProperty('--caret', color);
  const label = document.createElement('span');
  label.className = 'caret-name';
  label.textContent = office === '' ? name : `${name} · ${office}`;
  caret.append(label);
  return caret;
}

const selectionOf = ({ color = '#545b62' }: Seen) => ({
  style: `background-color: color-mix(in srgb, ${color} 25%, transparent)`,
  class: 'caret-selection',
});

/** Quiets the labels of carets that have not moved for a while. */
function quietingPlugin(awareness: Awareness) {
  return new Plugin({
    key: new PluginKey('caretNames'),
    view: ({ dom }) => {
      const timers = new Map<number, number>();
      const quiet = (client: number, isQuiet: boolean) => {
        const caret = dom.querySelector<HTMLElement>(`.caret[data-client="${client}"]`);
        if (caret) caret.toggleAttribute('data-quiet', isQuiet);
      };
      const follow = ({ updated, added, removed }: Record<'updated' | 'added' | 'removed', number[]>) => {
        for (const client of [...updated, ...added, ...removed]) {
          clearTimeout(timers.get(client));
          quiet(client, false);
          timers.set(
            client,
            window.setTimeout(() => quiet(client, true), shownMilliseconds),
          );
        }
      };
      awareness.on('change', follow);
      return {
        destroy: () => {
          awareness.off('change', follow);
          for (const timer of timers.values()) clearTimeout(timer);
        },
      };
    },
  });
}

/** The carets and selections of the others, in the colours of their offices. */
export const Carets = Extension.create<{ awareness: Awareness | null }>({
  name: 'carets',
  addOptions: () => ({ awareness: null }),
  addProseMirrorPlugins() {
    const { awareness } = this.options;
    if (awareness === null) return [];
    return [
      yCursorPlugin(awareness, { cursorBuilder: caretOf as never, selectionBuilder: selectionOf as never }),
      quietingPlugin(awareness),
    ];
  },
});
