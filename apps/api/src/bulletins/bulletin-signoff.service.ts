import { Injectable } from '@nestjs/common';
import { BulletinAct, mayOnBulletin } from '@domain/bulletins/bulletin.policy';
import { ParticipantState } from '@domain/bulletins/bulletin';
import type { ParticipantFacts } from '@domain/bulletins/bulletin-facts';
import { contentHash } from '@domain/canonical';
import { DomainError, ErrorCode } from '@domain/errors';
import { signingAuthority } from '@domain/identity/actor';
import { authorize } from '@domain/policy';
import { hashesToSign, presentSections, SignatureVerdict, type SignoffRound } from '@domain/signoff/signoff';
import type { RequestContext } from '../core/context';
import { Ledger } from '../core/ledger/ledger.service';
import { Signoffs } from '../core/signoff/signoffs.service';
import { Transactions } from '../core/transactions';
import { BulletinLoading, bulletinSubject, type LockedBulletin } from './bulletin-loading.service';
import { BulletinParticipantEntity } from './bulletin-participant.entity';
import { BulletinEntity } from './bulletin.entity';

/** One hash for all that an office would sign now; the client sends back the one it showed. */
export function signableHash(
  officeId: string,
  round: Pick<SignoffRound, 'leadOfficeId' | 'sections'> & { readonly parties: readonly ParticipantFacts[] },
): string {
  const present = presentSections(round.leadOfficeId, round.parties, round.sections);
  return contentHash(hashesToSign(officeId, round.leadOfficeId, present));
}

/** Olur: an office answers to exactly the words it saw. */
@Injectable()
export class BulletinSignoff {
  constructor(
    private readonly transactions: Transactions,
    private readonly loading: BulletinLoading,
    private readonly signoffs: Signoffs,
    private readonly ledger: Ledger,
  ) {}

  /**
   * Signs for the office acted for. `seenHash` is the `viewerSignableHash` of the text that was on screen.
   * Refuses: NOT_FOUND, FORBIDDEN, WRONG_STATE, STALE_VERSION (the words changed meanwhile).
   */
  sign(ctx: RequestContext, bulletinId: string, seenHash: string): Promise<BulletinEntity> {
    return this.answer(ctx, bulletinId, BulletinAct.SIGN, { verdict: SignatureVerdict.SIGNED, seenHash });
  }

  /** Sends the text back with a reason. Refuses: NOT_FOUND, FORBIDDEN, WRONG_STATE. */
  return(ctx: RequestContext, bulletinId: string, reason: string): Promise<BulletinEntity> {
    return this.answer(ctx, bulletinId, BulletinAct.RETURN, { verdict: SignatureVerdict.RETURNED, reason });
  }

  /** Takes the standing signature back. Refuses: NOT_FOUND, FORBIDDEN, WRONG_STATE. */
  withdraw(ctx: RequestContext, bulletinId: string): Promise<BulletinEntity> {
    return this.transactions.run(ctx, async (ctx) => {
      const locked = await this.loading.lockVisible(ctx, bulletinId);
      authorize(mayOnBulletin(ctx.actor, BulletinAct.WITHDRAW_SIGNATURE, locked.facts));
      const signature = await this.signoffs.withdraw(ctx, bulletinSubject(bulletinId), ctx.actor.officeId ?? '');
      return this.record(ctx, locked, 'bulletin.signatureWithdrawn', { signatureId: signature.id });
    });
  }

  /** Notes that the office has looked at the text offered to it; a second look changes nothing. */
  seen(ctx: RequestContext, bulletinId: string): Promise<BulletinEntity> {
    return this.transactions.run(ctx, async (ctx) => {
      const locked = await this.loading.lockVisible(ctx, bulletinId);
      authorize(mayOnBulletin(ctx.actor, BulletinAct.VIEW_WORK, locked.facts));
      const own = locked.participants.find(({ officeId }) => officeId === ctx.actor.officeId);
      if (!own || own.seenAt || own.state === ParticipantState.DECLINED) return locked.bulletin;
      await ctx.db.update(BulletinParticipantEntity, { bulletinId, officeId: own.officeId }, { seenAt: ctx.now });
      return this.record(ctx, locked, 'bulletin.seen', {});
    });
  }

  private answer(
    ctx: RequestContext,
    bulletinId: string,
    act: BulletinAct.SIGN | BulletinAct.RETURN,
    answer: { readonly verdict: SignatureVerdict; readonly seenHash?: string; readonly reason?: string },
  ): Promise<BulletinEntity> {
    return this.transactions.run(ctx, async (ctx) => {
      const locked = await this.loading.lockVisible(ctx, bulletinId);
      authorize(mayOnBulletin(ctx.actor, act, locked.facts));
      const authority = signingAuthority(ctx.actor);
      const { officeId } = ctx.actor;
      if (!authority || !officeId) throw new DomainError(ErrorCode.FORBIDDEN, { path: ['id'] });
      const round = await this.loading.round(ctx, locked);
      if (answer.seenHash !== undefined && answer.seenHash !== signableHash(officeId, round)) {
        throw new DomainError(ErrorCode.STALE_VERSION, { path: ['input', 'hash'], message: 'the words have changed' });
      }
      const present = presentSections(round.leadOfficeId, round.parties, round.sections);
      const signature = await this.signoffs.give(ctx, bulletinSubject(bulletinId), {
        officeId,
        authority,
        verdict: answer.verdict,
        sectionHashes: hashesToSign(officeId, round.leadOfficeId, present),
        ...(answer.reason ? { reason: answer.reason } : {}),
      });
      const event = answer.verdict === SignatureVerdict.SIGNED ? 'bulletin.signed' : 'bulletin.returned';
      return this.record(ctx, locked, event, {
        signatureId: signature.id,
        authority: authority.kind,
        hash: contentHash(signature.sectionHashes),
      });
    });
  }

  private async record(
    ctx: RequestContext,
    { bulletin }: LockedBulletin,
    name: string,
    data: Record<string, string>,
  ): Promise<BulletinEntity> {
    bulletin.updatedAt = ctx.now;
    const saved = await ctx.db.save(bulletin);
    await this.ledger.record(ctx, { name, subjectType: 'bulletin', subjectId: bulletin.id, data });
    return saved;
  }
}
