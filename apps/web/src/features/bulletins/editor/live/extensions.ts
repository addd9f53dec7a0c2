import type { AnyExtension } from '@tiptap/core';
import Collaboration from '@tiptap/extension-collaboration';
import { Placeholder } from '@tiptap/extensions';
import type { Awareness } from 'y-protocols/awareness';
import type { Doc } from 'yjs';
import { Carets } from './carets';
import type { EditorActs } from './editor-acts';
import { Highlight } from './highlight';
import { Keys } from './keys';
import { Paste } from './paste';
import { schemaExtensions } from './schema';
import { field } from './section-line';
import { Suggesting } from './suggesting';

interface Parts {
  readonly doc: Doc;
  readonly awareness: Awareness | null;
  readonly acts: EditorActs;
  readonly placeholder: string;
}

/** Everything that one section's editor is made of. */
export function extensionsFor({ doc, awareness, acts, placeholder }: Parts): AnyExtension[] {
  const { kind } = acts.writing;
  return [
    ...schemaExtensions,
    Collaboration.configure({ document: doc, field }),
    Carets.configure({ awareness }),
    Suggesting.configure({ writing: acts.writing }),
    Keys.configure({ kind, acts }),
    Paste.configure({ kind }),
    Highlight,
    Placeholder.configure({ placeholder, emptyEditorClass: 'empty' }),
  ];
}
