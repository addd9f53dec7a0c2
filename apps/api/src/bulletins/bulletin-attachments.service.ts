import { Injectable } from '@nestjs/common';
import { SectionKind } from '@domain/bulletins/bulletin';
import { mayOnSection, SectionAct } from '@domain/bulletins/section.policy';
import { DomainError, ErrorCode } from '@domain/errors';
import { isId, newId } from '@domain/ids';
import { inPercents, MIDDLE, type Focus } from '@domain/files/crop';
import { authorize } from '@domain/policy';
import type { RequestContext } from '../core/context';
import { FileEntity } from '../core/files/file.entity';
import { Ledger } from '../core/ledger/ledger.service';
import { Transactions } from '../core/transactions';
import { BulletinAttachmentEntity } from './bulletin-attachment.entity';
import { BulletinLoading, type LockedBulletin } from './bulletin-loading.service';
import { RevisionCause } from './bulletin-revision.entity';
import { BulletinSectionEntity } from './bulletin-section.entity';
import { BulletinSections } from './bulletin-sections.service';
import { BulletinEntity } from './bulletin.entity';

export interface AttachmentEdit {
  readonly alt?: string | null;
  readonly caption?: string | null;
  readonly credit?: string | null;
  /** Parts of width and height, 0 to 1, kept to whole percents; null: the middle. */
  readonly focusX?: number | null;
  readonly focusY?: number | null;
}

const maxPerSection = 40;

/** Pictures and documents of an ATTACHMENTS section; what they show and what stands beside them is signed too. */
@Injectable()
export class BulletinAttachments {
  constructor(
    private readonly transactions: Transactions,
    private readonly loading: BulletinLoading,
    private readonly sections: BulletinSections,
    private readonly ledger: Ledger,
  ) {}

  /** Attaches a file of the acting office. Refuses: NOT_FOUND, FORBIDDEN, WRONG_STATE, INVALID, TOO_MANY. */
  attach(
    ctx: RequestContext,
    bulletinId: string,
    sectionId: string,
    input: AttachmentEdit & { readonly fileId: string },
  ): Promise<BulletinEntity> {
    return this.change(ctx, bulletinId, sectionId, async (ctx, section) => {
      if (section.kind !== SectionKind.ATTACHMENTS) throw new DomainError(ErrorCode.INVALID, { path: ['sectionId'] });
      const where = { id: input.fileId, officeId: ctx.actor.officeId ?? '' };
      const file = isId(input.fileId) ? await ctx.db.findOne(FileEntity, { where }) : null;
      if (!file) throw new DomainError(ErrorCode.NOT_FOUND, { path: ['input', 'fileId'] });
      const position = await ctx.db.count(BulletinAttachmentEntity, { where: { sectionId } });
      if (position >= maxPerSection) throw new DomainError(ErrorCode.TOO_MANY, { path: ['sectionId'] });
      await ctx.db.insert(BulletinAttachmentEntity, {
        id: newId(ctx.now),
        sectionId,
        fileId: file.id,
        position,
        alt: input.alt ?? null,
        caption: input.caption ?? file.suggestedCaption,
        credit: input.credit ?? file.suggestedCredit,
        ...focusOf(input, MIDDLE),
      });
    });
  }

  /**
   * Changes the words beside it, or the point that crops keep in sight, which is not signed. Left out: stays; null:
   * cleared. Refuses: NOT_FOUND, FORBIDDEN, WRONG_STATE.
   */
  edit(
    ctx: RequestContext,
    bulletinId: string,
    sectionId: string,
    attachmentId: string,
    { alt, caption, credit, ...frame }: AttachmentEdit,
  ): Promise<BulletinEntity> {
    return this.change(ctx, bulletinId, sectionId, async (ctx) => {
      const words = Object.fromEntries(
        Object.entries({ alt, caption, credit }).filter(([, value]) => value !== undefined),
      );
      const attachment = await this.attachment(ctx, sectionId, attachmentId);
      const focus = focusOf(frame, attachment);
      const isFramed = focus.focusX !== attachment.focusX || focus.focusY !== attachment.focusY;
      await ctx.db.save(Object.assign(attachment, words, focus));
      if (isFramed) await this.recordFraming(ctx, bulletinId, attachment);
    });
  }

  /**
   * Puts it at this place, from 0, among the others of its section. The order is signed: the picture that leads is a
   * statement. Refuses: NOT_FOUND, FORBIDDEN, WRONG_STATE, INVALID for a place that there is not.
   */
  move(
    ctx: RequestContext,
    bulletinId: string,
    sectionId: string,
    attachmentId: string,
    position: number,
  ): Promise<BulletinEntity> {
    return this.change(ctx, bulletinId, sectionId, async (ctx) => {
      const attachment = await this.attachment(ctx, sectionId, attachmentId);
      const order = { position: 'ASC', id: 'ASC' } as const;
      const all = await ctx.db.find(BulletinAttachmentEntity, { where: { sectionId }, order });
      if (position < 0 || position >= all.length) throw new DomainError(ErrorCode.INVALID, { path: ['position'] });
      const moved = all.filter(({ id }) => id !== attachment.id).toSpliced(position, 0, attachment);
      await ctx.db.save(moved.map((each, place) => Object.assign(each, { position: place })));
    });
  }

  /** Takes it out of the section; the stored file stays. Refuses: NOT_FOUND, FORBIDDEN, WRONG_STATE. */
  remove(ctx: RequestContext, bulletinId: string, sectionId: string, attachmentId: string): Promise<BulletinEntity> {
    return this.change(ctx, bulletinId, sectionId, async (ctx) => {
      await ctx.db.remove(await this.attachment(ctx, sectionId, attachmentId));
    });
  }

  private async recordFraming(ctx: RequestContext, bulletinId: string, { id, sectionId }: BulletinAttachmentEntity) {
    const data = { sectionId, attachmentId: id };
    await this.ledger.record(ctx, {
      name: 'bulletin.pictureFramed',
      subjectType: 'bulletin',
      subjectId: bulletinId,
      data,
    });
  }

  private async attachment(ctx: RequestContext, sectionId: string, id: string): Promise<BulletinAttachmentEntity> {
    const attachment = isId(id) ? await ctx.db.findOne(BulletinAttachmentEntity, { where: { id, sectionId } }) : null;
    if (!attachment) throw new DomainError(ErrorCode.NOT_FOUND, { path: ['attachmentId'] });
    return attachment;
  }

  private change(
    ctx: RequestContext,
    bulletinId: string,
    sectionId: string,
    work: (ctx: RequestContext, section: BulletinSectionEntity, locked: LockedBulletin) => Promise<void>,
  ): Promise<BulletinEntity> {
    return this.transactions.run(ctx, async (ctx) => {
      const locked = await this.loading.lockVisible(ctx, bulletinId);
      const section = await this.loading.section(ctx, locked, sectionId);
      authorize(mayOnSection(ctx.actor, SectionAct.ATTACH, { bulletin: locked.facts, section }), ['sectionId']);
      const before = section.hash;
      await work(ctx, section, locked);
      return this.sections.saveChanged(ctx, locked, section, before, RevisionCause.EDIT);
    });
  }
}

/** The point as asked for, else as before, in whole percents; null: the middle. */
function focusOf(asked: Partial<Record<keyof Focus, number | null>>, before: Focus): Focus {
  const { focusX = before.focusX, focusY = before.focusY } = asked;
  const { x, y } = inPercents({ focusX: focusX ?? MIDDLE.focusX, focusY: focusY ?? MIDDLE.focusY });
  return { focusX: x / 100, focusY: y / 100 };
}
