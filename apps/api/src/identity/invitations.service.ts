import { Injectable } from '@nestjs/common';
import { DomainError, ErrorCode } from '@domain/errors';
import type { Role } from '@domain/identity/actor';
import { mayGrantRole } from '@domain/identity/account.policy';
import { normaliseEmail } from '@domain/identity/email-address';
import { mayOnOffice, OfficeAct } from '@domain/identity/identity.policy';
import { isId } from '@domain/ids';
import { authorize } from '@domain/policy';
import { Env } from '../config/env';
import type { RequestContext } from '../core/context';
import { Mails } from '../core/delivery/mails.service';
import { Ledger } from '../core/ledger/ledger.service';
import { Transactions } from '../core/transactions';
import { officeFacts } from '../offices/office-presenter';
import { Offices } from '../offices/offices.service';
import type { OfficeEntity } from '../offices/office.entity';
import { dayInIstanbul } from './days';
import { invitationMail } from './mail-templates';
import type { UserInviteInput } from './member.inputs';
import { hasDirector } from './membership-facts';
import { issueToken } from './one-time-tokens';
import { TokenPurpose } from './one-time-token.entity';
import { Throttles, type Throttle } from './throttles.service';
import type { InvitationType } from './user.type';

const lifeSeconds = 7 * 86_400;
const perInviter: Throttle = { name: 'invite', limit: 100, windowSeconds: 3_600 };

/** What an invitation offers; kept in its token. */
export interface Offer {
  readonly email: string;
  readonly name: string;
  readonly officeId: string;
  readonly role: Role;
  readonly title: string;
  readonly validFrom: string | null;
  readonly validUntil: string | null;
  readonly directorySubject: string | null;
}

/** An invitation that nobody used, with what it offers. `$1`: now. */
const findOpenSql = `
  select json_build_object('id', id, 'officeId', data ->> 'officeId', 'email', data ->> 'email', 'name', data ->> 'name',
      'role', data ->> 'role', 'title', data ->> 'title', 'expiresAt', expires_at) as invitation, data as offer
  from one_time_tokens where purpose = 'INVITATION' and used_at is null and expires_at > $1 and id = $2`;

/** As the database gives it in one JSON value: dates are texts. */
interface OpenRow {
  readonly invitation: Omit<InvitationType, 'expiresAt'> & { readonly expiresAt: string };
  readonly offer: Offer;
}

interface OpenInvitation {
  readonly invitation: InvitationType;
  readonly offer: Offer;
  readonly office: OfficeEntity;
}

const openInvitationsSql = `
  select id, data ->> 'officeId' as "officeId", data ->> 'email' as email, data ->> 'name' as name,
    data ->> 'role' as role, data ->> 'title' as title, expires_at as "expiresAt"
  from one_time_tokens
  where purpose = 'INVITATION' and used_at is null and expires_at > $1 and data ->> 'officeId' = $2
  order by created_at desc, id desc limit 200`;

/**
 * Asks people into an office by a link that is good once. Nothing is looked up about the address: whether somebody has
 * an account already cannot be learnt by inviting.
 */
@Injectable()
export class Invitations {
  constructor(
    private readonly transactions: Transactions,
    private readonly ledger: Ledger,
    private readonly offices: Offices,
    private readonly mails: Mails,
    private readonly throttles: Throttles,
    private readonly env: Env,
  ) {}

  /** The open invitations of an office, newest first. Refuses FORBIDDEN to other offices. */
  async list(ctx: RequestContext, officeId: string): Promise<InvitationType[]> {
    const facts = { id: officeId, isActive: true, isShadow: false };
    authorize(mayOnOffice(ctx.actor, OfficeAct.INVITE_MEMBER, facts), ['officeId']);
    return isId(officeId) ? ctx.db.query<InvitationType[]>(openInvitationsSql, [ctx.now, officeId]) : [];
  }

  /** Sends an invitation. Refuses: NOT_FOUND, FORBIDDEN, WRONG_STATE (inactive office), INVALID, TOO_MANY. */
  async invite(ctx: RequestContext, input: UserInviteInput): Promise<InvitationType> {
    await this.throttles.take(ctx, perInviter, ctx.actor.userId ?? '');
    return this.transactions.run(ctx, async (ctx) => {
      const office = await this.offices.lock(ctx, input.officeId, ['input', 'officeId']);
      const grant = { role: input.role, hasDirector: await hasDirector(ctx, office.id) };
      authorize(mayGrantRole(ctx.actor, OfficeAct.INVITE_MEMBER, officeFacts(office), grant), ['input', 'officeId']);
      return this.issue(ctx, office, this.readOffer(ctx, input));
    });
  }

  /**
   * Sends an open invitation once more, by a new link for seven days; the former link is worthless from now on.
   * Refuses: NOT_FOUND, FORBIDDEN (an operator, once there is a press director), WRONG_STATE (inactive office), TOO_MANY.
   */
  async resend(ctx: RequestContext, id: string): Promise<InvitationType> {
    await this.throttles.take(ctx, perInviter, ctx.actor.userId ?? '');
    return this.transactions.run(ctx, async (ctx) => {
      const { office, offer } = await this.lockOpen(ctx, id);
      const grant = { role: offer.role, hasDirector: await hasDirector(ctx, office.id) };
      authorize(mayGrantRole(ctx.actor, OfficeAct.INVITE_MEMBER, officeFacts(office), grant));
      await this.close(ctx, id);
      return this.issue(ctx, office, offer);
    });
  }

  /** Makes an open invitation worthless. Refuses: NOT_FOUND. */
  revoke(ctx: RequestContext, id: string): Promise<InvitationType> {
    return this.transactions.run(ctx, async (ctx) => {
      const { invitation, office } = await this.lockOpen(ctx, id);
      await this.close(ctx, id);
      await this.record(ctx, 'invitation.revoked', office.id, { invitationId: id });
      return invitation;
    });
  }

  /** The office first, then the link: the order that everybody keeps. To who may not invite there is no invitation. */
  private async lockOpen(ctx: RequestContext, id: string): Promise<OpenInvitation> {
    const missing = new DomainError(ErrorCode.NOT_FOUND, { path: ['id'] });
    const find = (lock: string) => ctx.db.query<OpenRow[]>(`${findOpenSql} ${lock}`, [ctx.now, id]);
    const [known] = isId(id) ? await find('') : [];
    if (!known) throw missing;
    const office = await this.offices.lock(ctx, known.invitation.officeId);
    const [found] = await find('for update');
    if (!found || !mayOnOffice(ctx.actor, OfficeAct.INVITE_MEMBER, officeFacts(office)).allowed) throw missing;
    const { invitation, offer } = found;
    return { invitation: { ...invitation, expiresAt: new Date(invitation.expiresAt) }, offer, office };
  }

  private async close(ctx: RequestContext, id: string): Promise<void> {
    await ctx.db.query('update one_time_tokens set used_at = $2 where id = $1', [id, ctx.now]);
  }

  private async issue(ctx: RequestContext, office: OfficeEntity, offer: Offer): Promise<InvitationType> {
    const purpose = TokenPurpose.INVITATION;
    const token = await issueToken(ctx, { purpose, userId: null, payload: { ...offer }, lifeSeconds });
    await this.send(ctx, office, offer, token);
    await this.record(ctx, 'invitation.sent', office.id, { invitationId: token.id, role: offer.role });
    const { email, name, role, title } = offer;
    return { id: token.id, officeId: office.id, email, name, role, title, expiresAt: token.expiresAt };
  }

  private readOffer(ctx: RequestContext, input: UserInviteInput): Offer {
    const email = normaliseEmail(input.email);
    if (!email)
      throw new DomainError(ErrorCode.INVALID, { path: ['input', 'email'], message: 'not an e-mail address' });
    if (input.directorySubject && !this.env.OIDC_ISSUER) {
      throw new DomainError(ErrorCode.INVALID, {
        path: ['input', 'directorySubject'],
        message: 'there is no directory',
      });
    }
    const validFrom = input.validFrom ?? null;
    const validUntil = input.validUntil ?? null;
    const first = validFrom ?? dayInIstanbul(ctx.now);
    if (validUntil !== null && (validUntil < first || validUntil < dayInIstanbul(ctx.now))) {
      throw new DomainError(ErrorCode.INVALID, { path: ['input', 'validUntil'], message: 'ends before it begins' });
    }
    const { name, officeId, role, title } = input;
    const directorySubject = input.directorySubject ?? null;
    return { email, name: name.trim(), officeId, role, title: title.trim(), validFrom, validUntil, directorySubject };
  }

  private async send(
    ctx: RequestContext,
    office: OfficeEntity,
    offer: Offer,
    token: { readonly secret: string; readonly expiresAt: Date },
  ): Promise<void> {
    const mail = invitationMail({
      name: offer.name,
      officeName: office.name,
      pressUnit: office.pressUnit,
      title: offer.title,
      // In the fragment, which browsers send to nobody: it stays out of logs.
      link: `${this.env.BASE_URL}/davet#${token.secret}`,
      expiresAt: token.expiresAt,
    });
    const to = { name: offer.name, address: offer.email };
    await this.mails.enqueue(ctx, { officeId: office.id, purpose: 'invitation', to, ...mail });
  }

  private record(ctx: RequestContext, name: string, officeId: string, data: Record<string, string>): Promise<void> {
    return this.ledger.record(ctx, { name, subjectType: 'office', subjectId: officeId, officeId, data });
  }
}
