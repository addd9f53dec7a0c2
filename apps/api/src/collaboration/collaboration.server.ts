import { Hocuspocus, type Connection, type Document, type WebSocketLike } from '@hocuspocus/server';
import { Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { applyUpdate } from 'yjs';
import { isTransactionOrigin } from '@hocuspocus/server';
import { WritingMode } from '@domain/text/draft-change';
import { Logger } from '../core/logger';
import { DraftGuard, nothingUnstored } from './draft-guard';
import { Denial, DenialReason, writerOf, type OpenSocket, type Participant } from './participant';
import { Participants } from './participants.service';
import { clientsOfOthers, tellPresence } from './presence';
import { SectionDrafts } from './section-drafts.service';

const debounceMilliseconds = 400;
const maxDebounceMilliseconds = 1_000;
const retryMilliseconds = 1_000;
const patienceMilliseconds = 10_000;
const maxSectionsPerSocket = 60;
const maxQueuedBytes = 1024 * 1024;
const closeCode = 4403;

/** Sync messages that carry changes: the answer to a state vector, and an update. */
const carriesChanges = (type: number): boolean => type === 1 || type === 2;

/** Changes that come from the database: nothing of them is to be stored again. */
const fromDatabase = { source: 'local', skipStoreHooks: true } as const;

/**
 * The open documents of this process: Hocuspocus with our rules. Every update is judged before it is applied, what is
 * applied is stored within a second, and what other processes stored is merged.
 */
@Injectable()
export class CollaborationServer implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly guards = new Map<string, DraftGuard>();
  private readonly retries = new Set<NodeJS.Timeout>();
  private readonly hocuspocus: Hocuspocus<Participant>;
  private isClosing = false;

  constructor(
    private readonly drafts: SectionDrafts,
    private readonly participants: Participants,
    private readonly logger: Logger,
  ) {
    this.hocuspocus = new Hocuspocus<Participant>({
      quiet: true,
      debounce: debounceMilliseconds,
      maxDebounce: maxDebounceMilliseconds,
      maxUnauthenticatedQueueSize: maxQueuedBytes,
      maxPendingDocuments: maxSectionsPerSocket,
      onAuthenticate: async ({ documentName, context, connectionConfig }) => {
        const participant = await this.admit(context.socket, sectionIdOf(documentName));
        connectionConfig.readOnly = participant.access.mode === WritingMode.READ;
        return participant;
      },
      onLoadDocument: ({ document, documentName }) => this.load(document, documentName),
      beforeSync: ({ connection, documentName, type, payload }) => {
        if (carriesChanges(type)) this.judge(connection, documentName, payload);
        return Promise.resolve();
      },
      beforeHandleAwareness: ({ states, document, connection }) => {
        if (connection) tellPresence(states, document, connection);
        return Promise.resolve();
      },
      onStoreDocument: ({ document, documentName }) => this.store(document, documentName),
      afterUnloadDocument: ({ documentName }) => {
        this.guards.get(documentName)?.destroy();
        this.guards.delete(documentName);
        return Promise.resolve();
      },
    });
  }

  onApplicationBootstrap(): void {
    this.participants.follow({
      openSections: () => [...this.hocuspocus.documents.keys()].map(sectionIdOf),
      connectionsOf: (sectionId) => this.connectionsOf(sectionId),
      merge: (sectionId) => this.merge(sectionId),
      close: (connection, reason) => this.close(connection, reason),
    });
  }

  /** Stores what is pending and waits until nothing is left. */
  async beforeApplicationShutdown(): Promise<void> {
    this.isClosing = true;
    this.hocuspocus.closeConnections();
    for (const retry of this.retries) clearTimeout(retry);
    const deadline = performance.now() + patienceMilliseconds;
    while (this.openCount() > 0 && performance.now() < deadline) {
      this.hocuspocus.flushPendingStores();
      await pause(10);
    }
    if (this.openCount() > 0) this.logger.error('documents were left unstored at the end');
  }

  /** How many documents are open in this process, or not stored yet. */
  openCount(): number {
    return this.hocuspocus.getDocumentsCount() + this.hocuspocus.loadingDocuments.size;
  }

  /** Takes a socket over; gives back where its messages and its end go. */
  accept(webSocket: WebSocketLike, request: Request, socket: OpenSocket) {
    return this.hocuspocus.handleConnection(webSocket, request, { socket } as Participant);
  }

  /** Stores an open document at once: asked before its stored draft is changed. */
  async flush(sectionId: string): Promise<void> {
    const document = this.hocuspocus.documents.get(nameOf(sectionId));
    if (document && !document.isLoading) {
      await document.saveMutex.runExclusive(() => this.write(document, sectionId));
    }
  }

  private async admit(socket: OpenSocket, sectionId: string): Promise<Participant> {
    if (this.isClosing) throw new Denial(DenialReason.CLOSING);
    socket.sectionIds.add(sectionId);
    if (socket.sectionIds.size > maxSectionsPerSocket) throw new Denial(DenialReason.TOO_MANY);
    const participant = await this.participants.admit(socket, sectionId);
    if (!participant) throw new Denial(DenialReason.NOT_FOUND);
    return participant;
  }

  private async load(document: Document, name: string): Promise<void> {
    const state = await this.drafts.open(sectionIdOf(name));
    if (!state) throw new Denial(DenialReason.NOT_FOUND);
    applyUpdate(document, state, fromDatabase);
    const guard = new DraftGuard(document);
    this.guards.set(name, guard);
    document.on('update', (update: Uint8Array, origin: unknown) => {
      const isTheirs = isTransactionOrigin(origin) && origin.source === 'connection';
      guard.follow(update, isTheirs ? (origin.connection.context as Participant) : null);
    });
  }

  /** A refused update is not applied, and its connection is closed: the sender's copy is another text from here on. */
  private judge(connection: Connection<Participant>, name: string, update: Uint8Array): void {
    if (connection.readOnly) return;
    const taken = clientsOfOthers(connection.document, connection);
    const refusal = this.guards.get(name)?.judge(update, writerOf(connection.context), taken);
    if (refusal) this.close(connection, `${DenialReason.REFUSED}:${refusal}`);
  }

  /** Read-only from here on, so that not even what is under way is applied. */
  private close(connection: Connection<Participant>, reason: string): void {
    connection.readOnly = true;
    connection.close({ code: closeCode, reason });
  }

  private async store(document: Document, name: string): Promise<void> {
    try {
      await this.write(document, sectionIdOf(name));
    } catch (error) {
      this.logger.error('storing a draft failed, trying again', { document: name, reason: String(error) });
      this.storeLater(document, name);
    }
  }

  private async write(document: Document, sectionId: string): Promise<void> {
    const guard = this.guards.get(document.name);
    const stored = await this.drafts.store(sectionId, document, () => guard?.pending() ?? nothingUnstored);
    if (!stored) {
      for (const connection of document.getConnections()) this.close(connection, DenialReason.NOT_FOUND);
      return;
    }
    guard?.settle(stored.settled);
    applyUpdate(document, stored.missing, fromDatabase);
    if (stored.isRefused) document.broadcastStateless(JSON.stringify({ event: 'wordsReturned' }));
  }

  private storeLater(document: Document, name: string): void {
    const retry = setTimeout(() => {
      this.retries.delete(retry);
      void this.hocuspocus.storeDocumentHooks(document, {
        instance: this.hocuspocus,
        clientsCount: document.getConnectionsCount(),
        document,
        documentName: name,
        lastContext: {} as Participant,
        lastTransactionOrigin: null,
      });
    }, retryMilliseconds);
    this.retries.add(retry);
  }

  private async merge(sectionId: string): Promise<void> {
    const document = this.hocuspocus.documents.get(nameOf(sectionId));
    const state = document ? await this.drafts.read(sectionId) : null;
    if (document && state && !document.isDestroyed) applyUpdate(document, state, fromDatabase);
  }

  private connectionsOf(sectionId: string): readonly Connection<Participant>[] {
    return this.hocuspocus.documents.get(nameOf(sectionId))?.getConnections() ?? [];
  }
}

const prefix = 'section:';
const nameOf = (sectionId: string): string => `${prefix}${sectionId}`;

/** '' for names that are none of ours: there is no such section. */
const sectionIdOf = (name: string): string => (name.startsWith(prefix) ? name.slice(prefix.length) : '');

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
}
