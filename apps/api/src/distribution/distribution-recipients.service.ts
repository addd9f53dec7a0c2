import { Injectable } from '@nestjs/common';
import { BulletinAct, mayOnBulletin } from '@domain/bulletins/bulletin.policy';
import { DomainError, ErrorCode } from '@domain/errors';
import { authorize } from '@domain/policy';
import { BulletinExclusionEntity } from '../bulletins/bulletin-exclusion.entity';
import { BulletinListEntity } from '../bulletins/bulletin-list.entity';
import { activePartners, BulletinLoading, type LockedBulletin } from '../bulletins/bulletin-loading.service';
import { BulletinTagEntity } from '../bulletins/bulletin-tag.entity';
import type { BulletinEntity } from '../bulletins/bulletin.entity';
import type { RequestContext } from '../core/context';
import { Ledger } from '../core/ledger/ledger.service';
import { Transactions } from '../core/transactions';
import { MediaRecipients, type Recipient } from '../media/media-recipients.service';

/** Who stands on the chosen lists, each address once: those who get it and those whom this bulletin leaves out. */
export interface ChosenRecipients {
  readonly going: readonly Recipient[];
  readonly excluded: readonly Recipient[];
}

/** The people that a bulletin goes to by its lists, and those whom it leaves out. */
@Injectable()
export class DistributionRecipients {
  constructor(
    private readonly transactions: Transactions,
    private readonly loading: BulletinLoading,
    private readonly recipients: MediaRecipients,
    private readonly ledger: Ledger,
  ) {}

  /** As it would be now. Refuses: NOT_FOUND, FORBIDDEN, WRONG_STATE. */
  async preview(ctx: RequestContext, bulletinId: string): Promise<ChosenRecipients> {
    const locked = await this.loading.readVisible(ctx, bulletinId);
    authorize(mayOnBulletin(ctx.actor, BulletinAct.DISTRIBUTE, locked.facts));
    return this.now(ctx, locked);
  }

  /** For a bulletin that goes out in the name of these offices: what an address refused of one of them counts. */
  async of(ctx: RequestContext, bulletin: BulletinEntity, officeIds: readonly string[]): Promise<ChosenRecipients> {
    const chosen = await ctx.db.findBy(BulletinListEntity, { bulletinId: bulletin.id });
    if (chosen.length === 0) return { going: [], excluded: [] };
    const tags = await ctx.db.findBy(BulletinTagEntity, { bulletinId: bulletin.id });
    const all = await this.recipients.recipientsFor(ctx, {
      listIds: chosen.map(({ listId }) => listId),
      leadOfficeId: bulletin.leadOfficeId,
      officeIds,
      tags: tags.map(({ slug }) => slug),
    });
    const excluded = await this.excludedAddresses(ctx, bulletin.id);
    return {
      going: all.filter(({ address }) => !excluded.has(address)),
      excluded: all.filter(({ address }) => excluded.has(address)),
    };
  }

  /**
   * Leaves a recipient out of this bulletin alone, by address: nobody else with the same one gets it either. Once more
   * changes nothing. Refuses: NOT_FOUND, FORBIDDEN, WRONG_STATE (its recipients are settled), INVALID (not a recipient).
   */
  exclude(ctx: RequestContext, bulletinId: string, contactId: string): Promise<void> {
    return this.change(ctx, bulletinId, 'bulletin.recipientExcluded', contactId, async (ctx, { going, excluded }) => {
      if (excluded.some((recipient) => recipient.contactId === contactId)) return false;
      if (!going.some((recipient) => recipient.contactId === contactId)) {
        throw new DomainError(ErrorCode.INVALID, { path: ['contactId'], message: 'not a recipient of this bulletin' });
      }
      await ctx.db.insert(BulletinExclusionEntity, { bulletinId, contactId });
      return true;
    });
  }

  /** Takes back that a recipient is left out. Refuses as `exclude`. */
  include(ctx: RequestContext, bulletinId: string, contactId: string): Promise<void> {
    return this.change(ctx, bulletinId, 'bulletin.recipientIncluded', contactId, async (ctx, { going, excluded }) => {
      if (going.some((recipient) => recipient.contactId === contactId)) return false;
      if (!excluded.some((recipient) => recipient.contactId === contactId)) {
        throw new DomainError(ErrorCode.INVALID, { path: ['contactId'], message: 'not left out of this bulletin' });
      }
      await ctx.db.query(
        `delete from bulletin_exclusions e using media_contacts c, media_contacts same
         where e.bulletin_id = $1 and c.id = e.contact_id and same.id = $2 and c.email = same.email`,
        [bulletinId, contactId],
      );
      return true;
    });
  }

  private change(
    ctx: RequestContext,
    bulletinId: string,
    name: string,
    contactId: string,
    work: (ctx: RequestContext, chosen: ChosenRecipients) => Promise<boolean>,
  ): Promise<void> {
    return this.transactions.run(ctx, async (ctx) => {
      const locked = await this.loading.lockVisible(ctx, bulletinId);
      authorize(mayOnBulletin(ctx.actor, BulletinAct.DISTRIBUTE, locked.facts));
      requireUnsettled(locked.bulletin);
      if (!(await work(ctx, await this.now(ctx, locked)))) return;
      await this.ledger.record(ctx, { name, subjectType: 'bulletin', subjectId: bulletinId, data: { contactId } });
    });
  }

  private now(ctx: RequestContext, locked: LockedBulletin): Promise<ChosenRecipients> {
    const partners = activePartners(locked).map(({ officeId }) => officeId);
    return this.of(ctx, locked.bulletin, [locked.bulletin.leadOfficeId, ...partners]);
  }

  private async excludedAddresses(ctx: RequestContext, bulletinId: string): Promise<ReadonlySet<string>> {
    const rows: { address: string }[] = await ctx.db.query(
      `select c.email as address from bulletin_exclusions e join media_contacts c on c.id = e.contact_id
       where e.bulletin_id = $1 and c.email is not null`,
      [bulletinId],
    );
    return new Set(rows.map(({ address }) => address));
  }
}

/** After release, and for a correction, which goes to whoever got the wrong words, nobody chooses. */
export function requireUnsettled(bulletin: BulletinEntity): void {
  if (!bulletin.releasedAt && !bulletin.correctsId) return;
  throw new DomainError(ErrorCode.WRONG_STATE, { path: ['id'], message: 'its recipients are settled' });
}
