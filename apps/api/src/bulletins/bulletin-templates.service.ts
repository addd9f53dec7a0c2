import { Injectable } from '@nestjs/common';
import { BulletinKind, SectionKind } from '@domain/bulletins/bulletin';
import { BulletinAct, mayOnBulletin } from '@domain/bulletins/bulletin.policy';
import { DomainError, ErrorCode } from '@domain/errors';
import { hasRoleFrom, mayWrite, Role, type Actor } from '@domain/identity/actor';
import { isId, newId } from '@domain/ids';
import { authorize } from '@domain/policy';
import { plainText } from '@domain/text/rich-text';
import type { RequestContext } from '../core/context';
import { Ledger } from '../core/ledger/ledger.service';
import { Transactions } from '../core/transactions';
import { BulletinLoading, expectVersion } from './bulletin-loading.service';
import { parseContent } from './bulletin-sections.service';
import { BulletinTemplateEntity, type TemplateSection } from './bulletin-template.entity';
import type { BulletinTemplateType } from './bulletin-template.type';

interface GivenSection {
  readonly kind: SectionKind;
  /** ProseMirror JSON. */
  readonly content: string;
}

export interface NewTemplate {
  readonly name: string;
  readonly kind: BulletinKind;
  readonly sections: readonly GivenSection[];
}

/** Members that are left out stay as they are. */
export type TemplateChanges = Partial<NewTemplate> & { readonly expectedVersion: number };

const maxTemplates = 100;
const neverKept: ReadonlySet<SectionKind> = new Set([SectionKind.ATTACHMENTS, SectionKind.QUOTE]);

/** Starting texts of an office: everybody in it begins from them, editors and above keep them. */
@Injectable()
export class BulletinTemplates {
  constructor(
    private readonly transactions: Transactions,
    private readonly loading: BulletinLoading,
    private readonly ledger: Ledger,
  ) {}

  /** Templates of the acting office, by name. */
  async list(ctx: RequestContext): Promise<BulletinTemplateType[]> {
    if (!ctx.actor.officeId) return [];
    const rows = await ctx.db
      .createQueryBuilder(BulletinTemplateEntity, 't')
      .where('t.officeId = :officeId', { officeId: ctx.actor.officeId })
      .orderBy('t.name collate "tr-x-icu"')
      .limit(maxTemplates)
      .getMany();
    return rows.map((row) => present(ctx, row));
  }

  /** One template of the acting office, to begin a bulletin from. Refuses NOT_FOUND. */
  async get(ctx: RequestContext, id: string, path = ['input', 'templateId']): Promise<BulletinTemplateEntity> {
    const where = { id, officeId: ctx.actor.officeId ?? '' };
    const template = isId(id) && ctx.actor.officeId ? await ctx.db.findOne(BulletinTemplateEntity, { where }) : null;
    if (!template) throw new DomainError(ErrorCode.NOT_FOUND, { path });
    return template;
  }

  /** Keeps shared words and the own paragraph of a bulletin. Refuses: NOT_FOUND, FORBIDDEN, TAKEN, TOO_MANY. */
  createFrom(ctx: RequestContext, bulletinId: string, name: string): Promise<BulletinTemplateType> {
    return this.transactions.run(ctx, async (ctx) => {
      const locked = await this.loading.lockVisible(ctx, bulletinId);
      authorize(mayOnBulletin(ctx.actor, BulletinAct.DUPLICATE, locked.facts), ['input', 'bulletinId']);
      const { kind } = locked.bulletin;
      const sections = (await this.loading.sections(ctx, locked)).filter(
        (section) =>
          !neverKept.has(section.kind) && (section.officeId === null || section.officeId === ctx.actor.officeId),
      );
      return this.insert(ctx, {
        name,
        kind: kind === BulletinKind.CORRECTION ? BulletinKind.BULLETIN : kind,
        sections: sections.map((section) => ({ kind: section.kind, content: section.content })),
      });
    });
  }

  /** Keeps the words that are given. Refuses: FORBIDDEN, INVALID, TAKEN, TOO_MANY. */
  create(ctx: RequestContext, { name, kind, sections }: NewTemplate): Promise<BulletinTemplateType> {
    return this.transactions.run(ctx, async (ctx) => {
      if (!mayKeep(ctx.actor)) throw new DomainError(ErrorCode.FORBIDDEN, { path: [] });
      return this.insert(ctx, { name, kind: soundKind(kind), sections: parsed(sections) });
    });
  }

  /** Changes name, kind or words. Refuses: NOT_FOUND, FORBIDDEN, STALE_VERSION, INVALID, TAKEN. */
  update(ctx: RequestContext, id: string, changes: TemplateChanges): Promise<BulletinTemplateType> {
    return this.transactions.run(ctx, async (ctx) => {
      const template = await this.editable(ctx, id);
      expectVersion(template, changes.expectedVersion);
      if (changes.name !== undefined) template.name = changes.name.normalize('NFC').trim();
      if (changes.kind !== undefined) template.kind = soundKind(changes.kind);
      if (changes.sections !== undefined) template.sections = parsed(changes.sections);
      const saved = await ctx.db.save(template);
      await this.record(ctx, 'bulletinTemplate.updated', id);
      return present(ctx, saved);
    });
  }

  /** Removes a template of the acting office. Refuses: NOT_FOUND, FORBIDDEN. */
  remove(ctx: RequestContext, id: string): Promise<void> {
    return this.transactions.run(ctx, async (ctx) => {
      await ctx.db.remove(await this.editable(ctx, id));
      await this.record(ctx, 'bulletinTemplate.removed', id);
    });
  }

  private async editable(ctx: RequestContext, id: string): Promise<BulletinTemplateEntity> {
    const template = await this.get(ctx, id, ['id']);
    if (!mayKeep(ctx.actor)) throw new DomainError(ErrorCode.FORBIDDEN, { path: ['id'] });
    return template;
  }

  private async insert(
    ctx: RequestContext,
    words: Pick<BulletinTemplateEntity, 'name' | 'kind' | 'sections'>,
  ): Promise<BulletinTemplateType> {
    const officeId = ctx.actor.officeId ?? '';
    if ((await ctx.db.count(BulletinTemplateEntity, { where: { officeId } })) >= maxTemplates) {
      throw new DomainError(ErrorCode.TOO_MANY, { path: ['input'] });
    }
    const template = await ctx.db.save(
      ctx.db.create(BulletinTemplateEntity, {
        ...words,
        id: newId(ctx.now),
        officeId,
        name: words.name.normalize('NFC').trim(),
        createdById: ctx.actor.userId ?? '',
        createdAt: ctx.now,
      }),
    );
    await this.record(ctx, 'bulletinTemplate.created', template.id);
    return present(ctx, template);
  }

  private record(ctx: RequestContext, name: string, subjectId: string): Promise<void> {
    return this.ledger.record(ctx, { name, subjectType: 'bulletinTemplate', subjectId });
  }
}

const mayKeep = (actor: Actor) => mayWrite(actor) && hasRoleFrom(actor, Role.EDITOR);

/** A correction begins from what it corrects, never from a template. */
function soundKind(kind: BulletinKind): BulletinKind {
  if (kind === BulletinKind.CORRECTION) throw new DomainError(ErrorCode.INVALID, { path: ['input', 'kind'] });
  return kind;
}

/** Each kind once: a bulletin holds one of each, and a template brings neither quotes nor pictures. */
function parsed(sections: readonly GivenSection[]): TemplateSection[] {
  return sections.map(({ kind, content }, index) => {
    const isRepeated = sections.findIndex((section) => section.kind === kind) !== index;
    if (isRepeated || neverKept.has(kind)) {
      throw new DomainError(ErrorCode.INVALID, { path: ['input', 'sections', String(index), 'kind'] });
    }
    return { kind, content: parseContent(JSON.parse(content), kind) };
  });
}

function present(
  ctx: RequestContext,
  { id, name, kind, sections, version }: BulletinTemplateEntity,
): BulletinTemplateType {
  return {
    id,
    name,
    kind,
    sectionKinds: sections.map((section) => section.kind),
    sections: sections.map((section) => ({
      kind: section.kind,
      content: JSON.stringify(section.content),
      text: plainText(section.content),
    })),
    version,
    isEditable: mayKeep(ctx.actor),
  };
}
