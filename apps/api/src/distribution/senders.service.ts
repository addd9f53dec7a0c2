import { Injectable } from '@nestjs/common';
import { DomainError, ErrorCode } from '@domain/errors';
import { isId } from '@domain/ids';
import { authorize } from '@domain/policy';
import { mayOnOffice, OfficeAct } from '@domain/identity/identity.policy';
import { Env } from '../config/env';
import type { RequestContext } from '../core/context';
import { DkimKeyEntity } from '../core/delivery/dkim-key.entity';
import { Ledger } from '../core/ledger/ledger.service';
import { generateDkimKey } from '../core/mail/dkim';
import type { MailSender } from '../core/mail/mail';
import { Transactions } from '../core/transactions';
import { SecretBox } from '../identity/secret-box';
import { OfficeEntity, OfficeState } from '../offices/office.entity';

/** In whose name the mails of an office go out, and the key that they are signed with. */
@Injectable()
export class Senders {
  constructor(
    private readonly transactions: Transactions,
    private readonly secretBox: SecretBox,
    private readonly ledger: Ledger,
    private readonly env: Env,
  ) {}

  /** The office as sender; signed when it has a key. */
  async of(ctx: RequestContext, officeId: string): Promise<MailSender> {
    const office = await ctx.db.findOneByOrFail(OfficeEntity, { id: officeId });
    const key = await ctx.db.findOne(DkimKeyEntity, { where: { officeId } });
    const domain = office.mailDomain || this.env.MAIL_FROM_DOMAIN;
    return {
      officeDomain: domain,
      fromName: `${office.name} ${office.pressUnit}`,
      fromAddress: `basin@${domain}`,
      ...(office.contactEmail ? { replyTo: office.contactEmail } : {}),
      ...(key
        ? {
            dkim: {
              domain: key.domain,
              selector: key.selector,
              privateKey: this.secretBox.open(key.privateKey, officeId),
            },
          }
        : {}),
    };
  }

  /**
   * Makes a new DKIM key (RFC 6376) for the office and answers what its DNS must say; the former key is replaced.
   * Refuses: NOT_FOUND, FORBIDDEN.
   */
  renewKey(ctx: RequestContext, officeId: string): Promise<DkimKeyEntity> {
    return this.transactions.run(ctx, async (ctx) => {
      const office = isId(officeId) ? await ctx.db.findOne(OfficeEntity, { where: { id: officeId } }) : null;
      if (!office) throw new DomainError(ErrorCode.NOT_FOUND, { path: ['officeId'] });
      const facts = {
        id: office.id,
        isActive: office.state !== OfficeState.INACTIVE,
        isShadow: office.state === OfficeState.SHADOW,
      };
      authorize(mayOnOffice(ctx.actor, OfficeAct.EDIT_PROFILE, facts), ['officeId']);
      const key = await generateDkimKey();
      const saved = await ctx.db.save(DkimKeyEntity, {
        officeId,
        domain: office.mailDomain,
        selector: key.selector,
        privateKey: this.secretBox.seal(key.privateKey, officeId),
        dnsRecord: key.dnsRecord,
        createdAt: ctx.now,
      });
      await this.ledger.record(ctx, {
        name: 'office.dkimKeyRenewed',
        subjectType: 'office',
        subjectId: officeId,
        data: { selector: key.selector },
      });
      return saved;
    });
  }
}
