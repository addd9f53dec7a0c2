import { Injectable } from '@nestjs/common';
import { DomainError, ErrorCode } from '@domain/errors';
import { signingAuthority, type SigningAuthority } from '@domain/identity/actor';
import { coversCharter, mayJoinCharter } from '@domain/identity/charter-joining.policy';
import type { DeputyScope } from '@domain/identity/deputyship.policy';
import { mayOnOffice, OfficeAct } from '@domain/identity/identity.policy';
import { isId, newId } from '@domain/ids';
import { authorize, refused, type Verdict } from '@domain/policy';
import { CharterAct, CharterState, mayOnCharter } from '@domain/signoff/charter.policy';
import { isCurrent, lastAnswer, SignatureVerdict, type SignableSection } from '@domain/signoff/signoff';
import type { RequestContext } from '../core/context';
import { Ledger } from '../core/ledger/ledger.service';
import { Signoffs } from '../core/signoff/signoffs.service';
import { Transactions } from '../core/transactions';
import { CharterEntity } from './charter.entity';
import type { CharterProposeInput } from './charter.inputs';
import { charterHash, readRules } from './charter-rules';
import type { CharterType } from './charter.type';
import { chartersSql, toCharters, type ChartersRow } from './charters.queries';
import { OfficeEntity, OfficeState } from './office.entity';
import { officeFacts } from './office-presenter';

const subjectType = 'charter';

/** The joint rules: proposed by any active office, in force when every active office has signed exactly those words. */
@Injectable()
export class Charters {
  constructor(
    private readonly transactions: Transactions,
    private readonly ledger: Ledger,
    private readonly signoffs: Signoffs,
  ) {}

  /** The version in force; null to people who belong to no office. */
  async inForce(ctx: RequestContext): Promise<CharterType | null> {
    return (await this.find(ctx, `c.state = 'IN_FORCE'`))[0] ?? null;
  }

  /** All versions, newest first; none to people who belong to no office. */
  list(ctx: RequestContext): Promise<CharterType[]> {
    return this.find(ctx, 'true');
  }

  /** Proposes new rules. Refuses: FORBIDDEN, INVALID, WRONG_STATE in shadow mode and while another version is proposed. */
  propose(ctx: RequestContext, input: CharterProposeInput): Promise<CharterType> {
    return this.transactions.run(ctx, async (ctx) => {
      const versions = await ctx.db.find(CharterEntity, {
        order: { versionNumber: 'ASC' },
        lock: { mode: 'pessimistic_write' },
      });
      authorize(await this.mayPropose(ctx), []);
      const rules = readRules(input.rules);
      const hash = charterHash(rules);
      if (versions.some(({ state }) => state === CharterState.PROPOSED)) {
        throw new DomainError(ErrorCode.WRONG_STATE, { message: 'another version is waiting for signatures' });
      }
      if (versions.some((version) => version.state === CharterState.IN_FORCE && version.hash === hash)) {
        throw new DomainError(ErrorCode.INVALID, { path: ['input', 'rules'], message: 'these rules are in force' });
      }
      const charter = await ctx.db.save(CharterEntity, {
        id: newId(ctx.now),
        versionNumber: (versions.at(-1)?.versionNumber ?? 0) + 1,
        state: CharterState.PROPOSED,
        rules,
        hash,
        note: input.note,
        proposedByOfficeId: ctx.actor.officeId,
        createdById: ctx.actor.userId,
        createdAt: ctx.now,
        inForceAt: null,
      });
      await this.record(ctx, charter, 'charter.proposed');
      return this.present(ctx, charter.id);
    });
  }

  /**
   * Signs the version for the office acted for; `hash` names the words that were read. The last active office brings
   * it into force. An office in shadow mode signs the version in force, to be admitted.
   * Refuses: NOT_FOUND, FORBIDDEN, WRONG_STATE, STALE_VERSION.
   */
  sign(ctx: RequestContext, id: string, hash: string): Promise<CharterType> {
    return this.transactions.run(ctx, async (ctx) => {
      const charter = await this.lock(ctx, id);
      authorize(await this.maySign(ctx, charter));
      if (hash !== charter.hash) throw new DomainError(ErrorCode.STALE_VERSION, { path: ['hash'] });
      await this.answer(ctx, charter, SignatureVerdict.SIGNED);
      await this.record(ctx, charter, 'charter.signed');
      if (charter.state === CharterState.PROPOSED && (await this.isComplete(ctx, charter))) {
        await this.bringIntoForce(ctx, charter);
      }
      return this.present(ctx, charter.id);
    });
  }

  /** Returns the proposed version with a reason. Refuses: NOT_FOUND, FORBIDDEN, WRONG_STATE. */
  giveBack(ctx: RequestContext, id: string, reason: string): Promise<CharterType> {
    return this.transactions.run(ctx, async (ctx) => {
      const charter = await this.lock(ctx, id);
      authorize(await this.may(ctx, CharterAct.RETURN, charter));
      await this.answer(ctx, charter, SignatureVerdict.RETURNED, reason);
      await this.record(ctx, charter, 'charter.returned');
      return this.present(ctx, charter.id);
    });
  }

  /** Takes the office's own signature back while the version is proposed. Refuses: NOT_FOUND, FORBIDDEN, WRONG_STATE. */
  withdrawSignature(ctx: RequestContext, id: string): Promise<CharterType> {
    return this.transactions.run(ctx, async (ctx) => {
      const charter = await this.lock(ctx, id);
      authorize(await this.may(ctx, CharterAct.WITHDRAW_SIGNATURE, charter));
      await this.expectScope(ctx, this.authority(ctx));
      await this.signoffs.withdraw(ctx, { type: subjectType, id: charter.id }, ctx.actor.officeId ?? '');
      await this.record(ctx, charter, 'charter.signatureWithdrawn');
      return this.present(ctx, charter.id);
    });
  }

  /** Takes the proposal back, by the office that made it. Refuses: NOT_FOUND, FORBIDDEN, WRONG_STATE. */
  withdraw(ctx: RequestContext, id: string): Promise<CharterType> {
    return this.transactions.run(ctx, async (ctx) => {
      const charter = await this.lock(ctx, id);
      authorize(await this.may(ctx, CharterAct.WITHDRAW, charter));
      await this.expectScope(ctx, this.authority(ctx));
      await ctx.db.save(Object.assign(charter, { state: CharterState.WITHDRAWN }));
      await this.record(ctx, charter, 'charter.withdrawn');
      return this.present(ctx, charter.id);
    });
  }

  /** Brings the proposed version into force when the only signatures that it still lacked were of offices that left. */
  async settle(ctx: RequestContext): Promise<void> {
    const charter = await ctx.db.findOne(CharterEntity, {
      where: { state: CharterState.PROPOSED },
      lock: { mode: 'pessimistic_write' },
    });
    const isAnybodyIn = (await this.activeOfficeIds(ctx)).length > 0;
    if (charter && isAnybodyIn && (await this.isComplete(ctx, charter))) await this.bringIntoForce(ctx, charter);
  }

  private async find(ctx: RequestContext, condition: string, parameters: string[] = []): Promise<CharterType[]> {
    const [row]: ChartersRow[] = await ctx.db.query(chartersSql(condition), parameters);
    const charters = row ? toCharters(row, ctx.actor) : [];
    return charters.filter((charter) => charter.viewerCan.includes(CharterAct.VIEW));
  }

  private async present(ctx: RequestContext, id: string): Promise<CharterType> {
    const [charter] = await this.find(ctx, 'c.id = $1', [id]);
    if (!charter) throw new Error(`charter ${id} went while it was locked`);
    return charter;
  }

  private async lock(ctx: RequestContext, id: string): Promise<CharterEntity> {
    const charter = isId(id)
      ? await ctx.db.findOne(CharterEntity, { where: { id }, lock: { mode: 'pessimistic_write' } })
      : null;
    if (!charter) throw new DomainError(ErrorCode.NOT_FOUND, { path: ['id'] });
    return charter;
  }

  private async may(ctx: RequestContext, act: CharterAct, charter: CharterEntity): Promise<Verdict> {
    return mayOnCharter(ctx.actor, act, {
      state: charter.state,
      proposedByOfficeId: charter.proposedByOfficeId ?? '',
      signingOfficeIds: await this.activeOfficeIds(ctx),
    });
  }

  private async mayPropose(ctx: RequestContext): Promise<Verdict> {
    const office = await this.ownOffice(ctx);
    return office
      ? mayOnOffice(ctx.actor, OfficeAct.PROPOSE_CHARTER, officeFacts(office))
      : refused(ErrorCode.FORBIDDEN);
  }

  private ownOffice(ctx: RequestContext): Promise<OfficeEntity | null> {
    return ctx.db.findOneBy(OfficeEntity, { id: ctx.actor.officeId ?? '00000000-0000-0000-0000-000000000000' });
  }

  private async maySign(ctx: RequestContext, charter: CharterEntity): Promise<Verdict> {
    const office = await this.ownOffice(ctx);
    return office?.state === OfficeState.SHADOW
      ? mayJoinCharter(ctx.actor, officeFacts(office), charter.state)
      : this.may(ctx, CharterAct.SIGN, charter);
  }

  private authority(ctx: RequestContext): SigningAuthority {
    const authority = signingAuthority(ctx.actor);
    if (!authority) throw new DomainError(ErrorCode.FORBIDDEN, { path: ['id'] });
    return authority;
  }

  /** A deputy for bulletins only does not bind the office to new rules. */
  private async expectScope(ctx: RequestContext, authority: SigningAuthority): Promise<void> {
    if (authority.kind === 'ROLE') return;
    const [deputyship] = await ctx.db.query<{ scope: DeputyScope }[]>('select scope from deputyships where id = $1', [
      authority.deputyshipId,
    ]);
    if (!deputyship || !coversCharter(deputyship.scope)) throw new DomainError(ErrorCode.FORBIDDEN, { path: ['id'] });
  }

  private async answer(ctx: RequestContext, charter: CharterEntity, verdict: SignatureVerdict, reason?: string) {
    const authority = this.authority(ctx);
    await this.expectScope(ctx, authority);
    const officeId = ctx.actor.officeId ?? '';
    const subject = { type: subjectType, id: charter.id };
    const last = lastAnswer(officeId, await this.signoffs.list(ctx, subject));
    if (verdict === SignatureVerdict.SIGNED && last && isCurrent(last, '', sectionsOf(charter))) {
      throw new DomainError(ErrorCode.WRONG_STATE, { path: ['id'], message: 'the office has signed these words' });
    }
    const sectionHashes = { rules: charter.hash };
    await this.signoffs.give(ctx, subject, {
      officeId,
      authority,
      verdict,
      sectionHashes,
      ...(reason === undefined ? {} : { reason }),
    });
  }

  private async isComplete(ctx: RequestContext, charter: CharterEntity): Promise<boolean> {
    const answers = await this.signoffs.list(ctx, { type: subjectType, id: charter.id });
    return (await this.activeOfficeIds(ctx)).every((officeId) => {
      const last = lastAnswer(officeId, answers);
      return last !== null && isCurrent(last, '', sectionsOf(charter));
    });
  }

  private async bringIntoForce(ctx: RequestContext, charter: CharterEntity): Promise<void> {
    await ctx.db.update(CharterEntity, { state: CharterState.IN_FORCE }, { state: CharterState.SUPERSEDED });
    await ctx.db.save(Object.assign(charter, { state: CharterState.IN_FORCE, inForceAt: ctx.now }));
    await this.record(ctx, charter, 'charter.broughtIntoForce');
  }

  private async activeOfficeIds(ctx: RequestContext): Promise<string[]> {
    const rows: { id: string }[] = await ctx.db.query(`select id from offices where state = 'ACTIVE' order by id`);
    return rows.map(({ id }) => id);
  }

  private record(ctx: RequestContext, charter: CharterEntity, name: string): Promise<void> {
    const data = { versionNumber: charter.versionNumber, hash: charter.hash, authority: signingAuthority(ctx.actor) };
    return this.ledger.record(ctx, { name, subjectType, subjectId: charter.id, data });
  }
}

function sectionsOf(charter: CharterEntity): SignableSection[] {
  return [{ key: 'rules', officeId: null, hash: charter.hash }];
}
