import { Injectable } from '@nestjs/common';
import { DomainError, ErrorCode } from '@domain/errors';
import { deputyshipSpanFault } from '@domain/identity/deputyship.policy';
import { mayEndDeputyship, mayOnOffice, OfficeAct } from '@domain/identity/identity.policy';
import { isId, newId } from '@domain/ids';
import { authorize } from '@domain/policy';
import type { RequestContext } from '../core/context';
import { Ledger } from '../core/ledger/ledger.service';
import { Transactions } from '../core/transactions';
import { officeFacts } from '../offices/office-presenter';
import { Offices } from '../offices/offices.service';
import { membershipValidSql } from './actor-query';
import type { DeputyshipGrantInput } from './deputyship.inputs';
import { DeputyshipEntity } from './deputyship.entity';
import type { DeputyshipType } from './deputyship.type';
import { deputyshipsSql } from './people.queries';

/** Dated delegations of signing (vekâlet), given by a press director to somebody of the same office. */
@Injectable()
export class Deputyships {
  constructor(
    private readonly transactions: Transactions,
    private readonly ledger: Ledger,
    private readonly offices: Offices,
  ) {}

  /** All deputyships of an office, newest first. Refuses FORBIDDEN to other offices. */
  async list(ctx: RequestContext, officeId: string): Promise<DeputyshipType[]> {
    const facts = { id: officeId, isActive: true, isShadow: false };
    authorize(mayOnOffice(ctx.actor, OfficeAct.VIEW_MEMBERS, facts), ['officeId']);
    if (!isId(officeId)) return [];
    return ctx.db.query<DeputyshipType[]>(deputyshipsSql('d.office_id = $2'), [ctx.now, officeId]);
  }

  /** Names a deputy for the office acted for. Refuses: FORBIDDEN, WRONG_STATE, NOT_FOUND (not of the office), INVALID, TAKEN. */
  grant(ctx: RequestContext, input: DeputyshipGrantInput): Promise<DeputyshipType> {
    return this.transactions.run(ctx, async (ctx) => {
      const { officeId, userId } = ctx.actor;
      if (!officeId || !userId) throw new DomainError(ErrorCode.FORBIDDEN, { path: [] });
      const office = await this.offices.lock(ctx, officeId, []);
      authorize(mayOnOffice(ctx.actor, OfficeAct.NAME_DEPUTY, officeFacts(office)), []);
      await this.expectGrantable(ctx, officeId, userId, input);
      const deputyship = await ctx.db.save(DeputyshipEntity, {
        id: newId(ctx.now),
        officeId,
        principalId: userId,
        deputyId: input.deputyId,
        scope: input.scope,
        reason: input.reason.trim(),
        validFrom: input.validFrom,
        validUntil: input.validUntil,
        revokedAt: null,
        createdAt: ctx.now,
      });
      await this.record(ctx, 'deputyship.granted', deputyship);
      return this.present(ctx, deputyship.id);
    });
  }

  /** Ends a deputyship early, at once. Refuses: NOT_FOUND, FORBIDDEN (only the principal ends it), WRONG_STATE. */
  revoke(ctx: RequestContext, id: string): Promise<DeputyshipType> {
    return this.transactions.run(ctx, async (ctx) => {
      const deputyship = isId(id)
        ? await ctx.db.findOne(DeputyshipEntity, { where: { id }, lock: { mode: 'pessimistic_write' } })
        : null;
      if (!deputyship) throw new DomainError(ErrorCode.NOT_FOUND, { path: ['id'] });
      authorize(mayEndDeputyship(ctx.actor, deputyship));
      const isOver = deputyship.revokedAt !== null || deputyship.validUntil.getTime() <= ctx.now.getTime();
      if (isOver) throw new DomainError(ErrorCode.WRONG_STATE, { path: ['id'], message: 'the deputyship is over' });
      await ctx.db.save(Object.assign(deputyship, { revokedAt: ctx.now }));
      await this.record(ctx, 'deputyship.revoked', deputyship);
      return this.present(ctx, deputyship.id);
    });
  }

  private async expectGrantable(
    ctx: RequestContext,
    officeId: string,
    principalId: string,
    { deputyId, validFrom, validUntil }: DeputyshipGrantInput,
  ): Promise<void> {
    const fault = deputyshipSpanFault(validFrom, validUntil, ctx.now);
    if (fault) {
      throw new DomainError(ErrorCode.INVALID, { path: ['input', 'validUntil'], details: { fault }, message: fault });
    }
    if (deputyId === principalId) throw new DomainError(ErrorCode.INVALID, { path: ['input', 'deputyId'] });
    const member: object[] = await ctx.db.query(
      `select 1 from memberships m join users u on u.id = m.user_id
       where m.user_id = $2 and m.office_id = $3 and u.suspended_at is null
         and ${membershipValidSql('m', '$1::timestamptz')}`,
      [ctx.now, deputyId, officeId],
    );
    if (member.length === 0) throw new DomainError(ErrorCode.NOT_FOUND, { path: ['input', 'deputyId'] });
    const other: object[] = await ctx.db.query(
      `select 1 from deputyships where office_id = $1 and principal_id = $2 and deputy_id = $3 and revoked_at is null
         and valid_from < $5 and valid_until > $4`,
      [officeId, principalId, deputyId, validFrom, validUntil],
    );
    if (other.length > 0)
      throw new DomainError(ErrorCode.TAKEN, { path: ['input', 'deputyId'], message: 'spans overlap' });
  }

  private async present(ctx: RequestContext, id: string): Promise<DeputyshipType> {
    const [deputyship] = await ctx.db.query<DeputyshipType[]>(deputyshipsSql('d.id = $2'), [ctx.now, id]);
    if (!deputyship) throw new Error(`deputyship ${id} went while it was locked`);
    return deputyship;
  }

  private record(ctx: RequestContext, name: string, deputyship: DeputyshipEntity): Promise<void> {
    const { id, officeId, principalId, deputyId, scope, validFrom, validUntil } = deputyship;
    const data = {
      principalId,
      deputyId,
      scope,
      validFrom: validFrom.toISOString(),
      validUntil: validUntil.toISOString(),
    };
    return this.ledger.record(ctx, { name, subjectType: 'deputyship', subjectId: id, officeId, data });
  }
}
