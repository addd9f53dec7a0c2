import { Injectable } from '@nestjs/common';
import { BulletinAct, mayOnBulletin } from '@domain/bulletins/bulletin.policy';
import { next } from '@domain/bulletins/bulletin.states';
import { FindingSeverity, releaseFindings } from '@domain/bulletins/completeness';
import { formatNumber } from '@domain/bulletins/number';
import { DomainError, ErrorCode } from '@domain/errors';
import { newId } from '@domain/ids';
import { authorize } from '@domain/policy';
import { releaseDueAt } from '@domain/release/release-gate';
import { mayLiftEarly } from '@domain/signoff/charter';
import { signoffComplete, type SignoffOutcome } from '@domain/signoff/signoff';
import { utcToLocal } from '@turkish/dates';
import { plainText } from '@domain/text/rich-text';
import { slug } from '@turkish/slug';
import type { RequestContext } from '../core/context';
import { Ledger } from '../core/ledger/ledger.service';
import { Transactions } from '../core/transactions';
import { charterRules } from '../offices/charter-in-force';
import { BulletinEditions } from './bulletin-editions.service';
import {
  activePartners,
  BulletinLoading,
  expectVersion,
  officeOrder,
  type LockedBulletin,
} from './bulletin-loading.service';
import { BulletinEntity } from './bulletin.entity';
import { EditionEntity } from './edition.entity';
import { EmbargoLiftConsentEntity } from './embargo-lift-consent.entity';

/** From signed to scheduled: approval freezes the edition and gives the number. */
@Injectable()
export class BulletinRelease {
  constructor(
    private readonly transactions: Transactions,
    private readonly loading: BulletinLoading,
    private readonly editions: BulletinEditions,
    private readonly ledger: Ledger,
  ) {}

  /**
   * Approves the release: every signature that the charter asks for must stand, nothing may block. It goes out by
   * itself at its embargo and schedule, or at once. Refuses: NOT_FOUND, FORBIDDEN, WRONG_STATE, STALE_VERSION,
   * SIGNATURES_MISSING (office codes), INCOMPLETE (finding codes).
   */
  approve(ctx: RequestContext, id: string, expectedVersion: number): Promise<BulletinEntity> {
    return this.transactions.run(ctx, async (ctx) => {
      const locked = await this.loading.lockVisible(ctx, id);
      const { bulletin } = locked;
      authorize(mayOnBulletin(ctx.actor, BulletinAct.APPROVE_RELEASE, locked.facts));
      expectVersion(bulletin, expectedVersion);
      const outcome = await this.requireSignatures(ctx, locked);
      const sections = await this.loading.sections(ctx, locked);
      const goingOut = sections.filter(({ officeId }) => officeId === null || outcome.included.includes(officeId));
      requireComplete(goingOut, officeOrder(locked));
      const from = bulletin.state;
      Object.assign(bulletin, {
        state: next(from, 'approveRelease'),
        number: bulletin.number ?? (await this.nextNumber(ctx, bulletin.leadOfficeId)),
        releaseApprovedAt: ctx.now,
        releaseApprovedById: ctx.actor.userId,
        releaseRefusedAt: null,
        releaseRefusal: null,
        updatedAt: ctx.now,
      });
      const edition = await this.editions.derive(ctx, locked, sections, outcome.included, dueAt(bulletin, ctx.now));
      await this.freeze(ctx, bulletin, edition);
      const saved = await ctx.db.save(bulletin);
      await this.ledger.record(ctx, {
        name: 'bulletin.releaseApproved',
        subjectType: 'bulletin',
        subjectId: id,
        data: {
          from,
          number: bulletin.number,
          hash: edition.hash,
          officeIds: outcome.included,
          leftOut: outcome.leftOut,
        },
      });
      return saved;
    });
  }

  /** Takes the approval back; the number stays with the bulletin. Refuses: NOT_FOUND, FORBIDDEN, WRONG_STATE. */
  unschedule(ctx: RequestContext, id: string): Promise<BulletinEntity> {
    return this.transactions.run(ctx, async (ctx) => {
      const { bulletin, facts } = await this.loading.lockVisible(ctx, id);
      authorize(mayOnBulletin(ctx.actor, BulletinAct.UNSCHEDULE, facts));
      Object.assign(bulletin, {
        state: next(bulletin.state, 'unschedule'),
        releaseApprovedAt: null,
        releaseApprovedById: null,
        releaseRefusedAt: null,
        releaseRefusal: null,
        updatedAt: ctx.now,
      });
      await this.discardFrozen(ctx, id);
      const saved = await ctx.db.save(bulletin);
      await this.ledger.record(ctx, { name: 'bulletin.unscheduled', subjectType: 'bulletin', subjectId: id });
      return saved;
    });
  }

  /**
   * Agrees, for the office acted for, that the embargo ends now; it ends when lead and enough partners agree (charter).
   * Refuses: NOT_FOUND, FORBIDDEN, WRONG_STATE (no embargo that could be lifted).
   */
  liftEmbargo(ctx: RequestContext, id: string): Promise<BulletinEntity> {
    return this.transactions.run(ctx, async (ctx) => {
      const locked = await this.loading.lockVisible(ctx, id);
      const { bulletin } = locked;
      authorize(mayOnBulletin(ctx.actor, BulletinAct.LIFT_EMBARGO, locked.facts));
      const officeId = ctx.actor.officeId ?? '';
      if (!bulletin.embargoAt || bulletin.embargoLiftedAt || bulletin.embargoAt <= ctx.now) {
        throw new DomainError(ErrorCode.WRONG_STATE, { path: ['id'], message: 'there is no embargo to lift' });
      }
      const consent = { bulletinId: id, officeId, personId: ctx.actor.userId ?? '', givenAt: ctx.now };
      await ctx.db.save(EmbargoLiftConsentEntity, consent);
      const consents = await ctx.db.find(EmbargoLiftConsentEntity, { where: { bulletinId: id } });
      const partners = activePartners(locked).map((partner) => partner.officeId);
      const agreed = consents.map((row) => row.officeId);
      const rules = await charterRules(ctx, bulletin.charterId);
      const isLifted = mayLiftEarly(rules, bulletin.leadOfficeId, partners, agreed);
      Object.assign(bulletin, { embargoLiftedAt: isLifted ? ctx.now : null, updatedAt: ctx.now });
      const saved = await ctx.db.save(bulletin);
      const name = isLifted ? 'bulletin.embargoLifted' : 'bulletin.embargoLiftAgreed';
      await this.ledger.record(ctx, { name, subjectType: 'bulletin', subjectId: id, data: { officeIds: agreed } });
      return saved;
    });
  }

  private async requireSignatures(ctx: RequestContext, locked: LockedBulletin): Promise<SignoffOutcome> {
    const outcome = signoffComplete(await this.loading.round(ctx, locked));
    if (outcome.isComplete) return outcome;
    const rows: { code: string }[] = await ctx.db.query('select code from offices where id = any($1) order by code', [
      outcome.missing,
    ]);
    throw new DomainError(ErrorCode.SIGNATURES_MISSING, {
      path: ['id'],
      details: { offices: rows.map(({ code }) => code) },
      message: 'signatures that the charter asks for are missing',
    });
  }

  /** The next number of the lead office in this year: the row lock makes 50 approvals at once wait for each other. */
  private async nextNumber(ctx: RequestContext, officeId: string): Promise<string> {
    const year = Number(utcToLocal(ctx.now, 'Europe/Istanbul').slice(0, 4));
    const rows: { last: number; short_code: string }[] = await ctx.db.query(
      `with given as (
         insert into bulletin_numbers as n (office_id, year, last) values ($1, $2, 1)
         on conflict (office_id, year) do update set last = n.last + 1 returning last
       ) select last, (select short_code from offices where id = $1) as short_code from given`,
      [officeId, year],
    );
    const [row] = rows;
    if (!row) throw new Error('numbering returned no row');
    return formatNumber(year, row.short_code, row.last);
  }

  private async freeze(
    ctx: RequestContext,
    bulletin: BulletinEntity,
    edition: Awaited<ReturnType<BulletinEditions['derive']>>,
  ): Promise<void> {
    await this.discardFrozen(ctx, bulletin.id);
    const sequence = 1 + (await ctx.db.count(EditionEntity, { where: { bulletinId: bulletin.id } }));
    const words = edition.sections.map(({ content }) => plainText(content)).join(' ');
    await ctx.db.query(
      `insert into editions (id, bulletin_id, sequence, content, hash, approved_at, approved_by_id, year, slug,
                             office_codes, tag_slugs, search)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11,
               setweight(to_tsvector('simple', tr_search_text($12)), 'A')
               || setweight(to_tsvector('simple', tr_search_text($13)), 'B')
               || setweight(to_tsvector('simple', left(tr_search_text($14), 300000)), 'D'))`,
      [
        newId(ctx.now),
        bulletin.id,
        sequence,
        JSON.stringify(edition),
        edition.hash,
        ctx.now,
        ctx.actor.userId,
        Number(edition.number.slice(0, 4)),
        edition.slug,
        edition.offices.map(({ code }) => code),
        edition.tags.map((tag) => slug(tag)),
        `${edition.headline} ${edition.number}`,
        `${edition.spot} ${edition.tags.join(' ')} ${edition.offices.map(({ name }) => name).join(' ')}`,
        words,
      ],
    );
  }

  private async discardFrozen(ctx: RequestContext, bulletinId: string): Promise<void> {
    await ctx.db.query(
      'update editions set discarded_at = $2 where bulletin_id = $1 and released_at is null and discarded_at is null',
      [bulletinId, ctx.now],
    );
  }
}

/** The instant at which embargo and schedule let it go. */
export function dueAt(bulletin: BulletinEntity, approvedAt: Date): Date {
  return releaseDueAt({
    approvedAt,
    scheduledAt: bulletin.releaseAt,
    embargoUntil: bulletin.embargoAt,
    embargoLiftedAt: bulletin.embargoLiftedAt,
  });
}

function requireComplete(sections: Parameters<typeof releaseFindings>[0], officeIds: readonly string[]): void {
  const blocking = releaseFindings(sections, officeIds).filter(({ severity }) => severity === FindingSeverity.BLOCK);
  if (blocking.length === 0) return;
  throw new DomainError(ErrorCode.INCOMPLETE, {
    path: ['id'],
    details: { findings: blocking.map(({ code }) => code) },
    message: 'what would go out is incomplete',
  });
}
