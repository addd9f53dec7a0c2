import { Injectable, type OnModuleInit } from '@nestjs/common';
import { BulletinAct, mayOnBulletin } from '@domain/bulletins/bulletin.policy';
import type { PublishedEdition } from '@domain/bulletins/edition';
import { authorize } from '@domain/policy';
import { BulletinEditions } from '../bulletins/bulletin-editions.service';
import { BulletinGate } from '../bulletins/bulletin-gate.service';
import { BulletinListEntity } from '../bulletins/bulletin-list.entity';
import { BulletinLoading, activePartners, type LockedBulletin } from '../bulletins/bulletin-loading.service';
import { BulletinEntity } from '../bulletins/bulletin.entity';
import { EditionEntity } from '../bulletins/edition.entity';
import type { RequestContext } from '../core/context';
import { Deliveries, type Addressee } from '../core/delivery/deliveries.service';
import { Mails } from '../core/delivery/mails.service';
import { Ledger } from '../core/ledger/ledger.service';
import { ReleaseChannels, type Release } from '../core/release/release-channels';
import { Transactions } from '../core/transactions';
import { MediaRecipients } from '../media/media-recipients.service';
import { UserEntity } from '../identity/user.entity';
import { DistributionMail } from './distribution-mail.service';
import { DistributionRecipients, requireUnsettled } from './distribution-recipients.service';
import { Senders } from './senders.service';

/** Servis: who gets a bulletin, planned in the commit of its release. */
@Injectable()
export class Distribution implements OnModuleInit {
  constructor(
    private readonly transactions: Transactions,
    private readonly loading: BulletinLoading,
    private readonly gate: BulletinGate,
    private readonly editions: BulletinEditions,
    private readonly recipients: MediaRecipients,
    private readonly chosen: DistributionRecipients,
    private readonly deliveries: Deliveries,
    private readonly senders: Senders,
    private readonly mail: DistributionMail,
    private readonly mails: Mails,
    private readonly channels: ReleaseChannels,
    private readonly ledger: Ledger,
  ) {}

  onModuleInit(): void {
    this.channels.register({
      onRelease: (ctx, release) => this.planRelease(ctx, release),
      onWithdrawal: (ctx, bulletinId) => this.planWithdrawal(ctx, bulletinId),
    });
  }

  /** Chooses the lists it goes to. Refuses: NOT_FOUND, FORBIDDEN, WRONG_STATE (released), INVALID (list). */
  chooseLists(ctx: RequestContext, bulletinId: string, listIds: readonly string[]): Promise<BulletinEntity> {
    return this.transactions.run(ctx, async (ctx) => {
      const { bulletin, facts } = await this.loading.lockVisible(ctx, bulletinId);
      authorize(mayOnBulletin(ctx.actor, BulletinAct.DISTRIBUTE, facts));
      requireUnsettled(bulletin);
      const wanted = [...new Set(listIds)];
      await this.recipients.mayUseLists(ctx, wanted);
      await ctx.db.delete(BulletinListEntity, { bulletinId });
      if (wanted.length > 0)
        await ctx.db.insert(
          BulletinListEntity,
          wanted.map((listId) => ({ bulletinId, listId })),
        );
      await this.ledger.record(ctx, {
        name: 'bulletin.listsChosen',
        subjectType: 'bulletin',
        subjectId: bulletinId,
        data: { listIds: wanted },
      });
      return bulletin;
    });
  }

  /** Subject and bodies as they would go out now. Refuses: NOT_FOUND, FORBIDDEN, WRONG_STATE. */
  async previewMail(ctx: RequestContext, bulletinId: string): Promise<{ subject: string; text: string; html: string }> {
    const locked = await this.requireDistributor(ctx, bulletinId);
    return this.mail.words(ctx, await this.present(ctx, locked));
  }

  /** Sends the mail to the viewer alone, marked as a test. Refuses: NOT_FOUND, FORBIDDEN, WRONG_STATE. */
  sendTest(ctx: RequestContext, bulletinId: string): Promise<BulletinEntity> {
    return this.transactions.run(ctx, async (ctx) => {
      const locked = await this.requireDistributor(ctx, bulletinId);
      const { subject, text, html } = this.mail.words(ctx, await this.present(ctx, locked));
      const viewer = await ctx.db.findOneByOrFail(UserEntity, { id: ctx.actor.userId ?? '' });
      await this.mails.enqueue(ctx, {
        officeId: ctx.actor.officeId,
        purpose: 'distributionTest',
        to: { address: viewer.email, name: viewer.name },
        subject: `[Deneme] ${subject}`,
        text,
        html,
      });
      await this.ledger.record(ctx, { name: 'bulletin.testSent', subjectType: 'bulletin', subjectId: bulletinId });
      return locked.bulletin;
    });
  }

  /** For whom the table of deliveries is: those at work on the bulletin. Refuses: NOT_FOUND, FORBIDDEN. */
  async requireWork(ctx: RequestContext, bulletinId: string): Promise<void> {
    const { facts } = await this.loading.readVisible(ctx, bulletinId);
    authorize(mayOnBulletin(ctx.actor, BulletinAct.VIEW_WORK, facts));
  }

  /** The words as they would go out now, for those at work on the bulletin. Refuses: NOT_FOUND, FORBIDDEN. */
  async wordsNow(ctx: RequestContext, bulletinId: string): Promise<PublishedEdition> {
    const locked = await this.loading.readVisible(ctx, bulletinId);
    authorize(mayOnBulletin(ctx.actor, BulletinAct.VIEW_WORK, locked.facts));
    return this.mail.published(ctx, await this.present(ctx, locked));
  }

  private async requireDistributor(ctx: RequestContext, bulletinId: string): Promise<LockedBulletin> {
    const locked = await this.loading.readVisible(ctx, bulletinId);
    authorize(mayOnBulletin(ctx.actor, BulletinAct.DISTRIBUTE, locked.facts));
    return locked;
  }

  /** The frozen or released edition, or one derived from what stands now. */
  private async present(ctx: RequestContext, locked: LockedBulletin): Promise<EditionEntity> {
    const id = locked.bulletin.id;
    const frozen = (await this.gate.released(ctx, id)) ?? (await this.gate.frozen(ctx, id));
    if (frozen) return frozen;
    const partners = activePartners(locked).map(({ officeId }) => officeId);
    const included = [locked.bulletin.leadOfficeId, ...partners];
    const sections = await this.loading.sections(ctx, locked);
    const content = await this.editions.derive(ctx, locked, sections, included, ctx.now);
    return Object.assign(new EditionEntity(), { content, releasedAt: null });
  }

  private async planRelease(ctx: RequestContext, release: Release): Promise<void> {
    const addressees = release.correctsId
      ? await this.formerAddressees(ctx, release.correctsId)
      : await this.chosenAddressees(ctx, release);
    await this.plan(ctx, 'edition', release.editionId, release.itemId, release.leadOfficeId, addressees);
  }

  private async planWithdrawal(ctx: RequestContext, bulletinId: string): Promise<void> {
    const edition = await this.gate.released(ctx, bulletinId);
    if (!edition) return;
    const bulletin = await ctx.db.findOneByOrFail(BulletinEntity, { id: bulletinId });
    const addressees = await this.formerAddressees(ctx, bulletinId);
    await this.plan(ctx, 'withdrawal', edition.id, bulletinId, bulletin.leadOfficeId, addressees);
  }

  private async plan(
    ctx: RequestContext,
    sourceType: string,
    sourceId: string,
    itemId: string,
    officeId: string,
    addressees: readonly Addressee[],
  ): Promise<void> {
    if (addressees.length === 0) return;
    const { officeDomain } = await this.senders.of(ctx, officeId);
    await this.deliveries.plan(ctx, { sourceType, sourceId, itemId, officeId, domain: officeDomain, addressees });
  }

  private async chosenAddressees(ctx: RequestContext, release: Release): Promise<readonly Addressee[]> {
    const edition = await ctx.db.findOneByOrFail(EditionEntity, { id: release.editionId });
    const bulletin = await ctx.db.findOneByOrFail(BulletinEntity, { id: release.itemId });
    const officeIds = edition.content.offices.map(({ id }) => id);
    const { going } = await this.chosen.of(ctx, bulletin, officeIds);
    return going;
  }

  /** Exactly those who got the former words, or still have them on the way. */
  private async formerAddressees(ctx: RequestContext, bulletinId: string): Promise<Addressee[]> {
    const edition = await this.gate.released(ctx, bulletinId);
    return edition ? this.deliveries.reached(ctx, 'edition', edition.id) : [];
  }
}
