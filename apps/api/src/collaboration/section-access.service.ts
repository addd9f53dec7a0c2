import { Injectable } from '@nestjs/common';
import { BulletinAct, mayOnBulletin } from '@domain/bulletins/bulletin.policy';
import { mayOnSection, SectionAct } from '@domain/bulletins/section.policy';
import { DomainError } from '@domain/errors';
import { isId } from '@domain/ids';
import type { Actor } from '@domain/identity/actor';
import { WritingMode } from '@domain/text/draft-change';
import { BulletinLoading, type LockedBulletin } from '../bulletins/bulletin-loading.service';
import type { BulletinSectionEntity } from '../bulletins/bulletin-section.entity';
import type { RequestContext } from '../core/context';

/** What somebody may do in the shared document of a section now. */
export interface SectionAccess {
  readonly bulletinId: string;
  readonly sectionId: string;
  readonly mode: WritingMode;
}

/** A section with its bulletin, locked or read. */
export interface FoundSection {
  readonly locked: LockedBulletin;
  readonly row: BulletinSectionEntity;
}

/** Who may open a section's document, and how: asked at opening, and again whenever something changes. */
@Injectable()
export class SectionAccesses {
  constructor(private readonly loading: BulletinLoading) {}

  /** null: the viewer may not open it, or there is no such section. */
  async of(ctx: RequestContext, sectionId: string): Promise<SectionAccess | null> {
    const bulletinId = await this.bulletinOf(ctx, sectionId);
    if (bulletinId === null) return null;
    try {
      const locked = await this.loading.readVisible(ctx, bulletinId);
      const row = await this.loading.section(ctx, locked, sectionId);
      const isAtWork = mayOnBulletin(ctx.actor, BulletinAct.VIEW_WORK, locked.facts).allowed;
      return isAtWork ? { bulletinId, sectionId, mode: modeOf(ctx.actor, { locked, row }) } : null;
    } catch (error) {
      if (error instanceof DomainError) return null;
      throw error;
    }
  }

  /** Locks the bulletin of a section on behalf of the server; null when either is gone. */
  async lock(ctx: RequestContext, sectionId: string): Promise<FoundSection | null> {
    const bulletinId = await this.bulletinOf(ctx, sectionId);
    const locked = bulletinId === null ? null : await this.loading.lock(ctx, bulletinId);
    if (!locked || (await this.bulletinOf(ctx, sectionId)) === null) return null;
    return { locked, row: await this.loading.section(ctx, locked, sectionId) };
  }

  private async bulletinOf(ctx: RequestContext, sectionId: string): Promise<string | null> {
    if (!isId(sectionId)) return null;
    const rows: { bulletin_id: string }[] = await ctx.db.query(
      'select bulletin_id from bulletin_sections where id = $1',
      [sectionId],
    );
    return rows[0]?.bulletin_id ?? null;
  }
}

/** Editors of the words write; whoever else works on the bulletin suggests while it is not released; others read. */
function modeOf(actor: Actor, { locked, row }: FoundSection): WritingMode {
  const subject = { bulletin: locked.facts, section: row };
  if (mayOnSection(actor, SectionAct.EDIT, subject).allowed) return WritingMode.EDIT;
  return mayOnSection(actor, SectionAct.SUGGEST, subject).allowed ? WritingMode.SUGGEST : WritingMode.READ;
}
