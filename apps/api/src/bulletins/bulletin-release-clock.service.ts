import { Injectable, type OnModuleInit } from '@nestjs/common';
import { BulletinState } from '@domain/bulletins/bulletin';
import { next } from '@domain/bulletins/bulletin.states';
import { GateReason } from '@domain/release/release-gate';
import type { RequestContext } from '../core/context';
import { Ticker } from '../core/jobs/ticker.service';
import { Ledger } from '../core/ledger/ledger.service';
import { Logger } from '../core/logger';
import { ReleaseChannels } from '../core/release/release-channels';
import { Transactions } from '../core/transactions';
import { BulletinEditions } from './bulletin-editions.service';
import { BulletinGate, type Outgoing } from './bulletin-gate.service';
import { BulletinLoading, type LockedBulletin } from './bulletin-loading.service';
import { BulletinEntity } from './bulletin.entity';

const dueSql = `
  select id from bulletins
  where state = 'SCHEDULED' and release_refused_at is null
    and greatest(least(embargo_at, embargo_lifted_at), release_at, release_approved_at) <= $1
  order by greatest(least(embargo_at, embargo_lifted_at), release_at, release_approved_at), id limit 100`;

/** Every second: what is due goes out if the gate opens, in one transaction with its page, mails and events. */
@Injectable()
export class BulletinReleaseClock implements OnModuleInit {
  constructor(
    private readonly ticker: Ticker,
    private readonly transactions: Transactions,
    private readonly loading: BulletinLoading,
    private readonly gate: BulletinGate,
    private readonly editions: BulletinEditions,
    private readonly channels: ReleaseChannels,
    private readonly ledger: Ledger,
    private readonly logger: Logger,
  ) {}

  onModuleInit(): void {
    this.ticker.every(1, 'bulletins.releaseDue', (ctx) => this.releaseDue(ctx));
  }

  /** Releases everything that is due; returns the ids of what went out. Safe to run in several processes at once. */
  async releaseDue(ctx: RequestContext): Promise<string[]> {
    const due: { id: string }[] = await ctx.db.query(dueSql, [ctx.now]);
    const released: string[] = [];
    for (const { id } of due) {
      try {
        if (await this.release(ctx, id)) released.push(id);
      } catch (error) {
        // One that cannot go out must not hold up the others; it is tried again at the next tick.
        this.logger.error('a release failed', { bulletinId: id, reason: String(error) });
      }
    }
    return released;
  }

  private release(ctx: RequestContext, id: string): Promise<boolean> {
    return this.transactions.run(ctx, async (ctx) => {
      const rows: unknown[] = await ctx.db.query(
        `select 1 from bulletins where id = $1 and state = 'SCHEDULED' and release_refused_at is null for update skip locked`,
        [id],
      );
      const locked = rows.length > 0 ? await this.loading.lock(ctx, id) : null;
      const outgoing = locked && (await this.gate.askRelease(ctx, locked));
      if (!locked || !outgoing) return false;
      if (outgoing.answer.open) {
        await this.letGo(ctx, locked, outgoing);
        return true;
      }
      const reasons = outgoing.answer.reasons.filter(
        (reason) => reason !== GateReason.EMBARGO && reason !== GateReason.SCHEDULE,
      );
      if (reasons.length > 0) await this.refuse(ctx, locked.bulletin, reasons);
      return false;
    });
  }

  private async letGo(ctx: RequestContext, { bulletin }: LockedBulletin, outgoing: Outgoing): Promise<void> {
    const year = Number(outgoing.edition.number.slice(0, 4));
    const slug = await this.editions.freeSlug(ctx, outgoing.edition.headline, year);
    await ctx.db.query('update editions set content = $2, slug = $3, year = $4, released_at = $5 where id = $1', [
      outgoing.row.id,
      JSON.stringify({ ...outgoing.edition, slug }),
      slug,
      year,
      ctx.now,
    ]);
    Object.assign(bulletin, {
      state: next(bulletin.state, 'release'),
      slug,
      releasedAt: ctx.now,
      publicUpdatedAt: ctx.now,
      updatedAt: ctx.now,
    });
    await ctx.db.save(bulletin);
    if (bulletin.correctsId) await ctx.db.update(BulletinEntity, bulletin.correctsId, { publicUpdatedAt: ctx.now });
    await this.channels.release(ctx, {
      itemId: bulletin.id,
      editionId: outgoing.row.id,
      leadOfficeId: bulletin.leadOfficeId,
      correctsId: bulletin.correctsId,
    });
    await this.ledger.record(ctx, {
      name: 'bulletin.released',
      subjectType: 'bulletin',
      subjectId: bulletin.id,
      officeId: bulletin.leadOfficeId,
      data: {
        editionId: outgoing.row.id,
        hash: outgoing.edition.hash,
        number: bulletin.number,
        state: BulletinState.RELEASED,
        correctsId: bulletin.correctsId,
      },
    });
  }

  /** The instant came and the gate stayed shut: it waits for people, and they are told. */
  private async refuse(ctx: RequestContext, bulletin: BulletinEntity, reasons: readonly GateReason[]): Promise<void> {
    Object.assign(bulletin, { releaseRefusedAt: ctx.now, releaseRefusal: [...reasons], updatedAt: ctx.now });
    await ctx.db.save(bulletin);
    await this.ledger.record(ctx, {
      name: 'bulletin.releaseRefused',
      subjectType: 'bulletin',
      subjectId: bulletin.id,
      officeId: bulletin.leadOfficeId,
      data: { reasons },
    });
  }
}
