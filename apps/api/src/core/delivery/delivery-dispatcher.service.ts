import { Injectable, type OnModuleInit } from '@nestjs/common';
import { QueryFailedError } from 'typeorm';
import { DomainError } from '@domain/errors';
import { Clock } from '../clock';
import { RequestContext } from '../context';
import { Ticker } from '../jobs/ticker.service';
import { Logger } from '../logger';
import type { OutgoingMail } from '../mail/mailer';
import { Mailer, type MailAnswer } from '../mail/mailer';
import { composeMessage } from '../mail/mail-composer';
import { RateLimit } from '../mail/rate-limit';
import { Transactions } from '../transactions';
import { DeliveryEntity, DeliveryState } from './delivery.entity';
import { DeliverySources, type PreparedMail } from './delivery-sources';

/** Minutes from one attempt to the next; about three days in all, then the address has failed. */
const retryMinutes = [1, 2, 5, 10, 20, 40, 60, 120, 240, 240, 480, 480, 480, 720, 720, 720];
const heldMinutes = 1;
const rememberedSources = 20;
const notPrepared: MailAnswer = {
  outcome: 'DEFERRED',
  code: null,
  response: 'not sent: the mail could not be prepared',
};

const takeSql = `
  select id from deliveries where state = 'PENDING' and next_attempt_at <= $1
  order by next_attempt_at, id limit 1 for update skip locked`;

/**
 * Sends what is due. Each mail is one transaction that locks its row, asks the release gate, speaks SMTP and notes the
 * answer. A process killed in between leaves the row PENDING: the mail is sent again with the same Message-ID, never
 * lost. Several processes may send side by side.
 */
@Injectable()
export class DeliveryDispatcher implements OnModuleInit {
  private readonly prepared = new Map<string, Promise<PreparedMail>>();
  private isSending = false;

  constructor(
    private readonly ticker: Ticker,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly sources: DeliverySources,
    private readonly mailer: Mailer,
    private readonly rateLimit: RateLimit,
    private readonly logger: Logger,
    private readonly parallel: number,
  ) {}

  onModuleInit(): void {
    this.ticker.every(1, 'deliveries.send', (ctx) => this.sendDue(ctx));
  }

  /** Sends everything that is due, side by side, and returns how many were taken up. */
  async sendDue(ctx: RequestContext): Promise<number> {
    if (this.isSending) return 0;
    this.isSending = true;
    try {
      const counts = await Promise.all(Array.from({ length: this.parallel }, () => this.sendWhileDue(ctx)));
      return counts.reduce((sum, count) => sum + count, 0);
    } finally {
      this.isSending = false;
    }
  }

  private async sendWhileDue(ctx: RequestContext): Promise<number> {
    for (let count = 0; ; count += 1) {
      const fresh = new RequestContext(ctx.actor, this.clock.now(), ctx.db, ctx.requestId);
      if (!(await this.sendNext(fresh))) return count;
    }
  }

  /**
   * A surprise on the way takes back what the attempt did, to a savepoint: the row stays locked and is noted as deferred,
   * so that the next one has its turn and nobody else takes this one up in between.
   */
  private sendNext(ctx: RequestContext): Promise<boolean> {
    return this.transactions.run(ctx, async (ctx) => {
      const [taken]: { id: string }[] = await ctx.db.query(takeSql, [ctx.now]);
      if (!taken) return false;
      try {
        await ctx.db.transaction((db) => this.attempt(ctx.within(db), taken.id));
      } catch (error) {
        this.logger.error('a mail could not be sent', { deliveryId: taken.id, reason: String(error) });
        await this.postpone(ctx, taken.id);
      }
      return true;
    });
  }

  private async attempt(ctx: RequestContext, id: string): Promise<void> {
    const delivery = await ctx.db.findOneByOrFail(DeliveryEntity, { id });
    const source = this.sources.get(delivery.sourceType);
    const permission = await source.mayGo(ctx, delivery.sourceId);
    if (permission === 'GO') await this.send(ctx, delivery);
    else if (permission === 'NEVER') delivery.state = DeliveryState.CANCELLED;
    else delivery.nextAttemptAt = later(ctx.now, heldMinutes);
    await ctx.db.save(delivery);
  }

  private async postpone(ctx: RequestContext, id: string): Promise<void> {
    const delivery = await ctx.db.findOneByOrFail(DeliveryEntity, { id });
    delivery.attempts += 1;
    delivery.answer = notPrepared.response;
    await this.note(ctx, delivery, notPrepared);
    await ctx.db.save(delivery);
  }

  private async send(ctx: RequestContext, delivery: DeliveryEntity): Promise<void> {
    delivery.attempts += 1;
    const mail = await this.compose(ctx, delivery).catch((error: unknown) => unsendable(error));
    if ('outcome' in mail) {
      delivery.answer = mail.response;
      await this.note(ctx, delivery, mail);
      return;
    }
    await this.rateLimit.take();
    const answer = await this.mailer.send(mail);
    delivery.answer = answer.response.slice(0, 500);
    await this.note(ctx, delivery, answer);
  }

  private async note(ctx: RequestContext, delivery: DeliveryEntity, answer: MailAnswer): Promise<void> {
    switch (answer.outcome) {
      case 'ACCEPTED':
        Object.assign(delivery, { state: DeliveryState.SENT, answerCode: 250, sentAt: this.clock.now() });
        await this.sources.get(delivery.sourceType).onAccepted?.(ctx, delivery);
        return;
      case 'REFUSED':
        Object.assign(delivery, { state: DeliveryState.FAILED, answerCode: answer.code });
        if (answer.isHardBounce) await this.sources.get(delivery.sourceType).onHardBounce?.(ctx, delivery);
        return;
      case 'DEFERRED': {
        const minutes = retryMinutes[delivery.attempts - 1];
        Object.assign(delivery, {
          answerCode: answer.code,
          ...(minutes === undefined ? { state: DeliveryState.FAILED } : { nextAttemptAt: later(ctx.now, minutes) }),
        });
      }
    }
  }

  private async compose(ctx: RequestContext, delivery: DeliveryEntity): Promise<OutgoingMail> {
    const { body, sender, autoSubmitted, date, listId } = await this.preparedFor(ctx, delivery);
    const personal = await this.sources.get(delivery.sourceType).personalHead?.(ctx, delivery);
    const raw = composeMessage(body, sender, {
      to: { address: delivery.address, ...(delivery.name ? { name: delivery.name } : {}) },
      messageId: delivery.messageId,
      autoSubmitted,
      date,
      ...(listId ? { listId } : {}),
      ...(personal?.unsubscribeUrl ? { unsubscribeUrl: personal.unsubscribeUrl } : {}),
      ...(personal?.inReplyTo ? { inReplyTo: personal.inReplyTo, references: [personal.inReplyTo] } : {}),
    });
    return { envelope: { from: sender.fromAddress, to: delivery.address }, raw };
  }

  /** The MIME body of a source is built once and kept while its mails are under way. */
  private preparedFor(ctx: RequestContext, { sourceType, sourceId }: DeliveryEntity): Promise<PreparedMail> {
    const key = `${sourceType} ${sourceId}`;
    const known = this.prepared.get(key);
    if (known) return known;
    const [oldest] = this.prepared.keys();
    if (oldest !== undefined && this.prepared.size >= rememberedSources) this.prepared.delete(oldest);
    const made = this.sources.get(sourceType).prepare(ctx, sourceId);
    this.prepared.set(key, made);
    made.catch((error: unknown) => {
      this.prepared.delete(key);
      this.logger.error('a mail could not be prepared', { sourceType, sourceId, reason: String(error) });
    });
    return made;
  }
}

/** A mail that cannot be written is refused here; anything else that failed is tried again, and holds up nobody. */
function unsendable(error: unknown): MailAnswer {
  if (error instanceof DomainError) {
    return { outcome: 'REFUSED', code: 0, response: `not sent: ${error.message}`, isHardBounce: false };
  }
  if (error instanceof QueryFailedError) throw error;
  return notPrepared;
}

function later(now: Date, minutes: number): Date {
  return new Date(now.getTime() + minutes * 60_000);
}
