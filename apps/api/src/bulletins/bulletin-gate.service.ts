import { Injectable } from '@nestjs/common';
import { signedHash } from '@domain/bulletins/derive-edition';
import type { Edition } from '@domain/bulletins/edition';
import { Channel, releaseGate, type GateAnswer } from '@domain/release/release-gate';
import { signoffComplete } from '@domain/signoff/signoff';
import type { RequestContext } from '../core/context';
import { Holds } from '../core/release/holds.service';
import { BulletinEditions } from './bulletin-editions.service';
import { BulletinLoading, type LockedBulletin } from './bulletin-loading.service';
import { BulletinEntity } from './bulletin.entity';
import { EditionEntity } from './edition.entity';

/** What the release moves out: the frozen row, and the edition as it is derived at the instant. */
export interface Outgoing {
  readonly row: EditionEntity;
  readonly edition: Edition;
  readonly answer: GateAnswer;
}

/** Asks the release gate about a bulletin with the facts as they stand in this transaction. */
@Injectable()
export class BulletinGate {
  constructor(
    private readonly loading: BulletinLoading,
    private readonly editions: BulletinEditions,
    private readonly holds: Holds,
  ) {}

  /** May the scheduled bulletin be released now? null: nothing was frozen for it. */
  async askRelease(ctx: RequestContext, locked: LockedBulletin): Promise<Outgoing | null> {
    const { bulletin } = locked;
    const row = await this.frozen(ctx, bulletin.id);
    if (!row) return null;
    const outcome = signoffComplete(await this.loading.round(ctx, locked));
    const sections = await this.loading.sections(ctx, locked);
    const officeIds = row.content.offices.map(({ id }) => id);
    const edition = await this.editions.derive(ctx, locked, sections, officeIds, ctx.now);
    const answer = await this.ask(ctx, bulletin, row, {
      channel: Channel.RELEASE,
      isSignoffComplete: outcome.isComplete,
      signedHash: signedHash(row.content, sections, outcome),
    });
    return { row, edition, answer };
  }

  /** May words of a released edition leave through a sending channel now? Asked inside the transaction that sends. */
  async askSend(ctx: RequestContext, editionId: string, channel: Channel): Promise<GateAnswer> {
    const edition = await ctx.db.findOneByOrFail(EditionEntity, { id: editionId });
    const bulletin = await ctx.db.findOneByOrFail(BulletinEntity, { id: edition.bulletinId });
    return this.ask(ctx, bulletin, edition, { channel, isSignoffComplete: true, signedHash: edition.content.hash });
  }

  frozen(ctx: RequestContext, bulletinId: string): Promise<EditionEntity | null> {
    return ctx.db
      .createQueryBuilder(EditionEntity, 'e')
      .where('e.bulletinId = :bulletinId and e.releasedAt is null and e.discardedAt is null', { bulletinId })
      .getOne();
  }

  released(ctx: RequestContext, bulletinId: string): Promise<EditionEntity | null> {
    return ctx.db
      .createQueryBuilder(EditionEntity, 'e')
      .where('e.bulletinId = :bulletinId and e.releasedAt is not null', { bulletinId })
      .getOne();
  }

  private async ask(
    ctx: RequestContext,
    bulletin: BulletinEntity,
    row: EditionEntity,
    facts: Asked,
  ): Promise<GateAnswer> {
    return releaseGate({
      itemId: bulletin.id,
      kind: bulletin.kind,
      now: ctx.now,
      officeIds: row.content.offices.map(({ id }) => id),
      approvedAt: bulletin.releaseApprovedAt,
      editionHash: row.hash,
      embargoUntil: bulletin.embargoAt,
      embargoLiftedAt: bulletin.embargoLiftedAt,
      scheduledAt: bulletin.releaseAt,
      releasedAt: bulletin.releasedAt,
      withdrawnAt: bulletin.withdrawnAt,
      heldAt: null,
      ...facts,
      ...(await this.holds.active(ctx)),
    });
  }
}

interface Asked {
  readonly channel: Channel;
  readonly isSignoffComplete: boolean;
  readonly signedHash: string | null;
}
