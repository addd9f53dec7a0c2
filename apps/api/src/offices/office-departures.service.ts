import { Injectable } from '@nestjs/common';
import { BulletinState } from '@domain/bulletins/bulletin';
import { DomainError, ErrorCode } from '@domain/errors';
import { mayOnOffice, OfficeAct } from '@domain/identity/identity.policy';
import { authorize } from '@domain/policy';
import type { RequestContext } from '../core/context';
import { Ledger } from '../core/ledger/ledger.service';
import { Transactions } from '../core/transactions';
import { Charters } from './charters.service';
import { OfficeEntity, OfficeState } from './office.entity';
import { officeFacts } from './office-presenter';
import type { OfficeType } from './office.type';
import { Offices } from './offices.service';

/** What an office must finish or take back before it leaves: nobody else may. */
const unfinished = [BulletinState.IN_SIGNOFF, BulletinState.SCHEDULED];

/** How an office leaves. Its people act for it no more from the next request on; what it did stays as it is. */
@Injectable()
export class OfficeDepartures {
  constructor(
    private readonly transactions: Transactions,
    private readonly ledger: Ledger,
    private readonly offices: Offices,
    private readonly charters: Charters,
  ) {}

  /**
   * Lets an office go. In rounds that it is part of, its signatures stand and its silence is that of any office: the
   * charter says whether it holds the release back or is left out. A proposed charter waits for it no more.
   * Refuses: NOT_FOUND, FORBIDDEN, WRONG_STATE when it is not in, or while it leads bulletins in sign-off or scheduled.
   */
  deactivate(ctx: RequestContext, code: string): Promise<OfficeType> {
    return this.transactions.run(ctx, async (ctx) => {
      const office = await this.offices.lockByCode(ctx, code);
      authorize(mayOnOffice(ctx.actor, OfficeAct.DEACTIVATE, officeFacts(office)), ['code']);
      await this.expectFinished(ctx, office);
      const from = office.state;
      const change = { state: OfficeState.INACTIVE, wasAdmitted: from === OfficeState.ACTIVE, joinedAt: null };
      await ctx.db.save(Object.assign(office, change));
      await this.charters.settle(ctx);
      await this.ledger.record(ctx, {
        name: 'office.deactivated',
        subjectType: 'office',
        subjectId: office.id,
        officeId: office.id,
        data: { from, to: office.state },
      });
      return this.offices.present(ctx, office.id);
    });
  }

  private async expectFinished(ctx: RequestContext, { id }: OfficeEntity): Promise<void> {
    const [row] = await ctx.db.query<{ count: number }[]>(
      'select count(*)::int as count from bulletins where lead_office_id = $1 and state = any($2)',
      [id, unfinished],
    );
    if (!row || row.count === 0) return;
    throw new DomainError(ErrorCode.WRONG_STATE, {
      path: ['code'],
      details: { bulletins: row.count },
      message: 'the office leads bulletins in sign-off or scheduled',
    });
  }
}
