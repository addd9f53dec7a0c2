import { Injectable } from '@nestjs/common';
import { SectionKind, type ConsentScope, type Section } from '@domain/bulletins/bulletin';
import { mayAddSection, mayOnSection, SectionAct } from '@domain/bulletins/section.policy';
import { sectionHash, sectionText } from '@domain/bulletins/section-hash';
import { DomainError, ErrorCode } from '@domain/errors';
import { newId } from '@domain/ids';
import { authorize } from '@domain/policy';
import { emptyRichText, parseRichText, plainText, sameRichText } from '@domain/text/rich-text';
import type { RequestContext } from '../core/context';
import { Ledger } from '../core/ledger/ledger.service';
import { Signoffs } from '../core/signoff/signoffs.service';
import { Transactions } from '../core/transactions';
import { BulletinLoading, bulletinSubject, expectVersion, type LockedBulletin } from './bulletin-loading.service';
import { BulletinRevisions } from './bulletin-revisions.service';
import { RevisionCause } from './bulletin-revision.entity';
import { BulletinSectionEntity } from './bulletin-section.entity';
import { BulletinEntity } from './bulletin.entity';
import { SectionWritings } from './section-writings';

export interface NewSection {
  readonly kind: SectionKind;
  /** null: shared by all. */
  readonly officeId: string | null;
  /** ProseMirror JSON; left out: empty. */
  readonly content?: unknown;
}

/** Members that are left out stay as they are; null clears. */
export interface SectionEdit {
  readonly content?: unknown;
  readonly speaker?: { readonly role: string; readonly name?: string | null } | null;
  readonly consent?: { readonly scope: ConsentScope; readonly givenBy: string } | null;
  readonly expectedVersion: number;
}

/** Writing: every change of a section is a revision and voids exactly the signatures that cover it. */
@Injectable()
export class BulletinSections {
  constructor(
    private readonly transactions: Transactions,
    private readonly loading: BulletinLoading,
    private readonly revisions: BulletinRevisions,
    private readonly signoffs: Signoffs,
    private readonly ledger: Ledger,
    private readonly writings: SectionWritings,
  ) {}

  /** Adds a section. Refuses: NOT_FOUND, FORBIDDEN, WRONG_STATE, INVALID (owner does not fit the kind, bad content). */
  add(ctx: RequestContext, bulletinId: string, input: NewSection): Promise<BulletinEntity> {
    return this.transactions.run(ctx, async (ctx) => {
      const locked = await this.loading.lockVisible(ctx, bulletinId);
      authorize(mayAddSection(ctx.actor, { bulletin: locked.facts, section: input }), ['input', 'officeId']);
      const section = await this.insert(ctx, locked.bulletin.id, input, await this.nextPosition(ctx, bulletinId));
      await this.afterChange(ctx, locked, section, null, RevisionCause.CREATE);
      return this.touch(ctx, locked, 'bulletin.sectionAdded', section);
    });
  }

  /** Changes words, speaker or consent. Refuses: NOT_FOUND, FORBIDDEN, WRONG_STATE, STALE_VERSION, INVALID. */
  edit(ctx: RequestContext, bulletinId: string, sectionId: string, input: SectionEdit): Promise<BulletinEntity> {
    return this.transactions.run(ctx, async (ctx) => {
      const locked = await this.loading.lockVisible(ctx, bulletinId);
      const row = await this.loading.section(ctx, locked, sectionId);
      authorize(mayOnSection(ctx.actor, SectionAct.EDIT, { bulletin: locked.facts, section: row }), ['sectionId']);
      expectVersion(row, input.expectedVersion);
      const before = row.hash;
      this.apply(ctx, row, input);
      return this.saveChanged(ctx, locked, row, before, RevisionCause.EDIT);
    });
  }

  /** Writes an earlier revision's words as the newest. Refuses as `edit` does. */
  restore(ctx: RequestContext, bulletinId: string, revisionId: string): Promise<BulletinEntity> {
    return this.transactions.run(ctx, async (ctx) => {
      const locked = await this.loading.lockVisible(ctx, bulletinId);
      const { snapshot } = await this.revisions.find(ctx, bulletinId, revisionId);
      const row = await this.loading.section(ctx, locked, snapshot.id);
      authorize(mayOnSection(ctx.actor, SectionAct.EDIT, { bulletin: locked.facts, section: row }), ['revisionId']);
      const before = row.hash;
      Object.assign(row, { content: snapshot.content, speaker: snapshot.speaker, consent: snapshot.consent });
      return this.saveChanged(ctx, locked, row, before, RevisionCause.RESTORE);
    });
  }

  /** Takes a section out; its revisions stay. Refuses: NOT_FOUND, FORBIDDEN, WRONG_STATE. */
  remove(ctx: RequestContext, bulletinId: string, sectionId: string): Promise<BulletinEntity> {
    return this.transactions.run(ctx, async (ctx) => {
      const locked = await this.loading.lockVisible(ctx, bulletinId);
      const row = await this.loading.section(ctx, locked, sectionId);
      authorize(mayOnSection(ctx.actor, SectionAct.REMOVE, { bulletin: locked.facts, section: row }), ['sectionId']);
      const section = await this.loading.wholeSection(ctx, locked, sectionId);
      await this.revisions.write(ctx, bulletinId, section, row.hash, RevisionCause.REMOVE);
      await this.voidFor(ctx, locked, section, row.hash, null);
      await ctx.db.delete(BulletinSectionEntity, sectionId);
      return this.touch(ctx, locked, 'bulletin.sectionRemoved', section);
    });
  }

  /** Inserts a section as it is given; the caller has authorized it and writes the revision. */
  private async insert(ctx: RequestContext, bulletinId: string, input: NewSection, position: number): Promise<Section> {
    const section = newSection(ctx, input, position);
    await ctx.db.insert(BulletinSectionEntity, {
      id: section.id,
      kind: section.kind,
      officeId: section.officeId,
      position,
      content: section.content,
      speaker: null,
      consent: null,
      bulletinId,
      hash: sectionHash(section),
      version: 1,
      updatedAt: ctx.now,
      updatedById: ctx.actor.userId ?? '',
    });
    return section;
  }

  /** Saves a changed section with all that follows: hash, revision, void signatures, the bulletin's own columns, event. */
  async saveChanged(
    ctx: RequestContext,
    locked: LockedBulletin,
    row: BulletinSectionEntity,
    before: string,
    cause: RevisionCause,
  ): Promise<BulletinEntity> {
    await ctx.db.save(row);
    const section = await this.loading.wholeSection(ctx, locked, row.id);
    const hash = sectionHash(section);
    if (hash === before) return locked.bulletin;
    Object.assign(row, { hash, updatedAt: ctx.now, updatedById: ctx.actor.userId });
    await ctx.db.save(row);
    await this.afterChange(ctx, locked, section, before, cause);
    await this.writings.tell(ctx, row);
    return this.touch(ctx, locked, 'bulletin.sectionEdited', section);
  }

  /**
   * Takes over the words of the section's shared draft, under the bulletin's lock. Consecutive edits of one person grow
   * one revision, and each revision is one event; signatures are voided as by any edit. Refuses: FORBIDDEN, WRONG_STATE, INVALID.
   */
  async takeOver(
    ctx: RequestContext,
    locked: LockedBulletin,
    row: BulletinSectionEntity,
    words: unknown,
  ): Promise<void> {
    authorize(mayOnSection(ctx.actor, SectionAct.EDIT, { bulletin: locked.facts, section: row }), ['sectionId']);
    const content = parseContent(words, row.kind);
    if (sameRichText(content, row.content)) return;
    const section = { ...(await this.loading.wholeSection(ctx, locked, row.id)), content };
    const change = { before: row.hash, hash: sectionHash(section) };
    Object.assign(row, { content, hash: change.hash, updatedAt: ctx.now, updatedById: ctx.actor.userId });
    await ctx.db.save(row);
    if (await this.revisions.extend(ctx, section, change.hash)) {
      await this.refreshText(ctx, locked);
      await this.ledger.announce(ctx, { name: 'bulletin.sectionEdited', ...subjectOf(locked) });
      return;
    }
    await this.afterChange(ctx, locked, section, change.before, RevisionCause.EDIT);
    await this.touch(ctx, locked, 'bulletin.sectionEdited', section);
  }

  private apply(ctx: RequestContext, row: BulletinSectionEntity, input: SectionEdit): void {
    if (input.content !== undefined) row.content = parseContent(input.content, row.kind);
    const isAboutQuote = input.speaker !== undefined || input.consent !== undefined;
    if (isAboutQuote && row.kind !== SectionKind.QUOTE) {
      throw new DomainError(ErrorCode.INVALID, { path: ['input', 'speaker'], message: 'only a quote has a speaker' });
    }
    if (input.speaker !== undefined) {
      row.speaker = input.speaker && { role: input.speaker.role.trim(), name: input.speaker.name?.trim() || null };
    }
    if (input.consent !== undefined) {
      const { consent } = input;
      row.consent = consent && {
        scope: consent.scope,
        givenBy: consent.givenBy.trim(),
        givenAt: ctx.now.toISOString(),
      };
    }
  }

  private async afterChange(
    ctx: RequestContext,
    locked: LockedBulletin,
    section: Section,
    before: string | null,
    cause: RevisionCause,
  ): Promise<void> {
    const hash = sectionHash(section);
    await this.revisions.write(ctx, locked.bulletin.id, section, hash, cause);
    await this.voidFor(ctx, locked, section, before, hash);
  }

  private async voidFor(
    ctx: RequestContext,
    { bulletin }: LockedBulletin,
    { id, officeId }: Section,
    oldHash: string | null,
    newHash: string | null,
  ): Promise<void> {
    const change = { key: id, officeId, oldHash, newHash };
    await this.signoffs.voidFor(ctx, bulletinSubject(bulletin.id), bulletin.leadOfficeId, change);
  }

  private async touch(
    ctx: RequestContext,
    locked: LockedBulletin,
    event: string,
    section: Section,
  ): Promise<BulletinEntity> {
    const bulletin = await this.refreshText(ctx, locked);
    await this.ledger.record(ctx, {
      name: event,
      subjectType: 'bulletin',
      subjectId: bulletin.id,
      data: { sectionId: section.id, kind: section.kind, hash: sectionHash(section) },
    });
    return bulletin;
  }

  /** Keeps headline, spot and body text of the bulletin row in step with its sections, for lists and search. */
  async refreshText(ctx: RequestContext, locked: LockedBulletin): Promise<BulletinEntity> {
    const sections = await this.loading.sections(ctx, locked);
    Object.assign(locked.bulletin, { ...textsOf(sections), updatedAt: ctx.now });
    return ctx.db.save(locked.bulletin);
  }

  private async nextPosition(ctx: RequestContext, bulletinId: string): Promise<number> {
    return ctx.db.count(BulletinSectionEntity, { where: { bulletinId } });
  }
}

const subjectOf = ({ bulletin }: LockedBulletin) => ({ subjectType: 'bulletin', subjectId: bulletin.id });

/** What a bulletin's own row keeps of its sections, for lists and search. */
export type BulletinTexts = Pick<BulletinEntity, 'headline' | 'spot' | 'bodyText'>;

/** Of sections in page order. */
export function textsOf(sections: readonly Section[]): BulletinTexts {
  const textOf = (kind: SectionKind) =>
    sections
      .filter((section) => section.kind === kind)
      .map((section) => plainText(section.content).replaceAll(/\s+/g, ' ').trim())
      .join(' ');
  const body = sections.filter(({ kind }) => kind !== SectionKind.HEADLINE && kind !== SectionKind.SPOT);
  return {
    headline: textOf(SectionKind.HEADLINE),
    spot: textOf(SectionKind.SPOT),
    bodyText: body.map(sectionText).join('\n\n'),
  };
}

/** A section that is not stored yet. Refuses INVALID for bad content. */
export function newSection(ctx: RequestContext, input: NewSection, position: number): Section {
  return {
    id: newId(ctx.now),
    kind: input.kind,
    officeId: input.officeId,
    position,
    content: input.content === undefined ? emptyRichText : parseContent(input.content, input.kind),
    speaker: null,
    consent: null,
    attachments: [],
  };
}

const singleLineKinds: ReadonlySet<SectionKind> = new Set([SectionKind.HEADLINE, SectionKind.SPOT]);

/** Canonical content. Headline and spot are one paragraph without marks. Refuses INVALID under `input.content`. */
export function parseContent(json: unknown, kind: SectionKind): Section['content'] {
  try {
    const content = parseRichText(json);
    if (!singleLineKinds.has(kind)) return content;
    const text = plainText(content).replaceAll(/\s+/g, ' ').trim();
    return text === ''
      ? emptyRichText
      : parseRichText({ type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] });
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    throw new DomainError(error.code, {
      path: ['input', 'content', ...error.path],
      message: error.message,
      cause: error,
    });
  }
}
