import type { Editor } from '@tiptap/core';
import type { RoomState } from '../room-state';
import type { EditorActs } from './editor-acts';

/** The section whose text has, or last had, the focus: the toolbar serves it. */
export interface ActiveSection {
  readonly editor: Editor;
  readonly acts: EditorActs;
}

class Active {
  private section: ActiveSection | null = null;
  private readonly listeners = new Set<() => void>();

  readonly look = (): ActiveSection | null => this.section;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  set(section: ActiveSection | null): void {
    this.section = section;
    for (const listener of this.listeners) listener();
  }

  /** A section is gone from the page. */
  drop(editor: Editor): void {
    if (this.section?.editor === editor) this.set(null);
  }
}

const rooms = new WeakMap<RoomState, Active>();

export function activeOf(room: RoomState): Active {
  const active = rooms.get(room) ?? new Active();
  rooms.set(room, active);
  return active;
}
