import { Injectable } from '@nestjs/common';
import { DomainError, ErrorCode } from '@domain/errors';
import { newId } from '@domain/ids';
import type { RequestContext } from '../core/context';
import { Ledger } from '../core/ledger/ledger.service';
import { Transactions } from '../core/transactions';
import { OfficeState } from '../offices/office.entity';
import { Offices } from '../offices/offices.service';
import { dayInIstanbul } from './days';
import type { InvitationAcceptInput } from './member.inputs';
import type { Offer } from './invitations.service';
import { MembershipEntity } from './membership.entity';
import { TokenPurpose } from './one-time-token.entity';
import { peekToken, useToken } from './one-time-tokens';
import { expectPassword, hashPassword } from './passwords';
import { UserEntity } from './user.entity';
import type { UserType } from './user.type';

/** A person as a directory names them: the pair is the identity, nothing else is. */
export interface DirectoryIdentity {
  readonly issuer: string;
  readonly subject: string;
}

/** Makes an account, or takes the one that is there, and gives it the membership that an invitation offers. */
@Injectable()
export class Acceptance {
  constructor(
    private readonly transactions: Transactions,
    private readonly ledger: Ledger,
    private readonly offices: Offices,
  ) {}

  /**
   * Accepts by the link in the mail. Without an account a password is needed; an existing account keeps its name and
   * password. Refuses: EXPIRED, INVALID, TAKEN (belongs to the office already), FORBIDDEN (operators join no office).
   */
  async byLink(ctx: RequestContext, secret: string, input: InvitationAcceptInput): Promise<UserType> {
    const passwordHash = await this.hashOf(ctx, secret, input);
    return this.transactions.run(ctx, async (ctx) => {
      const { data } = await useToken(ctx, TokenPurpose.INVITATION, secret);
      const offer = data as Offer;
      const existing = await this.lockUser(ctx, offer.email);
      const user =
        existing ?? (await this.create(ctx, offer, { passwordHash, name: input.name?.trim() ?? offer.name }));
      await this.join(ctx, user, offer);
      return present(user);
    });
  }

  /**
   * Accepts by a first sign-in at the directory: with the link, or with the subject that the invitation names.
   * An account that is there already is never linked, whatever its address. Refuses: EXPIRED, TAKEN, FORBIDDEN.
   */
  byDirectory(ctx: RequestContext, identity: DirectoryIdentity, secret: string | null): Promise<UserType> {
    return this.transactions.run(ctx, async (ctx) => {
      const offer = secret
        ? ((await useToken(ctx, TokenPurpose.INVITATION, secret)).data as Offer)
        : await this.useOfferFor(ctx, identity.subject);
      if (await this.lockUser(ctx, offer.email)) {
        throw new DomainError(ErrorCode.TAKEN, { message: 'linking a directory: an account has this address' });
      }
      const user = await this.create(ctx, offer, { passwordHash: null, name: offer.name, identity });
      await this.join(ctx, user, offer);
      return present(user);
    });
  }

  /** Checks and hashes the password before the transaction: hashing takes long and must not hold locks. */
  private async hashOf(ctx: RequestContext, secret: string, input: InvitationAcceptInput): Promise<string | null> {
    const token = await peekToken(ctx, TokenPurpose.INVITATION, secret);
    if (!token) throw new DomainError(ErrorCode.EXPIRED, { path: ['token'] });
    const offer = token.data as Offer;
    const existing = await ctx.db.findOneBy(UserEntity, { email: offer.email });
    if (existing) return null;
    if (!input.password) throw new DomainError(ErrorCode.INVALID, { path: ['input', 'password'] });
    expectPassword(input.password, { email: offer.email, name: input.name ?? offer.name }, ['input', 'password']);
    return hashPassword(input.password);
  }

  private lockUser(ctx: RequestContext, email: string): Promise<UserEntity | null> {
    return ctx.db.findOne(UserEntity, { where: { email }, lock: { mode: 'pessimistic_write' } });
  }

  private async useOfferFor(ctx: RequestContext, subject: string): Promise<Offer> {
    const [[token]] = await ctx.db.query<[{ data: Offer }[], number]>(
      `update one_time_tokens set used_at = $2 where id = (
         select id from one_time_tokens where purpose = 'INVITATION' and used_at is null and expires_at > $2
           and data ->> 'directorySubject' = $1 order by created_at desc limit 1 for update
       ) returning data`,
      [subject, ctx.now],
    );
    if (!token) throw new DomainError(ErrorCode.EXPIRED, { message: 'no invitation names this subject' });
    return token.data;
  }

  private async create(
    ctx: RequestContext,
    offer: Offer,
    own: { readonly passwordHash: string | null; readonly name: string; readonly identity?: DirectoryIdentity },
  ): Promise<UserEntity> {
    if (!own.passwordHash && !own.identity) throw new DomainError(ErrorCode.INVALID, { path: ['input', 'password'] });
    const user = await ctx.db.save(UserEntity, {
      id: newId(ctx.now),
      email: offer.email,
      name: own.name,
      passwordHash: own.passwordHash,
      isOperator: false,
      totpSecret: null,
      totpEnabledAt: null,
      totpLastStep: null,
      oidcIssuer: own.identity?.issuer ?? null,
      oidcSubject: own.identity?.subject ?? null,
      locale: 'tr',
      notificationPreferences: {},
      suspendedAt: null,
      createdAt: ctx.now,
    });
    await this.record(ctx, 'user.created', user.id, offer.officeId, { userId: user.id });
    return user;
  }

  private async join(ctx: RequestContext, user: UserEntity, offer: Offer): Promise<void> {
    if (user.suspendedAt) throw new DomainError(ErrorCode.EXPIRED, { path: ['token'] });
    if (user.isOperator) throw new DomainError(ErrorCode.FORBIDDEN, { message: 'operators join no office' });
    const office = await this.offices.lock(ctx, offer.officeId, ['token']);
    if (office.state === OfficeState.INACTIVE) throw new DomainError(ErrorCode.EXPIRED, { path: ['token'] });
    const today = dayInIstanbul(ctx.now);
    const validFrom = offer.validFrom && offer.validFrom > today ? offer.validFrom : today;
    const overlap: object[] = await ctx.db.query(
      `select 1 from memberships where user_id = $1 and office_id = $2
         and daterange(valid_from, valid_until + 1, '[)') && daterange($3::date, $4::date + 1, '[)')`,
      [user.id, office.id, validFrom, offer.validUntil],
    );
    if (overlap.length > 0) throw new DomainError(ErrorCode.TAKEN, { path: ['token'], message: 'a member already' });
    const membership = await ctx.db.save(MembershipEntity, {
      id: newId(ctx.now),
      userId: user.id,
      officeId: office.id,
      role: offer.role,
      title: offer.title,
      validFrom,
      validUntil: offer.validUntil,
      createdAt: ctx.now,
    });
    await this.record(ctx, 'member.joined', user.id, office.id, { membershipId: membership.id, role: membership.role });
  }

  private record(
    ctx: RequestContext,
    name: string,
    userId: string,
    officeId: string,
    data: Record<string, string>,
  ): Promise<void> {
    return this.ledger.record(ctx, { name, subjectType: 'user', subjectId: userId, officeId, data });
  }
}

function present({ id, name, email, suspendedAt }: UserEntity): UserType {
  return { id, name, email, isSuspended: suspendedAt !== null };
}
