import { BulletinState, type Section } from '@domain/bulletins/bulletin';
import { sectionHash } from '@domain/bulletins/section-hash';
import { newId } from '@domain/ids';
import type { RequestContext } from '../core/context';
import { prepared } from '../core/database/prepared-statements';
import { RevisionCause } from './bulletin-revision.entity';
import { BulletinEntity } from './bulletin.entity';

export type NewDraft = Pick<BulletinEntity, 'kind' | 'leadOfficeId' | 'headline' | 'spot' | 'bodyText'>;

/** Beginning a text is what people wait for most often: bulletin, sections and revisions go in one statement. */
const insertDraftSql = prepared(`
  with draft as (
    insert into bulletins (id, kind, state, lead_office_id, headline, spot, body_text, created_by_id, created_at, updated_at, version)
    values ($1, $2, '${BulletinState.DRAFT}', $3, $4, $5, $6, $7, $8, $8, 1)
  ), row as (
    select * from jsonb_to_recordset($9::jsonb) as r (section jsonb, hash text, "revisionId" uuid)
  ), added as (
    insert into bulletin_sections (id, bulletin_id, kind, office_id, position, content, hash, version, updated_at, updated_by_id)
    select (section ->> 'id')::uuid, $1, section ->> 'kind', (section ->> 'officeId')::uuid, (section ->> 'position')::int,
      section -> 'content', hash, 1, $8, $7 from row
  )
  insert into bulletin_revisions (id, bulletin_id, section_id, sequence, snapshot, hash, cause, author_id, office_id, created_at)
  select "revisionId", $1, (section ->> 'id')::uuid, 1, section, hash, '${RevisionCause.CREATE}', $7, $10, $8 from row`);

/**
 * Inserts a new bulletin with its sections, each with its first revision. New sections have neither speaker nor consent
 * nor attachments; the caller has authorized it and records the event.
 */
export async function insertDraft(
  ctx: RequestContext,
  draft: NewDraft,
  sections: readonly Section[],
): Promise<BulletinEntity> {
  const bulletin = ctx.db.create(BulletinEntity, {
    ...draft,
    id: newId(ctx.now),
    state: BulletinState.DRAFT,
    tagsText: '',
    createdById: ctx.actor.userId ?? '',
    createdAt: ctx.now,
    updatedAt: ctx.now,
    version: 1,
  });
  const rows = sections.map((section) => ({ section, hash: sectionHash(section), revisionId: newId(ctx.now) }));
  await ctx.db.query(insertDraftSql, [
    bulletin.id,
    bulletin.kind,
    bulletin.leadOfficeId,
    bulletin.headline,
    bulletin.spot,
    bulletin.bodyText,
    bulletin.createdById,
    ctx.now,
    JSON.stringify(rows),
    ctx.actor.officeId,
  ]);
  return bulletin;
}
