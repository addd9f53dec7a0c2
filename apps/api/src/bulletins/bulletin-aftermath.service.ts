import { Injectable } from '@nestjs/common';
import { BulletinKind, BulletinState, ParticipantState } from '@domain/bulletins/bulletin';
import { BulletinAct, mayOnBulletin } from '@domain/bulletins/bulletin.policy';
import { next } from '@domain/bulletins/bulletin.states';
import { sectionHash } from '@domain/bulletins/section-hash';
import { DomainError, ErrorCode } from '@domain/errors';
import { newId } from '@domain/ids';
import { authorize } from '@domain/policy';
import type { RequestContext } from '../core/context';
import { Ledger } from '../core/ledger/ledger.service';
import { Links } from '../core/links/links.service';
import { ReleaseChannels } from '../core/release/release-channels';
import { Transactions } from '../core/transactions';
import { BulletinAttachmentEntity } from './bulletin-attachment.entity';
import { BulletinGate } from './bulletin-gate.service';
import { BulletinLoading, bulletinSubject, type LockedBulletin } from './bulletin-loading.service';
import { BulletinParticipantEntity } from './bulletin-participant.entity';
import { BulletinRevisions } from './bulletin-revisions.service';
import { RevisionCause } from './bulletin-revision.entity';
import { BulletinSectionEntity } from './bulletin-section.entity';
import { BulletinSections } from './bulletin-sections.service';
import { BulletinTagEntity } from './bulletin-tag.entity';
import { BulletinEntity } from './bulletin.entity';

/** After the release: the original stays; it is corrected by another text or withdrawn with a reason. */
@Injectable()
export class BulletinAftermath {
  constructor(
    private readonly transactions: Transactions,
    private readonly loading: BulletinLoading,
    private readonly gate: BulletinGate,
    private readonly sections: BulletinSections,
    private readonly revisions: BulletinRevisions,
    private readonly ledger: Ledger,
    private readonly links: Links,
    private readonly channels: ReleaseChannels,
  ) {}

  /** Takes a released text back; its page says so and why. Refuses: NOT_FOUND, FORBIDDEN, WRONG_STATE. */
  withdraw(ctx: RequestContext, id: string, reason: string): Promise<BulletinEntity> {
    return this.transactions.run(ctx, async (ctx) => {
      const { bulletin, facts } = await this.loading.lockVisible(ctx, id);
      authorize(mayOnBulletin(ctx.actor, BulletinAct.WITHDRAW, facts));
      Object.assign(bulletin, {
        state: next(bulletin.state, 'withdraw'),
        withdrawnAt: ctx.now,
        withdrawalReason: reason.trim(),
        publicUpdatedAt: ctx.now,
        updatedAt: ctx.now,
      });
      const saved = await ctx.db.save(bulletin);
      await this.channels.withdraw(ctx, id);
      await this.ledger.record(ctx, { name: 'bulletin.withdrawn', subjectType: 'bulletin', subjectId: id });
      return saved;
    });
  }

  /**
   * Begins the correction of a released text: a bulletin of its own with the released words, the offices that went out
   * and a note that readers will see. It is signed like any other; the original is kept. Refuses: NOT_FOUND, FORBIDDEN, WRONG_STATE.
   */
  correct(ctx: RequestContext, id: string, note: string): Promise<BulletinEntity> {
    return this.transactions.run(ctx, async (ctx) => {
      const locked = await this.loading.lockVisible(ctx, id);
      authorize(mayOnBulletin(ctx.actor, BulletinAct.CORRECT, locked.facts));
      const edition = await this.gate.released(ctx, id);
      if (!edition) throw new DomainError(ErrorCode.WRONG_STATE, { path: ['id'] });
      const correction = await this.insert(ctx, locked.bulletin, note);
      const officeIds = edition.content.offices.map((office) => office.id);
      await this.copyOffices(
        ctx,
        correction.id,
        officeIds.filter((officeId) => officeId !== correction.leadOfficeId),
      );
      await this.copyWords(ctx, locked, correction.id, officeIds);
      await this.links.add(ctx, bulletinSubject(correction.id), 'corrects', bulletinSubject(id));
      const saved = await this.sections.refreshText(ctx, await this.loading.lockVisible(ctx, correction.id));
      await this.ledger.record(ctx, {
        name: 'bulletin.correctionBegun',
        subjectType: 'bulletin',
        subjectId: saved.id,
        data: { correctsId: id },
      });
      return saved;
    });
  }

  private insert(ctx: RequestContext, original: BulletinEntity, note: string): Promise<BulletinEntity> {
    return ctx.db.save(
      ctx.db.create(BulletinEntity, {
        id: newId(ctx.now),
        kind: BulletinKind.CORRECTION,
        state: BulletinState.IN_REVIEW,
        leadOfficeId: original.leadOfficeId,
        headline: original.headline,
        spot: '',
        bodyText: '',
        tagsText: original.tagsText,
        createdById: ctx.actor.userId ?? '',
        createdAt: ctx.now,
        updatedAt: ctx.now,
        sharedAt: ctx.now,
        correctsId: original.id,
        correctionNote: note.trim(),
      }),
    );
  }

  private async copyOffices(ctx: RequestContext, bulletinId: string, officeIds: readonly string[]): Promise<void> {
    const rows = officeIds.map((officeId, position) => ({
      bulletinId,
      officeId,
      position,
      state: ParticipantState.ACCEPTED,
      invitedAt: ctx.now,
      invitedById: ctx.actor.userId ?? '',
      answeredAt: ctx.now,
      answeredById: null,
      reason: null,
      isSilent: false,
      seenAt: null,
    }));
    if (rows.length > 0) await ctx.db.insert(BulletinParticipantEntity, rows);
  }

  private async copyWords(
    ctx: RequestContext,
    original: LockedBulletin,
    bulletinId: string,
    officeIds: readonly string[],
  ): Promise<void> {
    for (const source of await this.loading.sections(ctx, original)) {
      if (source.officeId !== null && !officeIds.includes(source.officeId)) continue;
      const attachments = source.attachments.map((attachment) => ({ ...attachment, id: newId(ctx.now) }));
      const section = { ...source, id: newId(ctx.now), attachments };
      const hash = sectionHash(section);
      await ctx.db.insert(BulletinSectionEntity, {
        id: section.id,
        kind: section.kind,
        officeId: section.officeId,
        position: section.position,
        content: section.content,
        speaker: section.speaker,
        consent: section.consent,
        bulletinId,
        hash,
        version: 1,
        updatedAt: ctx.now,
        updatedById: ctx.actor.userId ?? '',
      });
      for (const [position, { id, fileId, alt, caption, credit, focusX, focusY }] of attachments.entries()) {
        await ctx.db.insert(BulletinAttachmentEntity, {
          id,
          sectionId: section.id,
          fileId,
          position,
          alt,
          caption,
          credit,
          focusX,
          focusY,
        });
      }
      await this.revisions.write(ctx, bulletinId, section, hash, RevisionCause.CREATE);
    }
    const tags = await ctx.db.find(BulletinTagEntity, { where: { bulletinId: original.bulletin.id } });
    const kept = tags.filter(({ officeId }) => officeId === null || officeIds.includes(officeId));
    if (kept.length > 0)
      await ctx.db.insert(
        BulletinTagEntity,
        kept.map(({ slug, label, officeId }) => ({ bulletinId, slug, label, officeId })),
      );
  }
}
