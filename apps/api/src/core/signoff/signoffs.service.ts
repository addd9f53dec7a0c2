import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { DomainError, ErrorCode } from '@domain/errors';
import { newId } from '@domain/ids';
import type { SigningAuthority } from '@domain/identity/actor';
import { signaturesVoidedBy, SignatureVerdict, type SectionChange } from '@domain/signoff/signoff';
import type { RequestContext } from '../context';
import { SignatureEntity } from './signature.entity';

/** What is signed: a bulletin, a charter version, later minutes and crisis statements. */
export interface SignoffSubject {
  readonly type: string;
  readonly id: string;
}

export interface Answer {
  readonly officeId: string;
  readonly authority: SigningAuthority;
  readonly verdict: SignatureVerdict;
  /** Section key → hash, of every section that the office must sign. */
  readonly sectionHashes: Readonly<Record<string, string>>;
  readonly reason?: string;
}

/**
 * Which offices signed exactly these words. A row binds office, person, authority and section hashes and is never
 * rewritten: it is withdrawn by its office or voided by a change, and both stay visible. Callers hold the lock on the subject.
 */
@Injectable()
export class Signoffs {
  /** Records what an office answers; its newest answer counts. */
  async give(ctx: RequestContext, subject: SignoffSubject, answer: Answer): Promise<SignatureEntity> {
    if (!ctx.actor.userId) throw new DomainError(ErrorCode.FORBIDDEN, { message: 'only a person signs' });
    return ctx.db.save(SignatureEntity, {
      id: newId(ctx.now),
      subjectType: subject.type,
      subjectId: subject.id,
      officeId: answer.officeId,
      personId: ctx.actor.userId,
      verdict: answer.verdict,
      reason: answer.reason ?? null,
      authority: answer.authority,
      sectionHashes: { ...answer.sectionHashes },
      answeredAt: ctx.now,
      withdrawnAt: null,
      voidedAt: null,
      voidedBySections: null,
    });
  }

  /** Takes the office's standing signature back. Refuses WRONG_STATE when there is none. */
  async withdraw(ctx: RequestContext, subject: SignoffSubject, officeId: string): Promise<SignatureEntity> {
    const [newest] = await ctx.db.find(SignatureEntity, {
      where: { subjectType: subject.type, subjectId: subject.id, officeId },
      order: { answeredAt: 'DESC', id: 'DESC' },
      take: 1,
    });
    const isStanding =
      newest && newest.verdict === SignatureVerdict.SIGNED && newest.withdrawnAt === null && newest.voidedAt === null;
    if (!isStanding) throw new DomainError(ErrorCode.WRONG_STATE, { message: 'the office has no standing signature' });
    newest.withdrawnAt = ctx.now;
    return ctx.db.save(newest);
  }

  /** Voids exactly the signatures that a change of a section touches; returns the offices that must sign again. */
  async voidFor(
    ctx: RequestContext,
    subject: SignoffSubject,
    leadOfficeId: string,
    change: SectionChange,
  ): Promise<string[]> {
    const standing = await this.standing(ctx, subject);
    const voided = signaturesVoidedBy(change, leadOfficeId, standing);
    for (const signature of voided) {
      await ctx.db.update(SignatureEntity, signature.id, { voidedAt: ctx.now, voidedBySections: [change.key] });
    }
    return [...new Set(voided.map((signature) => signature.officeId))];
  }

  /** Every answer to the subject, oldest first. */
  list(ctx: RequestContext, subject: SignoffSubject): Promise<SignatureEntity[]> {
    return ctx.db.find(SignatureEntity, {
      where: { subjectType: subject.type, subjectId: subject.id },
      order: { answeredAt: 'ASC', id: 'ASC' },
    });
  }

  private standing(ctx: RequestContext, subject: SignoffSubject): Promise<SignatureEntity[]> {
    return ctx.db.find(SignatureEntity, {
      where: { subjectType: subject.type, subjectId: subject.id, withdrawnAt: IsNull(), voidedAt: IsNull() },
      order: { id: 'ASC' },
    });
  }
}
