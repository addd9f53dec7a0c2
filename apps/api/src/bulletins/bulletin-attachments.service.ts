import { Injectable } from '@nestjs/common';
import { SectionKind } from '@domain/bulletins/bulletin';
import { mayOnSection, SectionAct } from '@domain/bulletins/section.policy';
import { DomainError, ErrorCode } from '@domain/errors';
import { isId, newId } from '@domain/ids';
import { authorize } from '@domain/policy';
import type { RequestContext } from '../core/context';
import { FileEntity } from '../core/files/file.entity';
import { Transactions } from '../core/transactions';
import { BulletinAttachmentEntity } from './bulletin-attachment.entity';
import { BulletinLoading, type LockedBulletin } from './bulletin-loading.service';
import { RevisionCause } from './bulletin-revision.entity';
import { BulletinSectionEntity } from './bulletin-section.entity';
import { BulletinSections } from './bulletin-sections.service';
import { BulletinEntity } from './bulletin.entity';

export interface AttachmentWords {
  readonly alt?: string | null;
  readonly caption?: string | null;
  readonly credit?: string | null;
}

const maxPerSection = 40;

/** Pictures and documents of an ATTACHMENTS section; what they show and what stands beside them is signed too. */
@Injectable()
export class BulletinAttachments {
  constructor(
    private readonly transactions: Transactions,
    private readonly loading: BulletinLoading,
    private readonly sections: BulletinSections,
  ) {}

  /** Attaches a file of the acting office. Refuses: NOT_FOUND, FORBIDDEN, WRONG_STATE, INVALID, TOO_MANY. */
  attach(
    ctx: RequestContext,
    bulletinId: string,
    sectionId: string,
    input: AttachmentWords & { readonly fileId: string },
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
      });
    });
  }

  /** Changes the words beside it. Left out: stays; null: cleared. Refuses: NOT_FOUND, FORBIDDEN, WRONG_STATE. */
  edit(
    ctx: RequestContext,
    bulletinId: string,
    sectionId: string,
    attachmentId: string,
    input: AttachmentWords,
  ): Promise<BulletinEntity> {
    return this.change(ctx, bulletinId, sectionId, async (ctx) => {
      const { alt, caption, credit } = input;
      const words = Object.fromEntries(
        Object.entries({ alt, caption, credit }).filter(([, value]) => value !== undefined),
      );
      const attachment = await this.attachment(ctx, sectionId, attachmentId);
      await ctx.db.save(Object.assign(attachment, words));
    });
  }

  /** Takes it out of the section; the stored file stays. Refuses: NOT_FOUND, FORBIDDEN, WRONG_STATE. */
  remove(ctx: RequestContext, bulletinId: string, sectionId: string, attachmentId: string): Promise<BulletinEntity> {
    return this.change(ctx, bulletinId, sectionId, async (ctx) => {
      await ctx.db.remove(await this.attachment(ctx, sectionId, attachmentId));
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
