import type { Connection } from '@hocuspocus/server';
import { Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import { WritingMode } from '@domain/text/draft-change';
import type { RequestContext } from '../core/context';
import type { EventNotice } from '../core/ledger/ledger.service';
import { Logger } from '../core/logger';
import { PostgresPubSub } from '../core/pubsub/pubsub.service';
import { RequestContexts } from '../core/request-contexts';
import { DenialReason, type Identity, type OpenSocket, type Participant } from './participant';
import { SectionAccesses } from './section-access.service';
import { draftsTopic, SectionDrafts, type DraftNotice } from './section-drafts.service';

/** The open documents, as far as rights and news reach into them. */
export interface OpenDocuments {
  openSections(): readonly string[];
  connectionsOf(sectionId: string): readonly Connection<Participant>[];
  /** Takes over what another process stored. */
  merge(sectionId: string): Promise<void>;
  close(connection: Connection<Participant>, reason: string): void;
}

/** What is written into a bulletin without changing anybody's rights; typing causes one each second. */
const harmless: ReadonlySet<string> = new Set([
  'bulletin.sectionEdited',
  'bulletin.suggestionDecided',
  'bulletin.suggestionsMade',
  'bulletin.pictureFramed',
  'bulletin.commented',
  'bulletin.commentEdited',
  'bulletin.threadResolved',
  'bulletin.seen',
]);

/** Who somebody is now, read once for all sections of a socket. */
interface Present {
  readonly ctx: RequestContext;
  readonly identity: Identity;
}

/** The grey of who acts for no office. */
const withoutOffice = '#737b84';

/** Rights that end by date are noticed within this time. */
const recheckMilliseconds = 60_000;

/**
 * Who takes part, with the rights of this moment: read at opening, and again whenever the bulletin, the person's
 * account or a membership changes.
 */
@Injectable()
export class Participants implements BeforeApplicationShutdown {
  private documents: OpenDocuments | null = null;
  private timer: NodeJS.Timeout | null = null;
  private subscriptions: number[] = [];

  constructor(
    private readonly contexts: RequestContexts,
    private readonly accesses: SectionAccesses,
    private readonly drafts: SectionDrafts,
    private readonly pubsub: PostgresPubSub,
    private readonly logger: Logger,
  ) {}

  /** Keeps these documents in step with what happens elsewhere. */
  follow(documents: OpenDocuments): void {
    this.documents = documents;
    void this.listen('events', (notice) => this.onEvent(notice as EventNotice));
    void this.listen(draftsTopic, (notice) => this.onStored(notice as DraftNotice));
    this.timer = setInterval(() => void this.quietly(this.recheck(() => true)), recheckMilliseconds);
    this.timer.unref();
  }

  beforeApplicationShutdown(): void {
    if (this.timer) clearInterval(this.timer);
    for (const id of this.subscriptions) this.pubsub.unsubscribe(id);
  }

  /** null: the person may not open this section, or is not signed in any more. */
  async admit(socket: OpenSocket, sectionId: string): Promise<Participant | null> {
    return this.participantOf(socket, await this.presentOf(socket), sectionId);
  }

  private async presentOf(socket: OpenSocket): Promise<Present | null> {
    const ctx = await this.contexts.build(socket);
    return ctx.actor.userId === socket.userId ? { ctx, identity: await identityOf(ctx) } : null;
  }

  private async participantOf(
    socket: OpenSocket,
    present: Present | null,
    sectionId: string,
  ): Promise<Participant | null> {
    const access = present ? await this.accesses.of(present.ctx, sectionId) : null;
    if (!present || !access) return null;
    const { ctx, identity } = present;
    return { socket, actor: ctx.actor, sessionId: ctx.sessionId, access, identity };
  }

  private async listen(topic: string, hear: (message: unknown) => Promise<void>): Promise<void> {
    const id = await this.pubsub.subscribe(topic, (message) => void this.quietly(hear(message)));
    this.subscriptions.push(id);
  }

  private async onStored({ sectionId, from }: DraftNotice): Promise<void> {
    if (from !== this.drafts.processId) await this.documents?.merge(sectionId);
  }

  private async onEvent({ name, subjectType, subjectId }: EventNotice): Promise<void> {
    if (harmless.has(name)) return;
    if (subjectType === 'bulletin') await this.recheck(({ access }) => access.bulletinId === subjectId);
    else if (subjectType === 'user') await this.recheck(({ socket }) => socket.userId === subjectId);
  }

  /** Reads the rights of these participants anew; who has lost sight of a section is out of it. */
  private async recheck(isMeant: (participant: Participant) => boolean): Promise<void> {
    const present = new Map<OpenSocket, Present | null>();
    for (const sectionId of this.documents?.openSections() ?? []) {
      for (const connection of this.documents?.connectionsOf(sectionId) ?? []) {
        const { socket } = connection.context;
        if (!isMeant(connection.context)) continue;
        if (!present.has(socket)) present.set(socket, await this.presentOf(socket));
        await this.renew(connection, present.get(socket) ?? null, sectionId);
      }
    }
  }

  private async renew(connection: Connection<Participant>, present: Present | null, sectionId: string): Promise<void> {
    const { context } = connection;
    const now = await this.participantOf(context.socket, present, sectionId);
    if (!now) {
      this.documents?.close(connection, DenialReason.NOT_FOUND);
      return;
    }
    const isSame = now.access.mode === context.access.mode;
    Object.assign(context, now);
    connection.readOnly = now.access.mode === WritingMode.READ;
    if (!isSame) connection.sendStateless(JSON.stringify({ event: 'mode', mode: now.access.mode }));
  }

  private async quietly(work: Promise<void>): Promise<void> {
    try {
      await work;
    } catch (error) {
      this.logger.error('following open documents failed', { reason: String(error) });
    }
  }
}

async function identityOf(ctx: RequestContext): Promise<Identity> {
  const { userId, officeId } = ctx.actor;
  const [row]: { name: string; office: string; color: string }[] = await ctx.db.query(
    'select u.name, o.short_code as office, o.colour as color from users u join offices o on o.id = $2 where u.id = $1',
    [userId, officeId],
  );
  return { id: userId ?? '', name: row?.name ?? '', office: row?.office ?? '', color: row?.color ?? withoutOffice };
}
