import { WritingMode } from '@domain/text/draft-change';
import { newId } from '@domain/ids';
import type { Suggester } from './suggest/origin';

/** Why a change was not made: as the server would say it, or because the section is one line. */
export type WritingRefusal =
  | 'READ_ONLY'
  | 'NOT_YOUR_WORDS'
  | 'FORGED'
  | 'NOT_YOUR_SUGGESTION'
  | 'ANCHOR_GONE'
  | 'INVALID'
  | 'TOO_MANY'
  | 'INCOMPLETE'
  | 'UNREADABLE'
  | 'ONE_LINE';

interface WritingView {
  readonly mode: WritingMode;
  readonly isSuggesting: boolean;
  readonly refusal: WritingRefusal | null;
}

const refusalShownMilliseconds = 6_000;

/** How one person writes in a section now. The editor reads it with every change; the page shows it. */
export class Writing {
  private isWished = false;
  private view: WritingView;
  private readonly listeners = new Set<() => void>();
  private timer: number | undefined;

  constructor(
    mode: WritingMode,
    /** `SectionKind`. */
    readonly kind: string,
    readonly suggester: Suggester,
  ) {
    this.view = { mode, isSuggesting: mode === WritingMode.SUGGEST, refusal: null };
  }

  readonly look = (): WritingView => this.view;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  get mode(): WritingMode {
    return this.view.mode;
  }

  /** Whether changes become suggestions: always so for who may only suggest. */
  get isSuggesting(): boolean {
    return this.view.isSuggesting;
  }

  /** The rights have changed, or were read. */
  become(mode: WritingMode): void {
    if (mode !== this.view.mode) this.change({ mode, isSuggesting: this.isSuggestingIn(mode) });
  }

  /** "Öneri modu", for who may also write directly. */
  toggle(): void {
    this.isWished = !this.isWished;
    this.change({ isSuggesting: this.isSuggestingIn(this.view.mode) });
  }

  /** A key was pressed in vain; says why for a while. */
  refuse(refusal: WritingRefusal): void {
    this.change({ refusal });
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => this.change({ refusal: null }), refusalShownMilliseconds);
  }

  private isSuggestingIn(mode: WritingMode): boolean {
    return mode === WritingMode.SUGGEST || (mode === WritingMode.EDIT && this.isWished);
  }

  private change(part: Partial<WritingView>): void {
    this.view = { ...this.view, ...part };
    for (const listener of this.listeners) listener();
  }
}

const oneLineKinds = new Set(['HEADLINE', 'SPOT']);

/** Headline and spot are one paragraph without marks. */
export const isOneLine = (kind: string): boolean => oneLineKinds.has(kind);

export function newSuggester(userId: string, officeId: string): Suggester {
  return { userId, officeId, newId: () => newId(new Date()), now: () => new Date().toISOString() };
}

/** What the page knows of a person's rights on a section. */
export function modeOf(viewerCan: readonly string[]): WritingMode {
  if (viewerCan.includes('EDIT')) return WritingMode.EDIT;
  return viewerCan.includes('SUGGEST') ? WritingMode.SUGGEST : WritingMode.READ;
}
