import { Injectable } from '@nestjs/common';
import { BulletinKind, ParticipantState, type Attachment, type Section } from '@domain/bulletins/bulletin';
import { mayOnBulletin, BulletinAct } from '@domain/bulletins/bulletin.policy';
import type { BulletinFacts } from '@domain/bulletins/bulletin-facts';
import { inPageOrder } from '@domain/bulletins/section-hash';
import { DomainError, ErrorCode } from '@domain/errors';
import { isId } from '@domain/ids';
import type { SignoffParty, SignoffRound } from '@domain/signoff/signoff';
import type { RequestContext } from '../core/context';
import { Signoffs } from '../core/signoff/signoffs.service';
import { charterRules } from '../offices/charter-in-force';
import { BulletinParticipantEntity } from './bulletin-participant.entity';
import { BulletinSectionEntity } from './bulletin-section.entity';
import { BulletinEntity } from './bulletin.entity';

/** A participant with what the rules ask of its office. */
export interface Participant extends SignoffParty {
  readonly row: BulletinParticipantEntity;
}

/** A bulletin whose row is locked, with its participants: what verbs work on and policies decide over. */
export interface LockedBulletin {
  readonly bulletin: BulletinEntity;
  readonly participants: readonly Participant[];
  readonly facts: BulletinFacts;
}

/** The name under which bulletins are signed, recorded and linked. */
export const bulletinSubject = (id: string) => ({ type: 'bulletin', id }) as const;

/** An office that left keeps the place that it had: waited for, if its signature counted. */
const shadowsSql = `
  select id, state <> 'ACTIVE' and not was_admitted as "isShadow" from offices where id = any($1)`;

interface AttachmentRow {
  id: string;
  section_id: string;
  file_id: string;
  sha256: string;
  file_name: string;
  media_type: string;
  alt: string | null;
  caption: string | null;
  credit: string | null;
  focus_x: number;
  focus_y: number;
}

/** Loads bulletins for the verbs: locked, checked for visibility, with sections in page order. */
@Injectable()
export class BulletinLoading {
  constructor(private readonly signoffs: Signoffs) {}

  /** Locks the bulletin for the rest of the transaction. Refuses NOT_FOUND when the viewer may not know of it. */
  async lockVisible(ctx: RequestContext, id: string): Promise<LockedBulletin> {
    const locked = isId(id) ? await this.lock(ctx, id) : null;
    if (!locked || !mayOnBulletin(ctx.actor, BulletinAct.VIEW, locked.facts).allowed) throw notFound();
    return locked;
  }

  /** Locks the bulletin on behalf of the system: jobs ask no visibility. null when it is gone. */
  async lock(ctx: RequestContext, id: string): Promise<LockedBulletin | null> {
    const bulletin = await ctx.db.findOne(BulletinEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
    return bulletin ? this.withParticipants(ctx, bulletin) : null;
  }

  /** The bulletin without a lock, for reads that need the rules. Refuses NOT_FOUND. */
  async readVisible(ctx: RequestContext, id: string): Promise<LockedBulletin> {
    const bulletin = isId(id) ? await ctx.db.findOne(BulletinEntity, { where: { id } }) : null;
    const read = bulletin ? await this.withParticipants(ctx, bulletin) : null;
    if (!read || !mayOnBulletin(ctx.actor, BulletinAct.VIEW, read.facts).allowed) throw notFound();
    return read;
  }

  /** Every section with its attachments, in page order (lead first, then participants by position). */
  async sections(ctx: RequestContext, locked: LockedBulletin): Promise<Section[]> {
    const rows = await ctx.db.find(BulletinSectionEntity, { where: { bulletinId: locked.bulletin.id } });
    const attachments: AttachmentRow[] = await ctx.db.query(
      `select a.id, a.section_id, a.file_id, f.sha256, f.file_name, f.media_type, a.alt, a.caption, a.credit,
              a.focus_x, a.focus_y
       from bulletin_attachments a join bulletin_sections s on s.id = a.section_id join files f on f.id = a.file_id
       where s.bulletin_id = $1 order by a.position, a.id`,
      [locked.bulletin.id],
    );
    return inPageOrder(
      rows.map((row) => toSection(row, attachments)),
      officeOrder(locked),
    );
  }

  /** One section, locked by its bulletin's lock. Refuses NOT_FOUND. */
  async section(ctx: RequestContext, locked: LockedBulletin, sectionId: string): Promise<BulletinSectionEntity> {
    const where = { id: sectionId, bulletinId: locked.bulletin.id };
    const section = isId(sectionId) ? await ctx.db.findOne(BulletinSectionEntity, { where }) : null;
    if (!section) throw new DomainError(ErrorCode.NOT_FOUND, { path: ['sectionId'] });
    return section;
  }

  /** One section as signatures see it, with its attachments. */
  async wholeSection(ctx: RequestContext, locked: LockedBulletin, sectionId: string): Promise<Section> {
    const section = (await this.sections(ctx, locked)).find((candidate) => candidate.id === sectionId);
    if (!section) throw new DomainError(ErrorCode.NOT_FOUND, { path: ['sectionId'] });
    return section;
  }

  /** The round of signatures as it stands: what the domain computes status and completeness from. */
  async round(ctx: RequestContext, locked: LockedBulletin): Promise<SignoffRound> {
    const { bulletin } = locked;
    const rows = await ctx.db.find(BulletinSectionEntity, {
      where: { bulletinId: bulletin.id },
      select: { id: true, officeId: true, hash: true },
    });
    const rules = await charterRules(ctx, bulletin.charterId);
    return {
      leadOfficeId: bulletin.leadOfficeId,
      parties: locked.participants,
      sections: rows.map(({ id, officeId, hash }) => ({ key: id, officeId, hash })),
      signatures: await this.signoffs.list(ctx, bulletinSubject(bulletin.id)),
      rule: rules.signoff[bulletin.kind],
      startedAt: bulletin.submittedAt,
      now: ctx.now,
    };
  }

  private async withParticipants(ctx: RequestContext, bulletin: BulletinEntity): Promise<LockedBulletin> {
    const rows = await ctx.db.find(BulletinParticipantEntity, {
      where: { bulletinId: bulletin.id },
      order: { position: 'ASC', officeId: 'ASC' },
    });
    const shadows: { id: string; isShadow: boolean }[] =
      rows.length === 0 ? [] : await ctx.db.query(shadowsSql, [rows.map((row) => row.officeId)]);
    const participants = rows.map((row): Participant => ({
      row,
      officeId: row.officeId,
      state: row.state,
      isShadow: shadows.find(({ id }) => id === row.officeId)?.isShadow ?? true,
      seenAt: row.seenAt,
      invitedAt: row.invitedAt,
    }));
    return { bulletin, participants, facts: factsOf(bulletin, participants) };
  }
}

export function factsOf(bulletin: BulletinEntity, participants: readonly Participant[]): BulletinFacts {
  const { state, leadOfficeId, sharedAt } = bulletin;
  return { state, leadOfficeId, sharedAt, participants };
}

/** The lead office, then the participants as listed. */
export function officeOrder({ bulletin, participants }: LockedBulletin): string[] {
  return [bulletin.leadOfficeId, ...participants.map(({ officeId }) => officeId)];
}

/** Offices that take part and have not declined. */
export function activePartners({ participants }: LockedBulletin): Participant[] {
  return participants.filter(({ state, isShadow }) => state !== ParticipantState.DECLINED && !isShadow);
}

/** Refuses STALE_VERSION when somebody changed it since the caller read it. */
export function expectVersion(thing: { readonly version: number }, expected: number, path = 'expectedVersion'): void {
  if (thing.version === expected) return;
  throw new DomainError(ErrorCode.STALE_VERSION, {
    path: ['input', path],
    details: { version: thing.version },
    message: `it is at version ${thing.version} now`,
  });
}

export function isCorrection(bulletin: Pick<BulletinEntity, 'kind'>): boolean {
  return bulletin.kind === BulletinKind.CORRECTION;
}

function notFound(): DomainError {
  return new DomainError(ErrorCode.NOT_FOUND, { path: ['id'] });
}

export function toSection(row: BulletinSectionEntity, attachments: readonly AttachmentRow[]): Section {
  const { id, kind, officeId, position, content, speaker, consent } = row;
  const own = attachments.filter((attachment) => attachment.section_id === id).map(toAttachment);
  return { id, kind, officeId, position, content, speaker, consent, attachments: own };
}

function toAttachment(row: AttachmentRow): Attachment {
  return {
    id: row.id,
    fileId: row.file_id,
    fileHash: row.sha256,
    fileName: row.file_name,
    mediaType: row.media_type,
    alt: row.alt,
    caption: row.caption,
    credit: row.credit,
    focusX: row.focus_x,
    focusY: row.focus_y,
  };
}
