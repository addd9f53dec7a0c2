import { Injectable } from '@nestjs/common';
import { DomainError, ErrorCode } from '@domain/errors';
import { mayGrantRole, mayShutOut } from '@domain/identity/account.policy';
import { mayOnOffice, OfficeAct } from '@domain/identity/identity.policy';
import { isId, newId } from '@domain/ids';
import { authorize } from '@domain/policy';
import type { RequestContext } from '../core/context';
import { Ledger } from '../core/ledger/ledger.service';
import { Transactions } from '../core/transactions';
import { officeFacts } from '../offices/office-presenter';
import { Offices } from '../offices/offices.service';
import type { OfficeEntity } from '../offices/office.entity';
import { dayBefore, dayInIstanbul } from './days';
import type { MemberChangeInput } from './member.inputs';
import { hasDirector } from './membership-facts';
import { MembershipEntity } from './membership.entity';
import { membersSql } from './people.queries';
import { Sessions } from './sessions.service';
import { UserEntity } from './user.entity';
import type { MemberType, UserType } from './user.type';

/** Who belongs to which office as what. An office keeps its own people; what is taken away is gone at the next request. */
@Injectable()
export class Members {
  constructor(
    private readonly transactions: Transactions,
    private readonly ledger: Ledger,
    private readonly offices: Offices,
    private readonly sessions: Sessions,
  ) {}

  /** The people of an office, former ones included. Refuses FORBIDDEN to other offices. */
  async list(ctx: RequestContext, officeId: string): Promise<MemberType[]> {
    const facts = { id: officeId, isActive: true, isShadow: false };
    authorize(mayOnOffice(ctx.actor, OfficeAct.VIEW_MEMBERS, facts), ['officeId']);
    return isId(officeId) ? ctx.db.query<MemberType[]>(membersSql('m.office_id = $2'), [ctx.now, officeId]) : [];
  }

  /**
   * Changes role, title or last day. Another role or title begins today in a row of its own, so that it stays readable
   * who was what when. Refuses: NOT_FOUND, FORBIDDEN, WRONG_STATE (it is over), INVALID.
   */
  change(ctx: RequestContext, id: string, input: MemberChangeInput): Promise<MemberType> {
    return this.transactions.run(ctx, async (ctx) => {
      const { membership, office } = await this.lock(ctx, id);
      const role = input.role ?? membership.role;
      const isGrant = role !== membership.role;
      const grant = { role, hasDirector: await hasDirector(ctx, office.id, membership.id) };
      const facts = officeFacts(office);
      authorize(
        isGrant
          ? mayGrantRole(ctx.actor, OfficeAct.CHANGE_ROLE, facts, grant)
          : mayOnOffice(ctx.actor, OfficeAct.CHANGE_ROLE, facts),
      );
      this.expectRunning(ctx, membership);
      const title = input.title?.trim() ?? membership.title;
      const validUntil = input.validUntil === undefined ? membership.validUntil : input.validUntil;
      this.expectLastDay(ctx, membership, validUntil);
      const former = { role: membership.role, validUntil: membership.validUntil };
      const changed = await this.write(ctx, membership, { role, title, validUntil });
      const data = { membershipId: changed.id, formerId: membership.id, former, role, validUntil };
      await this.record(ctx, 'member.changed', membership, data);
      return this.present(ctx, changed.id);
    });
  }

  /** Ends a membership at once: the person's next request for this office is refused. Refuses: NOT_FOUND, FORBIDDEN, WRONG_STATE. */
  end(ctx: RequestContext, id: string): Promise<MemberType> {
    return this.transactions.run(ctx, async (ctx) => {
      const { membership, office } = await this.lock(ctx, id);
      authorize(mayOnOffice(ctx.actor, OfficeAct.END_MEMBERSHIP, officeFacts(office)));
      this.expectRunning(ctx, membership);
      const yesterday = dayBefore(dayInIstanbul(ctx.now));
      const never = dayBefore(membership.validFrom);
      const validUntil = yesterday > never ? yesterday : never;
      await ctx.db.save(Object.assign(membership, { validUntil }));
      await this.record(ctx, 'member.ended', membership, { membershipId: membership.id, role: membership.role });
      return this.present(ctx, membership.id);
    });
  }

  /** Shuts a person out at once, on every channel. Refuses: NOT_FOUND, FORBIDDEN, WRONG_STATE. */
  suspend(ctx: RequestContext, userId: string): Promise<UserType> {
    return this.transactions.run(ctx, async (ctx) => {
      const user = await this.lockUser(ctx, userId);
      if (user.suspendedAt) throw new DomainError(ErrorCode.WRONG_STATE, { path: ['id'] });
      await ctx.db.save(Object.assign(user, { suspendedAt: ctx.now }));
      await this.sessions.endAll(ctx, user.id, null);
      await this.recordUser(ctx, 'user.suspended', user);
      return presentUser(user);
    });
  }

  /** Lets a suspended person in again; sessions stay ended. Refuses: NOT_FOUND, FORBIDDEN, WRONG_STATE. */
  restore(ctx: RequestContext, userId: string): Promise<UserType> {
    return this.transactions.run(ctx, async (ctx) => {
      const user = await this.lockUser(ctx, userId);
      if (!user.suspendedAt) throw new DomainError(ErrorCode.WRONG_STATE, { path: ['id'] });
      await ctx.db.save(Object.assign(user, { suspendedAt: null }));
      await this.recordUser(ctx, 'user.restored', user);
      return presentUser(user);
    });
  }

  /** The office first, then the membership: the order that everybody keeps. */
  private async lock(
    ctx: RequestContext,
    id: string,
  ): Promise<{ readonly membership: MembershipEntity; readonly office: OfficeEntity }> {
    const missing = new DomainError(ErrorCode.NOT_FOUND, { path: ['id'] });
    const found = isId(id) ? await ctx.db.findOneBy(MembershipEntity, { id }) : null;
    if (!found) throw missing;
    const office = await this.offices.lock(ctx, found.officeId);
    if (!mayOnOffice(ctx.actor, OfficeAct.VIEW_MEMBERS, officeFacts(office)).allowed) throw missing;
    const membership = await ctx.db.findOneOrFail(MembershipEntity, {
      where: { id },
      lock: { mode: 'pessimistic_write' },
    });
    return { membership, office };
  }

  private async lockUser(ctx: RequestContext, userId: string): Promise<UserEntity> {
    authorize(mayShutOut(ctx.actor, userId));
    const user = isId(userId)
      ? await ctx.db.findOne(UserEntity, { where: { id: userId }, lock: { mode: 'pessimistic_write' } })
      : null;
    if (!user) throw new DomainError(ErrorCode.NOT_FOUND, { path: ['id'] });
    return user;
  }

  private expectRunning(ctx: RequestContext, { validUntil }: MembershipEntity): void {
    if (validUntil !== null && validUntil < dayInIstanbul(ctx.now)) {
      throw new DomainError(ErrorCode.WRONG_STATE, { path: ['id'], message: 'the membership is over' });
    }
  }

  private expectLastDay(ctx: RequestContext, membership: MembershipEntity, validUntil: string | null): void {
    if (validUntil === null || validUntil === membership.validUntil) return;
    if (validUntil < dayInIstanbul(ctx.now) || validUntil < membership.validFrom) {
      throw new DomainError(ErrorCode.INVALID, { path: ['input', 'validUntil'], message: 'the last day is over' });
    }
  }

  private async write(
    ctx: RequestContext,
    membership: MembershipEntity,
    values: Pick<MembershipEntity, 'role' | 'title' | 'validUntil'>,
  ): Promise<MembershipEntity> {
    const today = dayInIstanbul(ctx.now);
    const isOther = values.role !== membership.role || values.title !== membership.title;
    if (!isOther || membership.validFrom >= today) return ctx.db.save(Object.assign(membership, values));
    await ctx.db.update(MembershipEntity, membership.id, { validUntil: dayBefore(today) });
    const { userId, officeId } = membership;
    return ctx.db.save(MembershipEntity, {
      id: newId(ctx.now),
      userId,
      officeId,
      ...values,
      validFrom: today,
      createdAt: ctx.now,
    });
  }

  private async present(ctx: RequestContext, id: string): Promise<MemberType> {
    const [member] = await ctx.db.query<MemberType[]>(membersSql('m.id = $2'), [ctx.now, id]);
    if (!member) throw new Error(`membership ${id} went while it was locked`);
    return member;
  }

  private record(ctx: RequestContext, name: string, membership: MembershipEntity, data: object): Promise<void> {
    const { userId, officeId } = membership;
    return this.ledger.record(ctx, { name, subjectType: 'user', subjectId: userId, officeId, data: { ...data } });
  }

  private recordUser(ctx: RequestContext, name: string, user: UserEntity): Promise<void> {
    return this.ledger.record(ctx, { name, subjectType: 'user', subjectId: user.id, officeId: null });
  }
}

function presentUser({ id, name, email, suspendedAt }: UserEntity): UserType {
  return { id, name, email, isSuspended: suspendedAt !== null };
}
