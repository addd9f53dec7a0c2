import DataLoader from 'dataloader';
import type { RequestContext } from '../core/context';
import { prepared } from '../core/database/prepared-statements';
import type { BulletinAttachmentType } from './bulletin.type';
import type { BulletinSectionEntity } from './bulletin-section.entity';

export interface SectionRow extends Pick<
  BulletinSectionEntity,
  | 'id'
  | 'kind'
  | 'officeId'
  | 'position'
  | 'content'
  | 'speaker'
  | 'consent'
  | 'hash'
  | 'version'
  | 'openSuggestionCount'
> {
  readonly bulletinId: string;
  readonly updatedAt: Date;
  readonly attachments: BulletinAttachmentType[];
}

/** The sections that `condition` on `s` names. */
export const selectSections = (condition: string): string => `
  select s.id, s.bulletin_id as "bulletinId", s.kind, s.office_id as "officeId", s.position, s.content, s.speaker, s.consent,
    s.hash, s.version, s.open_suggestion_count as "openSuggestionCount", s.updated_at as "updatedAt",
    coalesce((select json_agg(json_build_object('id', a.id, 'fileId', a.file_id, 'fileName', f.file_name,
        'mediaType', f.media_type, 'alt', a.alt, 'caption', a.caption, 'credit', a.credit,
        'focusX', a.focus_x, 'focusY', a.focus_y) order by a.position, a.id)
      from bulletin_attachments a join files f on f.id = a.file_id where a.section_id = s.id), '[]') as attachments
  from bulletin_sections s where ${condition}`;

const sectionsSql = prepared(selectSections('s.bulletin_id = any($1)'));

/** Sections of bulletins that the viewer is known to see; one statement for all of them. */
export const sectionsByBulletinId = (ctx: RequestContext): DataLoader<string, SectionRow[]> =>
  new DataLoader(async (ids) => {
    const rows: SectionRow[] = await ctx.db.query(sectionsSql, [ids]);
    return ids.map((id) => rows.filter((row) => row.bulletinId === id));
  });
