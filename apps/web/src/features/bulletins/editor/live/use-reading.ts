import type { Editor } from '@tiptap/core';
import { useState, useSyncExternalStore } from 'react';
import type { DraftReading } from '@domain/text/draft-change';
import { readingOfDoc } from './guard';

const calmMilliseconds = 120;

/** The reading of a text that is being written; a little behind, so that fast typing is not slowed by the cards. */
class ReadingWatch {
  private reading: DraftReading;

  constructor(private readonly editor: Editor) {
    this.reading = readingOfDoc(editor.state.doc);
  }

  readonly look = (): DraftReading => this.reading;

  readonly subscribe = (listener: () => void): (() => void) => {
    let timer: number | undefined;
    const read = () => {
      timer = undefined;
      if (this.editor.isDestroyed) return;
      this.reading = readingOfDoc(this.editor.state.doc);
      listener();
    };
    const soon = () => {
      timer ??= window.setTimeout(read, calmMilliseconds);
    };
    this.editor.on('update', soon);
    this.editor.on('transaction', soon);
    soon();
    return () => {
      clearTimeout(timer);
      this.editor.off('update', soon);
      this.editor.off('transaction', soon);
    };
  };
}

/** What counts, what is proposed and what is remarked upon in the editor's text. */
export function useReading(editor: Editor): DraftReading {
  const [watch] = useState(() => new ReadingWatch(editor));
  return useSyncExternalStore(watch.subscribe, watch.look);
}
