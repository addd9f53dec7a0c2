import { Injectable, type OnModuleInit } from '@nestjs/common';
import { newId } from '@domain/ids';
import { Env } from '../../config/env';
import type { RequestContext } from '../context';
import { composeBody } from '../mail/mail-composer';
import { Deliveries } from './deliveries.service';
import { DeliverySources, type PreparedMail } from './delivery-sources';
import { MailEntity } from './mail.entity';

export interface WorkspaceMail {
  readonly officeId: string | null;
  readonly purpose: string;
  /** `contactId` where it is a media contact, so that the address is erased with it. */
  readonly to: { readonly name?: string; readonly address: string; readonly contactId?: string };
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

const sourceType = 'mail';

/** Mails of the workspace to its own people: enqueued in the commit of what they tell of, sent by the dispatcher. */
@Injectable()
export class Mails implements OnModuleInit {
  constructor(
    private readonly deliveries: Deliveries,
    private readonly sources: DeliverySources,
    private readonly env: Env,
  ) {}

  onModuleInit(): void {
    this.sources.register(sourceType, {
      mayGo: () => Promise.resolve('GO'),
      prepare: (ctx, id) => this.prepare(ctx, id),
      onAccepted: (ctx, { sourceId }) => this.forgetWords(ctx, sourceId),
    });
  }

  /** Puts a mail on its way, in the transaction of `ctx`. */
  async enqueue(ctx: RequestContext, mail: WorkspaceMail): Promise<void> {
    const id = newId(ctx.now);
    await ctx.db.insert(MailEntity, {
      id,
      purpose: mail.purpose,
      officeId: mail.officeId,
      subject: mail.subject,
      bodyText: mail.text,
      bodyHtml: mail.html,
      createdAt: ctx.now,
    });
    await this.deliveries.plan(ctx, {
      sourceType,
      sourceId: id,
      itemId: id,
      officeId: mail.officeId,
      domain: this.env.MAIL_FROM_DOMAIN,
      addressees: [{ address: mail.to.address, name: mail.to.name ?? null, contactId: mail.to.contactId ?? null }],
    });
  }

  /** Invitations and resets hold keys: once the receiver has them, we do not keep them. */
  private async forgetWords(ctx: RequestContext, id: string): Promise<void> {
    await ctx.db.update(MailEntity, id, { bodyText: '', bodyHtml: '' });
  }

  private async prepare(ctx: RequestContext, id: string): Promise<PreparedMail> {
    const mail = await ctx.db.findOneByOrFail(MailEntity, { id });
    return {
      body: await composeBody({ subject: mail.subject, text: mail.bodyText, html: mail.bodyHtml }),
      sender: {
        officeDomain: this.env.MAIL_FROM_DOMAIN,
        fromName: 'Tek Ses',
        fromAddress: `tekses@${this.env.MAIL_FROM_DOMAIN}`,
      },
      autoSubmitted: 'auto-generated',
      date: mail.createdAt,
    };
  }
}
