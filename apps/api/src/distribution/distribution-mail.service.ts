import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { PublishedEdition } from '@domain/bulletins/edition';
import { Channel, GateReason } from '@domain/release/release-gate';
import { BulletinGate } from '../bulletins/bulletin-gate.service';
import { EditionEntity } from '../bulletins/edition.entity';
import { Env } from '../config/env';
import type { RequestContext } from '../core/context';
import { DeliveryEntity } from '../core/delivery/delivery.entity';
import {
  DeliverySources,
  type Permission,
  type PersonalHead,
  type PreparedMail,
} from '../core/delivery/delivery-sources';
import { FilesService } from '../core/files/files.service';
import { Logger } from '../core/logger';
import type { MailAttachment } from '../core/mail/mail';
import { composeBody } from '../core/mail/mail-composer';
import { documentFileName } from '../documents/edition-links';
import { DocumentsService } from '../documents/documents.service';
import { MediaRecipients } from '../media/media-recipients.service';
import { editionLinks } from '../newsroom/newsroom.links';
import { Senders } from './senders.service';

/** Mails above this many bytes of attachments are bounced by some newsrooms: then the links must do. */
const maxAttachedBytes = 7 * 1024 * 1024;

/** What is mailed of a bulletin: the released words, and the notice of a withdrawal. */
@Injectable()
export class DistributionMail implements OnModuleInit {
  constructor(
    private readonly sources: DeliverySources,
    private readonly gate: BulletinGate,
    private readonly documents: DocumentsService,
    private readonly files: FilesService,
    private readonly recipients: MediaRecipients,
    private readonly senders: Senders,
    private readonly env: Env,
    private readonly logger: Logger,
  ) {}

  onModuleInit(): void {
    const personalHead = (ctx: RequestContext, delivery: DeliveryEntity) => this.personalHead(ctx, delivery);
    const onHardBounce = (ctx: RequestContext, delivery: DeliveryEntity) =>
      this.recipients.markBounced(ctx, delivery.address, delivery.answer ?? '');
    this.sources.register('edition', {
      mayGo: (ctx, editionId) => this.mayGo(ctx, editionId),
      prepare: (ctx, editionId) => this.prepare(ctx, editionId),
      personalHead,
      onHardBounce,
    });
    this.sources.register('withdrawal', {
      mayGo: () => Promise.resolve('GO'),
      prepare: (ctx, editionId) => this.prepareWithdrawal(ctx, editionId),
      personalHead,
      onHardBounce,
    });
  }

  /** The edition with the dates it has, or would have if it went out now (for previews). */
  published(ctx: RequestContext, row: EditionEntity): PublishedEdition {
    const at = (row.releasedAt ?? ctx.now).toISOString();
    return { edition: row.content, firstPublishedAt: at, updatedAt: at, correctedBy: null, withdrawn: null };
  }

  /** Subject and bodies as they go out; the preview and the test mail are these very words. */
  words(ctx: RequestContext, row: EditionEntity): { subject: string; text: string; html: string } {
    return this.documents.mail(this.published(ctx, row), editionLinks(this.env.BASE_URL, row.content));
  }

  private async mayGo(ctx: RequestContext, editionId: string): Promise<Permission> {
    const answer = await this.gate.askSend(ctx, editionId, Channel.MAIL);
    if (answer.open) return 'GO';
    return answer.reasons.includes(GateReason.WITHDRAWN) ? 'NEVER' : 'WAIT';
  }

  private async prepare(ctx: RequestContext, editionId: string): Promise<PreparedMail> {
    const row = await ctx.db.findOneByOrFail(EditionEntity, { id: editionId });
    const words = this.words(ctx, row);
    return this.prepared(
      ctx,
      row,
      { ...words, attachments: await this.attachments(ctx, row) },
      row.releasedAt ?? ctx.now,
    );
  }

  private async prepareWithdrawal(ctx: RequestContext, editionId: string): Promise<PreparedMail> {
    const row = await ctx.db.findOneByOrFail(EditionEntity, { id: editionId });
    const [bulletin]: { at: Date; reason: string }[] = await ctx.db.query(
      'select withdrawn_at as at, withdrawal_reason as reason from bulletins where id = $1',
      [row.bulletinId],
    );
    const at = bulletin?.at ?? ctx.now;
    const published = {
      ...this.published(ctx, row),
      withdrawn: { at: at.toISOString(), reason: bulletin?.reason ?? '' },
    };
    const words = this.documents.mail(published, editionLinks(this.env.BASE_URL, row.content));
    return this.prepared(ctx, row, words, at);
  }

  private async prepared(
    ctx: RequestContext,
    row: EditionEntity,
    content: Parameters<typeof composeBody>[0],
    date: Date,
  ): Promise<PreparedMail> {
    const [lead] = row.content.offices;
    const sender = await this.senders.of(ctx, lead?.id ?? '');
    return {
      body: await composeBody(content),
      sender,
      autoSubmitted: 'auto-generated',
      date,
      listId: `basin.${sender.officeDomain}`,
    };
  }

  /** PDF and pictures, while they stay small; else the links in the text lead to them. */
  private async attachments(ctx: RequestContext, row: EditionEntity): Promise<MailAttachment[]> {
    const attached: MailAttachment[] = [];
    const published = this.published(ctx, row);
    try {
      const content = await this.documents.pdf(published, (fileId) => this.read(ctx, fileId));
      attached.push({ fileName: documentFileName(row.content, 'pdf'), mediaType: 'application/pdf', content });
    } catch (error) {
      this.logger.warn('mail goes without its PDF', { editionId: row.id, reason: String(error) });
    }
    for (const file of row.content.files) {
      const content = file.isImage ? await this.read(ctx, file.fileId) : null;
      if (content) attached.push({ fileName: file.fileName, mediaType: file.mediaType, content });
    }
    const bytes = attached.reduce((sum, { content }) => sum + content.length, 0);
    return bytes <= maxAttachedBytes ? attached : [];
  }

  private async read(ctx: RequestContext, fileId: string): Promise<Buffer> {
    const opened = await this.files.openForRelease(ctx, fileId);
    return opened.content();
  }

  private async personalHead(ctx: RequestContext, delivery: DeliveryEntity): Promise<PersonalHead> {
    const { contactId, officeId } = delivery;
    const path = contactId && officeId ? this.recipients.unsubscribePath(contactId, officeId) : null;
    const earlier = await this.earlierMessageId(ctx, delivery);
    return {
      ...(path ? { unsubscribeUrl: `${this.env.BASE_URL}${path}` } : {}),
      ...(earlier ? { inReplyTo: earlier } : {}),
    };
  }

  /** A correction or withdrawal answers the mail that this very person received. */
  private async earlierMessageId(ctx: RequestContext, delivery: DeliveryEntity): Promise<string | null> {
    const rows: { message_id: string }[] = await ctx.db.query(
      `select d.message_id from bulletins b
       join deliveries d on d.item_id = case when $3 = 'withdrawal' then b.id else b.corrects_id end
       where b.id = $1 and d.address = $2 and d.source_type = 'edition' and d.id <> $4 order by d.created_at desc limit 1`,
      [delivery.itemId, delivery.address, delivery.sourceType, delivery.id],
    );
    return rows[0]?.message_id ?? null;
  }
}
