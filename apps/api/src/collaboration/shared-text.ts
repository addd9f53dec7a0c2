import { updateYFragment, yXmlFragmentToProsemirrorJSON } from '@tiptap/y-tiptap';
import { applyUpdate, Doc, encodeStateAsUpdate } from 'yjs';
import { readDraft } from '@domain/text/draft.read';
import type { DraftJson } from '@domain/text/draft';
import { DomainError, ErrorCode } from '@domain/errors';
import type { RichText } from '@domain/text/rich-text';

/** Where TipTap's Collaboration keeps the text in a document. */
const field = 'default';

/** The client number of states that are made from stored words: the same words give the same state in every process. */
const seedClient = 1;

/** The text of a shared document. Refuses INVALID for anything that no editor writes. */
export function draftOf(doc: Doc): DraftJson {
  if ([...doc.share.keys()].some((name) => name !== field)) throw notOurs();
  try {
    return yXmlFragmentToProsemirrorJSON(doc.getXmlFragment(field)) as DraftJson;
  } catch (error) {
    throw notOurs(error);
  }
}

function notOurs(cause?: unknown): DomainError {
  return new DomainError(ErrorCode.INVALID, { message: 'reading a shared document: it holds unknown parts', cause });
}

/** Changes the document's text by as little as possible. */
export function writeDraft(doc: Doc, draft: DraftJson): void {
  doc.transact(() => {
    updateYFragment(doc, doc.getXmlFragment(field), readDraft(draft), { mapping: new Map(), isOMark: new Map() });
  });
}

/** A document with the given states merged into it. */
export function documentOf(...states: readonly Uint8Array[]): Doc {
  const doc = new Doc();
  doc.getXmlFragment(field);
  for (const state of states) applyUpdate(doc, state);
  return doc;
}

/** The first state of a document: exactly these words. */
export function firstState(words: RichText): Uint8Array {
  const doc = new Doc();
  doc.clientID = seedClient;
  writeDraft(doc, words);
  return encodeStateAsUpdate(doc);
}
