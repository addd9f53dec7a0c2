import { Injectable } from '@nestjs/common';
import { BulletinKind, BulletinState, ParticipantState, SectionKind } from '@domain/bulletins/bulletin';
import { BulletinAct, mayCreateBulletin, mayOnBulletin } from '@domain/bulletins/bulletin.policy';
import { next, type BulletinMove } from '@domain/bulletins/bulletin.states';
import { inPageOrder } from '@domain/bulletins/section-hash';
import { DomainError, ErrorCode } from '@domain/errors';
import { isId } from '@domain/ids';
import { authorize } from '@domain/policy';
import { localToUtc } from '@turkish/dates';
import { slug } from '@turkish/slug';
import type { RequestContext } from '../core/context';
import { prepared } from '../core/database/prepared-statements';
import { Ledger } from '../core/ledger/ledger.service';
import { Links } from '../core/links/links.service';
import { Transactions } from '../core/transactions';
import { charterIdInForce } from '../offices/charter-in-force';
import { OfficeEntity, OfficeState } from '../offices/office.entity';
import {
  BulletinLoading,
  activePartners,
  bulletinSubject,
  expectVersion,
  type LockedBulletin,
} from './bulletin-loading.service';
import { BulletinParticipantEntity } from './bulletin-participant.entity';
import { newSection, textsOf, type NewSection } from './bulletin-sections.service';
import { BulletinTagEntity } from './bulletin-tag.entity';
import { BulletinEntity } from './bulletin.entity';
import { insertDraft } from './insert-draft';

/** A wall-clock time as entered, with its IANA zone. */
export interface LocalTime {
  /** 'YYYY-MM-DDTHH:mm' */
  readonly local: string;
  readonly zone: string;
}

export interface NewBulletin {
  readonly kind: BulletinKind;
  readonly headline?: string;
  readonly sections?: readonly NewSection[];
  /** Offices to ask at once. */
  readonly officeIds?: readonly string[];
}

export interface BulletinDetails {
  readonly expectedVersion: number;
  readonly kind?: BulletinKind;
  /** Replaces the tags of the acting office (for the lead: the shared ones). */
  readonly tags?: readonly string[];
  readonly embargo?: LocalTime | null;
  readonly release?: LocalTime | null;
}

const baseKinds = [SectionKind.HEADLINE, SectionKind.SPOT, SectionKind.LEAD, SectionKind.FACTS, SectionKind.CLOSING];
const maxTags = 20;
const officeStateSql = prepared('select id, state from offices where id = $1');

/** A bulletin's life up to the release: begun, shared, offered for signature, given up. */
@Injectable()
export class BulletinsService {
  constructor(
    private readonly transactions: Transactions,
    private readonly loading: BulletinLoading,
    private readonly ledger: Ledger,
    private readonly links: Links,
  ) {}

  /**
   * Begins a draft of the office acted for, with the shared sections ready, and asks offices to take part: all or
   * nothing. Refuses: FORBIDDEN, WRONG_STATE, INVALID.
   */
  create(ctx: RequestContext, input: NewBulletin): Promise<BulletinEntity> {
    return this.transactions.run(ctx, async (ctx) => {
      const officeId = await this.authorizeCreate(ctx, input.kind);
      const given = (input.sections ?? []).map((section) =>
        section.kind === SectionKind.HEADLINE ? { ...section, ...headline(input) } : section,
      );
      const missing = baseKinds
        .filter((kind) => !given.some((section) => section.kind === kind))
        .map((kind): NewSection => ({
          kind,
          officeId: null,
          ...(kind === SectionKind.HEADLINE ? headline(input) : {}),
        }));
      const sections = [...missing, ...given].map((section, position) => newSection(ctx, section, position));
      const texts = textsOf(inPageOrder(sections, [officeId]));
      const bulletin = await insertDraft(ctx, { kind: input.kind, leadOfficeId: officeId, ...texts }, sections);
      await this.record(ctx, bulletin, 'bulletin.created', { kind: bulletin.kind });
      const officeIds = input.officeIds ?? [];
      return officeIds.length === 0 ? bulletin : this.invite(ctx, bulletin.id, officeIds);
    });
  }

  /** Changes kind, tags, embargo or schedule. Refuses: NOT_FOUND, FORBIDDEN, WRONG_STATE, STALE_VERSION, INVALID. */
  update(ctx: RequestContext, id: string, input: BulletinDetails): Promise<BulletinEntity> {
    return this.transactions.run(ctx, async (ctx) => {
      const locked = await this.loading.lockVisible(ctx, id);
      authorize(mayOnBulletin(ctx.actor, BulletinAct.EDIT_DETAILS, locked.facts));
      expectVersion(locked.bulletin, input.expectedVersion);
      if (input.kind) setKind(locked.bulletin, input.kind);
      if (input.embargo !== undefined || input.release !== undefined) plan(locked, input);
      if (input.tags) await this.replaceTags(ctx, locked.bulletin, input.tags);
      return this.save(ctx, locked.bulletin, 'bulletin.updated', { fields: Object.keys(input).sort().join(',') });
    });
  }

  /** Shows the draft to the invited offices. Refuses: NOT_FOUND, FORBIDDEN, WRONG_STATE. */
  share(ctx: RequestContext, id: string): Promise<BulletinEntity> {
    return this.move(ctx, id, BulletinAct.SHARE, 'share', 'bulletin.shared', (bulletin) => {
      bulletin.sharedAt = ctx.now;
    });
  }

  /** Offers the text for signature: the charter in force now counts, its deadlines run from here. Refuses: NOT_FOUND, FORBIDDEN, WRONG_STATE. */
  submit(ctx: RequestContext, id: string): Promise<BulletinEntity> {
    return this.move(ctx, id, BulletinAct.SUBMIT, 'submit', 'bulletin.submitted', async (bulletin, ctx) => {
      await this.expectIn(ctx, bulletin.leadOfficeId);
      bulletin.submittedAt = ctx.now;
      bulletin.charterId = await charterIdInForce(ctx);
      bulletin.sharedAt ??= ctx.now;
    });
  }

  /** Takes the text back to writing; signatures on what stays unchanged stand. Refuses: NOT_FOUND, FORBIDDEN, WRONG_STATE. */
  reopen(ctx: RequestContext, id: string): Promise<BulletinEntity> {
    return this.move(ctx, id, BulletinAct.REOPEN, 'reopen', 'bulletin.reopened', (bulletin) => {
      Object.assign(bulletin, { submittedAt: null, charterId: null });
    });
  }

  /** Gives the bulletin up before its release. Refuses: NOT_FOUND, FORBIDDEN, WRONG_STATE. */
  discard(ctx: RequestContext, id: string): Promise<BulletinEntity> {
    return this.move(ctx, id, BulletinAct.DISCARD, 'discard', 'bulletin.discarded', () => undefined);
  }

  /**
   * Takes a draft that was given up back to writing, to review if partners had seen it; signatures on what stays
   * unchanged stand. Refuses: NOT_FOUND, FORBIDDEN, WRONG_STATE.
   */
  restore(ctx: RequestContext, id: string): Promise<BulletinEntity> {
    return this.move(ctx, id, BulletinAct.RESTORE, 'restore', 'bulletin.restored', (bulletin) => {
      Object.assign(bulletin, { submittedAt: null, charterId: null });
      if (bulletin.sharedAt) bulletin.state = next(bulletin.state, 'share');
    });
  }

  /** Asks offices to take part; an office that declined may be asked again. Refuses: NOT_FOUND, FORBIDDEN, WRONG_STATE, INVALID. */
  invite(ctx: RequestContext, id: string, officeIds: readonly string[]): Promise<BulletinEntity> {
    return this.transactions.run(ctx, async (ctx) => {
      const locked = await this.loading.lockVisible(ctx, id);
      authorize(mayOnBulletin(ctx.actor, BulletinAct.INVITE, locked.facts));
      const wanted = [...new Set(officeIds)];
      for (const [index, officeId] of wanted.entries()) {
        const office = isId(officeId) ? await ctx.db.findOne(OfficeEntity, { where: { id: officeId } }) : null;
        const isUsable = office && office.state !== OfficeState.INACTIVE && office.id !== locked.bulletin.leadOfficeId;
        if (!isUsable) throw new DomainError(ErrorCode.INVALID, { path: ['input', 'officeIds', String(index)] });
        await this.saveInvitation(ctx, locked, office.id, locked.participants.length + index);
      }
      return this.save(ctx, locked.bulletin, 'bulletin.officesInvited', { officeIds: wanted });
    });
  }

  /**
   * Makes a new draft of the acting office with the same words. Never copies number, embargo, schedule, lists,
   * signatures or consent; other offices' paragraphs and quotes stay with them. Refuses: NOT_FOUND, FORBIDDEN.
   */
  duplicate(ctx: RequestContext, id: string): Promise<BulletinEntity> {
    return this.transactions.run(ctx, async (ctx) => {
      const locked = await this.loading.lockVisible(ctx, id);
      authorize(mayOnBulletin(ctx.actor, BulletinAct.DUPLICATE, locked.facts));
      const source = await this.loading.sections(ctx, locked);
      const own = source.filter(({ officeId, kind }) => {
        return kind !== SectionKind.ATTACHMENTS && (officeId === null || officeId === ctx.actor.officeId);
      });
      const kind = locked.bulletin.kind === BulletinKind.CORRECTION ? BulletinKind.BULLETIN : locked.bulletin.kind;
      const copy = await this.create(ctx, {
        kind,
        sections: own.map(({ kind: sectionKind, officeId, content }) => ({ kind: sectionKind, officeId, content })),
      });
      await ctx.db.update(BulletinEntity, copy.id, { copiedFromId: id });
      await this.links.add(ctx, bulletinSubject(copy.id), 'copiedFrom', bulletinSubject(id));
      return copy;
    });
  }

  /** The office that may begin a bulletin of this kind: the one acted for. */
  private async authorizeCreate(ctx: RequestContext, kind: BulletinKind): Promise<string> {
    const { officeId, userId } = ctx.actor;
    const [office]: { id: string; state: OfficeState }[] = officeId
      ? await ctx.db.query(officeStateSql, [officeId])
      : [];
    if (!office || !userId) throw new DomainError(ErrorCode.FORBIDDEN, { message: 'no office is acted for' });
    const state = { isActive: office.state === OfficeState.ACTIVE, isShadow: office.state === OfficeState.SHADOW };
    authorize(mayCreateBulletin(ctx.actor, { id: office.id, ...state }), []);
    if (kind === BulletinKind.CORRECTION) {
      throw new DomainError(ErrorCode.INVALID, {
        path: ['input', 'kind'],
        message: 'a correction begins from what it corrects',
      });
    }
    return office.id;
  }

  /** An office that leaves at this moment waits for the commit, and then leads a bulletin in sign-off. */
  private async expectIn(ctx: RequestContext, officeId: string): Promise<void> {
    const [office]: { state: OfficeState }[] = await ctx.db.query('select state from offices where id = $1 for share', [
      officeId,
    ]);
    if (office?.state === OfficeState.INACTIVE) throw new DomainError(ErrorCode.WRONG_STATE, { path: ['id'] });
  }

  private async saveInvitation(
    ctx: RequestContext,
    locked: LockedBulletin,
    officeId: string,
    position: number,
  ): Promise<void> {
    const known = locked.participants.find((participant) => participant.officeId === officeId);
    if (known && known.state !== ParticipantState.DECLINED) return;
    await ctx.db.save(BulletinParticipantEntity, {
      bulletinId: locked.bulletin.id,
      officeId,
      position: known?.row.position ?? position,
      state: ParticipantState.INVITED,
      invitedAt: ctx.now,
      invitedById: ctx.actor.userId ?? '',
      answeredAt: null,
      answeredById: null,
      reason: null,
      isSilent: false,
      seenAt: null,
    });
  }

  private async replaceTags(ctx: RequestContext, bulletin: BulletinEntity, labels: readonly string[]): Promise<void> {
    const tags = new Map(labels.map((label) => [slug(label), label.normalize('NFC').trim()]));
    tags.delete('');
    if (tags.size > maxTags) throw new DomainError(ErrorCode.TOO_MANY, { path: ['input', 'tags'] });
    await ctx.db.delete(BulletinTagEntity, { bulletinId: bulletin.id });
    const rows = [...tags].map(([tagSlug, label]) => ({
      bulletinId: bulletin.id,
      slug: tagSlug,
      label,
      officeId: null,
    }));
    if (rows.length > 0) await ctx.db.insert(BulletinTagEntity, await withOwners(ctx, rows));
    bulletin.tagsText = [...tags.values()].join(' ');
  }

  private move(
    ctx: RequestContext,
    id: string,
    act: BulletinAct,
    move: BulletinMove,
    event: string,
    change: (bulletin: BulletinEntity, ctx: RequestContext) => void | Promise<void>,
  ): Promise<BulletinEntity> {
    return this.transactions.run(ctx, async (ctx) => {
      const { bulletin, facts } = await this.loading.lockVisible(ctx, id);
      authorize(mayOnBulletin(ctx.actor, act, facts));
      const from = bulletin.state;
      bulletin.state = next(bulletin.state, move);
      await change(bulletin, ctx);
      return this.save(ctx, bulletin, event, { from, to: bulletin.state });
    });
  }

  private async save(
    ctx: RequestContext,
    bulletin: BulletinEntity,
    event: string,
    data: Record<string, string | string[]>,
  ): Promise<BulletinEntity> {
    bulletin.updatedAt = ctx.now;
    const saved = await ctx.db.save(bulletin);
    await this.record(ctx, saved, event, data);
    return saved;
  }

  private record(
    ctx: RequestContext,
    bulletin: BulletinEntity,
    name: string,
    data: Record<string, string | string[]>,
  ): Promise<void> {
    return this.ledger.record(ctx, { name, subjectType: 'bulletin', subjectId: bulletin.id, data });
  }
}

function headline(input: NewBulletin): { content?: unknown } {
  if (!input.headline) return {};
  return {
    content: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: input.headline }] }] },
  };
}

function setKind(bulletin: BulletinEntity, kind: BulletinKind): void {
  const isEither = kind === BulletinKind.CORRECTION || bulletin.kind === BulletinKind.CORRECTION;
  if (kind === bulletin.kind) return;
  if (isEither)
    throw new DomainError(ErrorCode.INVALID, { path: ['input', 'kind'], message: 'a correction stays one' });
  bulletin.kind = kind;
}

/**
 * Sets embargo and schedule before the release is approved. An embargo that partners know of may be moved later here;
 * moving it earlier is an early lift and needs lead and partners (`bulletinLiftEmbargo`).
 */
function plan(locked: LockedBulletin, { embargo, release }: Pick<BulletinDetails, 'embargo' | 'release'>): void {
  const { bulletin } = locked;
  if (bulletin.state === BulletinState.SCHEDULED) {
    throw new DomainError(ErrorCode.WRONG_STATE, {
      path: ['id'],
      message: 'the release is approved: take it back first',
    });
  }
  if (embargo !== undefined) {
    const instant = embargo && toInstant(embargo, 'embargo');
    const isEarlier = bulletin.embargoAt !== null && (instant === null || instant < bulletin.embargoAt);
    if (isEarlier && bulletin.sharedAt !== null && activePartners(locked).length > 0) {
      throw new DomainError(ErrorCode.FORBIDDEN, {
        path: ['input', 'embargo'],
        message: 'ending a shared embargo earlier needs the lead and a partner',
      });
    }
    Object.assign(bulletin, {
      embargoAt: instant,
      embargoLocal: embargo?.local ?? null,
      embargoZone: embargo?.zone ?? null,
    });
  }
  if (release !== undefined) {
    const instant = release && toInstant(release, 'release');
    Object.assign(bulletin, {
      releaseAt: instant,
      releaseLocal: release?.local ?? null,
      releaseZone: release?.zone ?? null,
    });
  }
}

function toInstant({ local, zone }: LocalTime, field: string): Date {
  try {
    return localToUtc(local, zone);
  } catch (error) {
    throw new DomainError(ErrorCode.INVALID, {
      path: ['input', field],
      message: 'not a time of that zone',
      cause: error,
    });
  }
}

/** A tag that is the name of an office belongs to it, and leaves with it. */
async function withOwners<T extends { slug: string }>(ctx: RequestContext, rows: readonly T[]): Promise<T[]> {
  const offices: { id: string; code: string }[] = await ctx.db.query(
    'select id, code from offices where code = any($1)',
    [rows.map((row) => row.slug)],
  );
  return rows.map((row) => ({ ...row, officeId: offices.find(({ code }) => code === row.slug)?.id ?? null }));
}
