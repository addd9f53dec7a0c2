import { HocuspocusProvider, WebSocketStatus, type HocuspocusProviderWebsocket } from '@hocuspocus/provider';
import { clearDocument, IndexeddbPersistence } from 'y-indexeddb';
import { Doc } from 'yjs';
import { yXmlFragmentToProsemirrorJSON } from '@tiptap/y-tiptap';
import { WritingMode } from '@domain/text/draft-change';
import { localCopyName } from '../../../../lib/local-copies';
import type { LineState, Person, RoomState } from '../room-state';
import { readableText } from './readable-text';
import { peopleOf } from './people';

/** Where TipTap keeps the text in the shared document. */
export const field = 'default';

/** What was written here and not taken over by the server. */
export interface Rescued {
  /** The whole text as it stood on this device. */
  readonly text: string;
  /** A `DraftRefusal` of the server. */
  readonly reason: string;
}

export interface LineView {
  readonly doc: Doc;
  readonly provider: HocuspocusProvider;
  /** There is a text to show: from this device or from the server. */
  readonly isReady: boolean;
  /** The server does not let this person in (any more). */
  readonly isClosed: boolean;
  /** As the server said last; null: as the page has read it. */
  readonly mode: WritingMode | null;
  readonly rescued: Rescued | null;
}

interface Session {
  readonly doc: Doc;
  readonly provider: HocuspocusProvider;
  readonly copy: IndexeddbPersistence;
}

const slowMilliseconds = 700;
const hopelessMilliseconds = 10_000;
const typingMilliseconds = 3_000;
const graceMilliseconds = 1_500;

/**
 * One section's way to the server: the shared document, its copy on this device, and what the page says about both.
 * A refused change does not cut the person off: the server's text is opened anew, and what was written stays to copy.
 */
export class SectionLine {
  private session: Session;
  private view: LineView;
  private readonly listeners = new Set<() => void>();
  private users = 0;
  private savedAt: string | null = null;
  private unsavedSince: number | null = null;
  private cutSince: number | null = Date.now();
  private wasOpen = false;
  private timer: number | undefined;
  private readonly moved = new Map<string, number>();

  constructor(
    private readonly room: RoomState,
    private readonly socket: HocuspocusProviderWebsocket,
    readonly sectionId: string,
    private readonly userId: string,
    private readonly onLeft: () => void,
  ) {
    this.session = this.begin();
    this.view = { ...this.session, isReady: false, isClosed: false, mode: null, rescued: null };
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    this.users += 1;
    this.session.provider.attach();
    this.timer ??= window.setInterval(() => this.tell(), 500);
    return () => {
      this.listeners.delete(listener);
      this.users -= 1;
      setTimeout(() => this.leave(), 500);
    };
  };

  readonly look = (): LineView => this.view;

  /** Tries again at once. */
  retry(): void {
    if (this.view.isClosed || this.state() === 'failed') this.startAnew(null);
  }

  /** The text that was not taken over has been read or copied. */
  dismissRescued(): void {
    this.change({ rescued: null });
  }

  private begin(): Session {
    const doc = new Doc();
    const copy = new IndexeddbPersistence(localCopyName(this.userId, this.sectionId), doc);
    const provider = new HocuspocusProvider({
      websocketProvider: this.socket,
      name: `section:${this.sectionId}`,
      document: doc,
      onSynced: () => this.onSynced(provider),
      onUnsyncedChanges: () => this.onUnsynced(provider),
      onClose: ({ event }) => this.onClosed(provider, event.reason),
      onAuthenticationFailed: () => this.onDenied(provider),
      onStateless: ({ payload }) => this.onNews(payload),
      onAwarenessChange: () => this.onPeople(),
    });
    void copy.whenSynced.then(() => this.checkReady());
    return { doc, provider, copy };
  }

  private leave(): void {
    if (this.users > 0) return;
    clearInterval(this.timer);
    this.timer = undefined;
    this.session.provider.detach();
    this.room.tell(this.sectionId, null);
    this.told = '';
    this.onLeft();
  }

  /** Whether nothing on the page shows it any more. */
  isIdle(): boolean {
    return this.users === 0;
  }

  destroy(): void {
    const { doc, provider, copy } = this.session;
    provider.destroy();
    void copy.destroy();
    doc.destroy();
  }

  private checkReady(): void {
    const { doc, provider } = this.session;
    const isReady = provider.isSynced || doc.getXmlFragment(field).length > 0;
    if (isReady && !this.view.isReady) this.change({ isReady });
  }

  private onSynced(provider: HocuspocusProvider): void {
    if (provider !== this.session.provider) return;
    this.wasOpen = true;
    this.cutSince = null;
    this.checkReady();
    this.onUnsynced(provider);
  }

  private onUnsynced(provider: HocuspocusProvider): void {
    if (provider !== this.session?.provider) return;
    if (provider.hasUnsyncedChanges) this.unsavedSince ??= Date.now();
    else {
      this.unsavedSince = null;
      if (provider.isSynced) this.savedAt = new Date().toISOString();
    }
    this.tell();
  }

  private onClosed(provider: HocuspocusProvider, reason: string): void {
    if (provider !== this.session.provider) return;
    if (reason.startsWith('REFUSED:')) this.startAnew(reason.slice('REFUSED:'.length));
    else if (reason === 'NOT_FOUND' || reason === 'TOO_MANY') this.onDenied(provider);
    else {
      this.cutSince ??= Date.now();
      this.tell();
    }
  }

  private onDenied(provider: HocuspocusProvider): void {
    if (provider === this.session.provider) this.change({ isClosed: true });
  }

  private onNews(payload: string): void {
    const { event, mode } = JSON.parse(payload) as { readonly event: string; readonly mode?: WritingMode };
    if (event === 'mode' && mode !== undefined) this.change({ mode });
    if (event === 'wordsReturned') this.change({ rescued: { text: this.text(), reason: 'RETURNED' } });
  }

  private text(): string {
    return readableText(yXmlFragmentToProsemirrorJSON(this.session.doc.getXmlFragment(field)));
  }

  /** The server's text in place of ours; `refusal`: ours was refused and is kept to read. */
  private startAnew(refusal: string | null): void {
    const { doc, provider, copy } = this.session;
    const text = this.text();
    provider.destroy();
    const reopen = (): void => {
      doc.destroy();
      this.session = this.begin();
      this.unsavedSince = null;
      if (this.users > 0) this.session.provider.attach();
      const { doc: next, provider: line } = this.session;
      // What was refused first is what the person wrote; it is not written over.
      const rescued = this.view.rescued ?? (refusal === null ? null : { text, reason: refusal });
      this.change({ doc: next, provider: line, isReady: false, isClosed: false, rescued });
    };
    const closed = copy.destroy();
    // A refused text must not come back from this device.
    void (refusal === null ? closed : closed.then(() => clearDocument(copy.name))).then(reopen);
  }

  private onPeople(): void {
    for (const { id, cursor } of this.others()) {
      const place = JSON.stringify(cursor ?? null);
      if (this.places.get(id) !== place) this.moved.set(id, Date.now());
      this.places.set(id, place);
    }
    this.tell();
  }

  private readonly places = new Map<string, string>();

  private others() {
    return peopleOf(this.session.provider.awareness);
  }

  private people(): Person[] {
    const now = Date.now();
    return this.others().map(({ cursor: _cursor, ...person }) => ({
      ...person,
      isTyping: now - (this.moved.get(person.id) ?? 0) < typingMilliseconds && this.wasHere(person.id),
    }));
  }

  /** Coming in is not typing: only who was here before and moved is. */
  private wasHere(id: string): boolean {
    const isKnown = this.known.has(id);
    if (!isKnown) setTimeout(() => this.known.add(id), 1_000);
    return isKnown;
  }

  private readonly known = new Set<string>();

  private state(): LineState {
    const now = Date.now();
    if (this.view.isClosed || this.view.rescued !== null) return 'failed';
    const isCut = this.socket.status !== WebSocketStatus.Connected || this.cutSince !== null;
    if (isCut)
      return !navigator.onLine || this.wasOpen || now - (this.cutSince ?? now) > graceMilliseconds
        ? 'offline'
        : 'saved';
    const wait = this.unsavedSince === null ? 0 : now - this.unsavedSince;
    if (wait > hopelessMilliseconds) return 'failed';
    return wait > slowMilliseconds ? 'saving' : 'saved';
  }

  private tell(): void {
    if (this.users === 0) return;
    const report = { state: this.state(), savedAt: this.savedAt, people: this.people() };
    const key = JSON.stringify(report);
    if (key === this.told) return;
    this.told = key;
    this.room.tell(this.sectionId, report);
  }

  private told = '';

  private change(part: Partial<LineView>): void {
    this.view = { ...this.view, ...part };
    for (const listener of this.listeners) listener();
    this.tell();
  }
}
