import { Injectable } from '@nestjs/common';
import { signedHash } from '@domain/bulletins/derive-edition';
import type { Edition } from '@domain/bulletins/edition';
import { Channel, releaseGate, type GateAnswer } from '@domain/release/release-gate';
import { signoffComplete } from '@domain/signoff/signoff';
import type { RequestContext } from '../core/context';
import { Holds } from '../core/release/holds.service';
import { BulletinEditions } from './bulletin-editions.service';
import { BulletinLoading, type LockedBulletin } from './bulletin-loading.service';
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
    const answer = await this.ask(ctx, locked, row, {
      channel: Channel.RELEASE,
      isSignoffComplete: outcome.isComplete,
      signedHash: signedHash(row.content, sections, outcome),
    });
    return { row, edition, answer };
  }

  /** May words of the released bulletin leave through a sending channel now? */
  async askSend(ctx: RequestContext, locked: LockedBulletin, channel: Channel): Promise<GateAnswer> {
    const row = await this.released(ctx, locked.bulletin.id);
    if (!row)
      return releaseGate(this.input(ctx, locked, null, { channel, isSignoffComplete: false, signedHash: null }, none));
    return this.ask(ctx, locked, row, { channel, isSignoffComplete: true, signedHash: row.content.hash });
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
    locked: LockedBulletin,
    row: EditionEntity,
    facts: Asked,
  ): Promise<GateAnswer> {
    return releaseGate(this.input(ctx, locked, row, facts, await this.holds.active(ctx)));
  }

  private input(
    ctx: RequestContext,
    { bulletin }: LockedBulletin,
    row: EditionEntity | null,
    facts: Asked,
    holds: Awaited<ReturnType<Holds['active']>>,
  ): Parameters<typeof releaseGate>[0] {
    return {
      itemId: bulletin.id,
      kind: bulletin.kind,
      now: ctx.now,
      officeIds: row?.content.offices.map(({ id }) => id) ?? [bulletin.leadOfficeId],
      approvedAt: bulletin.releaseApprovedAt,
      editionHash: row?.hash ?? null,
      embargoUntil: bulletin.embargoAt,
      embargoLiftedAt: bulletin.embargoLiftedAt,
      scheduledAt: bulletin.releaseAt,
      releasedAt: bulletin.releasedAt,
      withdrawnAt: bulletin.withdrawnAt,
      heldAt: null,
      ...facts,
      ...holds,
    };
  }
}

interface Asked {
  readonly channel: Channel;
  readonly isSignoffComplete: boolean;
  readonly signedHash: string | null;
}

const none = { freezes: [], blackouts: [] } as const;
