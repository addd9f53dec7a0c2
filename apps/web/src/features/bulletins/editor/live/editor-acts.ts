import type { Editor } from '@tiptap/core';
import { TextSelection } from '@tiptap/pm/state';
import { suggestionsOn } from '@domain/text/draft.read';
import { linkAddress } from '@domain/text/link-address';
import type { Writing } from './writing';

/** What is asked for beside the text: at most one thing at a time. */
export type Asked = 'link' | 'comment' | null;

/** What keys and toolbar do in one section. */
export class EditorActs {
  private asked: Asked = null;
  private readonly listeners = new Set<() => void>();
  private editor: Editor | null = null;

  constructor(
    readonly writing: Writing,
    /** Says that everything is kept; Ctrl+S. */
    private readonly confirm: () => void,
  ) {}

  readonly look = (): Asked => this.asked;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  bind(editor: Editor): void {
    this.editor = editor;
  }

  askLink = (): boolean => this.ask('link');

  /** Only about words: there must be some selected. */
  askComment = (): boolean => this.editor?.state.selection.empty === false && this.ask('comment');

  stopAsking = (): void => {
    this.ask(null);
    this.editor?.commands.focus();
  };

  toggleSuggesting = (): boolean => {
    this.writing.toggle();
    return true;
  };

  confirmSaved = (): boolean => {
    this.confirm();
    return true;
  };

  /** The link under the caret; empty: none. */
  presentLink(): string {
    const href: unknown = this.editor?.getAttributes('link')['href'];
    return typeof href === 'string' ? href : '';
  }

  /** Links the selected words; an empty address takes the link away. Says false for an address that may not be linked to. */
  setLink(address: string): boolean {
    const { editor } = this;
    if (!editor) return false;
    const typed = address.trim();
    if (typed === '') {
      editor.chain().focus().extendMarkRange('link').unsetMark('link').run();
      return true;
    }
    const href = linkAddress(typed) ?? linkAddress(typed.includes('@') ? `mailto:${typed}` : `https://${typed}`);
    if (href === null) return false;
    editor.chain().focus().extendMarkRange('link').setMark('link', { href }).run();
    return true;
  }

  /** The selected words, to quote them in a remark. */
  quoted(): string {
    const { editor } = this;
    if (!editor) return '';
    const { from, to } = editor.state.selection;
    return editor.state.doc.textBetween(from, to, '\n', '\n').replaceAll('\u200B', '').slice(0, 500);
  }

  /** Anchors a thread of remarks on the selected words. */
  anchorComment(id: string): void {
    this.editor?.chain().focus().setMark('comment', { id }).run();
  }

  /** Goes to the next suggestion or remark after the caret, and from the last one to the first. */
  nextFinding = (): boolean => {
    const { editor } = this;
    if (!editor) return false;
    const places: number[] = [];
    editor.state.doc.descendants((node, pos) => {
      if (suggestionsOn(node).length > 0 || node.marks.some(({ type }) => type.name === 'comment')) places.push(pos);
    });
    const after = places.find((pos) => pos > editor.state.selection.from) ?? places[0];
    if (after !== undefined) goTo(editor, after);
    return true;
  };

  private ask(next: Asked): boolean {
    this.asked = next;
    for (const listener of this.listeners) listener();
    return true;
  }
}

function goTo(editor: Editor, pos: number): void {
  const selection = TextSelection.near(editor.state.doc.resolve(pos + 1), 1);
  editor.view.dispatch(editor.state.tr.setSelection(selection).scrollIntoView());
  editor.view.focus();
}

/** Goes to the words of a suggestion or thread; false: they are not in this text. */
export function goToMarked(editor: Editor, id: string): boolean {
  let found = -1;
  editor.state.doc.descendants((node, pos) => {
    const isIt =
      suggestionsOn(node).some((suggestion) => suggestion.id === id)
      || node.marks.some(({ type, attrs }) => type.name === 'comment' && attrs['id'] === id);
    if (isIt && found < 0) found = pos;
    return found < 0;
  });
  if (found < 0) return false;
  goTo(editor, found);
  return true;
}
