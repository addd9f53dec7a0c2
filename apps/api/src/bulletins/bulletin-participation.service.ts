import { Injectable } from '@nestjs/common';
import { ParticipantState } from '@domain/bulletins/bulletin';
import { BulletinAct, mayOnBulletin } from '@domain/bulletins/bulletin.policy';
import { DomainError, ErrorCode } from '@domain/errors';
import { authorize } from '@domain/policy';
import type { RequestContext } from '../core/context';
import { Ledger } from '../core/ledger/ledger.service';
import { Transactions } from '../core/transactions';
import { BulletinLoading } from './bulletin-loading.service';
import { BulletinParticipantEntity } from './bulletin-participant.entity';
import { BulletinEntity } from './bulletin.entity';

/** An invited office says yes or no; nobody answers for it. */
@Injectable()
export class BulletinParticipation {
  constructor(
    private readonly transactions: Transactions,
    private readonly loading: BulletinLoading,
    private readonly ledger: Ledger,
  ) {}

  /** Takes part. Refuses: NOT_FOUND, FORBIDDEN, WRONG_STATE. */
  accept(ctx: RequestContext, bulletinId: string): Promise<BulletinEntity> {
    return this.answer(ctx, bulletinId, {
      act: BulletinAct.ACCEPT,
      state: ParticipantState.ACCEPTED,
      event: 'bulletin.accepted',
    });
  }

  /**
   * Steps out, at any time before the release: the edition is derived without the office, and what the others signed
   * of the shared words stands. Refuses: NOT_FOUND, FORBIDDEN, WRONG_STATE.
   */
  decline(ctx: RequestContext, bulletinId: string, reason: string | null): Promise<BulletinEntity> {
    return this.answer(ctx, bulletinId, {
      act: BulletinAct.DECLINE,
      state: ParticipantState.DECLINED,
      event: 'bulletin.declined',
      reason,
    });
  }

  private answer(
    ctx: RequestContext,
    bulletinId: string,
    answer: { act: BulletinAct; state: ParticipantState; event: string; reason?: string | null },
  ): Promise<BulletinEntity> {
    return this.transactions.run(ctx, async (ctx) => {
      const { bulletin, participants, facts } = await this.loading.lockVisible(ctx, bulletinId);
      authorize(mayOnBulletin(ctx.actor, answer.act, facts));
      const own = participants.find(({ officeId }) => officeId === ctx.actor.officeId);
      if (!own) throw new DomainError(ErrorCode.FORBIDDEN, { path: ['id'] });
      await ctx.db.update(
        BulletinParticipantEntity,
        { bulletinId, officeId: own.officeId },
        { state: answer.state, answeredAt: ctx.now, answeredById: ctx.actor.userId, reason: answer.reason ?? null },
      );
      bulletin.updatedAt = ctx.now;
      const saved = await ctx.db.save(bulletin);
      await this.ledger.record(ctx, { name: answer.event, subjectType: 'bulletin', subjectId: bulletin.id });
      return saved;
    });
  }
}
