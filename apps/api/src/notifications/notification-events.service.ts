import { Injectable, type OnModuleInit } from '@nestjs/common';
import { BulletinState } from '@domain/bulletins/bulletin';
import { officeStatus, OfficeSignoffStatus } from '@domain/signoff/signoff';
import { BulletinLoading, bulletinSubject, type LockedBulletin } from '../bulletins/bulletin-loading.service';
import type { RequestContext } from '../core/context';
import { EventEntity } from '../core/ledger/ledger.entity';
import { Ledger, type EventNotice } from '../core/ledger/ledger.service';
import { Transactions } from '../core/transactions';
import { settle, settlingEvents } from './notification-settling';
import { NotificationTelling } from './notification-telling.service';
import { officesAtWork, type RecipientFacts } from './recipients/audience';
import { recipientRules } from './recipients/recipients';

const voidedSql = `
  select distinct office_id as "officeId" from signatures
  where subject_type = 'bulletin' and subject_id = $1 and voided_at = $2 and voided_by_sections ? $3`;

const threadSql = `
  select distinct author_id as "userId" from bulletin_comments
  where bulletin_id = $1 and thread_id = (select thread_id from bulletin_comments where id = $2)`;

/** By the order in the lead's chain, not by the clock: invitation and sharing may lie within a millisecond. */
const sharedBeforeSql = `
  select exists (select 1 from events where subject_type = 'bulletin' and subject_id = $1 and chain = $2 and chain_seq < $3
    and name in ('bulletin.shared', 'bulletin.submitted', 'bulletin.correctionBegun')) as "wasShared"`;

/** Listens to the ledger: each event of a bulletin becomes notifications to those whom it concerns. */
@Injectable()
export class NotificationEvents implements OnModuleInit {
  constructor(
    private readonly ledger: Ledger,
    private readonly transactions: Transactions,
    private readonly bulletins: BulletinLoading,
    private readonly telling: NotificationTelling,
  ) {}

  onModuleInit(): void {
    const names = new Set([...recipientRules.keys(), ...settlingEvents]);
    this.ledger.subscribe('notifications.fanOut', [...names], (ctx, notice) => this.fanOut(ctx, notice));
  }

  /** Everything that follows from one event, in one transaction; a second time it adds nothing. */
  fanOut(ctx: RequestContext, notice: EventNotice): Promise<void> {
    return this.transactions.run(ctx, async (ctx) => {
      const event = await ctx.db.findOne(EventEntity, { where: { id: notice.eventId } });
      const locked = event && (await this.bulletins.lock(ctx, event.subjectId));
      if (!event || !locked) return;
      await settle(ctx, event);
      const rule = recipientRules.get(event.name);
      if (!rule || locked.bulletin.state === BulletinState.DISCARDED) return;
      await this.telling.tell(ctx, {
        eventId: event.id,
        subject: bulletinSubject(event.subjectId),
        audiences: rule(await this.factsOf(ctx, event, locked)),
        officeIds: officesAtWork(locked.facts),
        actorId: event.actorId,
      });
    });
  }

  private async factsOf(ctx: RequestContext, event: EventEntity, locked: LockedBulletin): Promise<RecipientFacts> {
    const round = await this.bulletins.round(ctx, locked);
    const voided = await this.voidedBy(ctx, event);
    return {
      event: { name: event.name, officeId: event.officeId, facts: event.data },
      bulletin: locked.facts,
      round,
      wasShared: await this.wasSharedBefore(ctx, event),
      voidedOfficeIds: voided.filter((officeId) => officeStatus(officeId, round).status === OfficeSignoffStatus.STALE),
      threadUserIds: await this.threadOf(ctx, event),
    };
  }

  private async wasSharedBefore(ctx: RequestContext, event: EventEntity): Promise<boolean> {
    const rows: { wasShared: boolean }[] = await ctx.db.query(sharedBeforeSql, [
      event.subjectId,
      event.chain,
      event.chainSeq,
    ]);
    return rows[0]?.wasShared ?? false;
  }

  /** The offices whose answer the event's change voided: it did so in the same transaction, at the same instant. */
  private async voidedBy(ctx: RequestContext, event: EventEntity): Promise<string[]> {
    const { sectionId } = event.data;
    if (typeof sectionId !== 'string') return [];
    const rows: { officeId: string }[] = await ctx.db.query(voidedSql, [event.subjectId, event.at, sectionId]);
    return rows.map(({ officeId }) => officeId);
  }

  private async threadOf(ctx: RequestContext, event: EventEntity): Promise<string[]> {
    const { commentId } = event.data;
    if (typeof commentId !== 'string') return [];
    const rows: { userId: string }[] = await ctx.db.query(threadSql, [event.subjectId, commentId]);
    return rows.map(({ userId }) => userId);
  }
}
