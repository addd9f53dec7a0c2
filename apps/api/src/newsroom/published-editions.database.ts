import { Injectable } from '@nestjs/common';
import type { Edition, PublishedEdition } from '@domain/bulletins/edition';
import { inPercents, type Focus } from '@domain/files/crop';
import { isId } from '@domain/ids';
import { toPrefixTsquery } from '@turkish/search';
import { slug as slugOf } from '@turkish/slug';
import type { RequestContext } from '../core/context';
import { decodeCursor, encodeCursor } from '../core/graphql/connection';
import {
  PublishedEditions,
  type EditionFilter,
  type EditionPageRequest,
  type Neighbour,
  type NewsroomOffice,
  type NewsroomTag,
  type PublishedAddress,
  type PublishedPage,
} from './published-editions';
import { summaryOf, type EditionCover } from './published-summary';

interface PublishedRow<Content> {
  id: string;
  content: Content;
  released_at: Date;
  public_updated_at: Date;
  withdrawn_at: Date | null;
  withdrawal_reason: string | null;
  corrected_by: PublishedEdition['correctedBy'];
}

interface OfficeRow {
  code: string;
  short_code: string;
  name: string;
  press_unit: string;
  contact_name: string | null;
  contact_phone: string | null;
  contact_email: string | null;
  colour: string;
}

interface Where {
  readonly sql: string;
  readonly parameters: unknown[];
}

/**
 * An edition has `released_at` from the act of release on, which the gate allowed; before it nothing in this file can
 * see the row. Afterwards only withdrawal closes the words (release gate, channels that wait for readers).
 */
const RELEASED = `editions e join bulletins b on b.id = e.bulletin_id and b.state in ('RELEASED', 'WITHDRAWN')
  where e.released_at is not null`;

const DATES = 'e.id, e.released_at, b.public_updated_at, b.withdrawn_at, b.withdrawal_reason';

/** The newest correction that is out itself and still stands. */
const CORRECTED_BY = `(
  select jsonb_build_object(
    'number', c.number, 'slug', c.slug, 'note', c.correction_note,
    'at', to_char(c.released_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
  from bulletins c where c.corrects_id = b.id and c.state = 'RELEASED'
  order by c.released_at desc, c.id desc limit 1) as corrected_by`;

/** The published editions of the database. */
@Injectable()
export class DatabasePublishedEditions extends PublishedEditions {
  async list(ctx: RequestContext, { before, first, ...filter }: EditionPageRequest): Promise<PublishedPage> {
    const where = conditions(filter);
    if (where === null) return { items: [], next: null };
    const key = before === undefined ? null : readCursor(before);
    if (key !== null) {
      where.sql += ` and (e.released_at, e.id) < (${bind(where, key[0])}::timestamptz, ${bind(where, key[1])}::uuid)`;
    }
    const rows: PublishedRow<EditionCover>[] = await ctx.db.query(
      `select e.content - 'sections' as content, ${DATES}, ${CORRECTED_BY} from ${RELEASED}${where.sql}
       order by e.released_at desc, e.id desc limit ${bind(where, first + 1)}`,
      where.parameters,
    );
    const items = rows.slice(0, first);
    const last = items.at(-1);
    const hasMore = rows.length > first && last !== undefined;
    return {
      items: items.map((row) => summaryOf({ ...datesOf(row), edition: row.content })),
      next: hasMore ? encodeCursor([last.released_at.toISOString(), last.id]) : null,
    };
  }

  async latest(ctx: RequestContext, filter: EditionFilter, first: number): Promise<readonly PublishedEdition[]> {
    const where = conditions(filter);
    if (where === null) return [];
    return readEditions(ctx, `${where.sql} order by e.released_at desc, e.id desc limit ${bind(where, first)}`, where);
  }

  async bySlug(ctx: RequestContext, year: number, slug: string): Promise<PublishedEdition | null> {
    const sql = ' and e.year = $1 and e.slug = $2';
    const [found] = await readEditions(ctx, sql, { sql, parameters: [year, slug] });
    return found ?? null;
  }

  async neighbours(ctx: RequestContext, bulletinId: string) {
    const beside = async (comparison: '<' | '>', order: 'desc' | 'asc'): Promise<Neighbour | null> => {
      const rows: Neighbour[] = await ctx.db.query(
        `select e.content ->> 'number' as number, e.slug, e.content ->> 'headline' as headline
         from ${RELEASED} and b.withdrawn_at is null and (e.released_at, e.id) ${comparison} (
           select o.released_at, o.id from editions o where o.bulletin_id = $1 and o.released_at is not null)
         order by e.released_at ${order}, e.id ${order} limit 1`,
        [bulletinId],
      );
      return rows[0] ?? null;
    };
    return { older: await beside('<', 'desc'), newer: await beside('>', 'asc') };
  }

  async isFramed(ctx: RequestContext, fileId: string, focus: Focus): Promise<boolean> {
    if (!isId(fileId)) return false;
    const { x, y } = inPercents(focus);
    const isMiddle = x === 50 && y === 50;
    const named = isMiddle ? { fileId } : { fileId, focusX: x / 100, focusY: y / 100 };
    const rows: unknown[] = await ctx.db.query(
      `select 1 from bulletin_attachments a join bulletin_sections s on s.id = a.section_id
         join editions e on e.bulletin_id = s.bulletin_id and e.released_at is not null
       where a.file_id = $1 and e.content -> 'files' @> $2::jsonb limit 1`,
      [fileId, JSON.stringify([named])],
    );
    return rows.length > 0;
  }

  async offices(ctx: RequestContext): Promise<readonly NewsroomOffice[]> {
    const rows: OfficeRow[] = await ctx.db.query(
      `select code, short_code, name, press_unit, contact_name, contact_phone, contact_email, colour
       from offices where state = 'ACTIVE' order by protocol_order, code`,
    );
    return rows.map((row) => ({
      code: row.code,
      shortCode: row.short_code,
      name: row.name,
      pressUnit: row.press_unit,
      contact: { name: row.contact_name, phone: row.contact_phone, email: row.contact_email },
      colour: row.colour,
    }));
  }

  async tag(ctx: RequestContext, slug: string): Promise<NewsroomTag | null> {
    const rows: { tags: string[] }[] = await ctx.db.query(
      `select e.content -> 'tags' as tags from ${RELEASED} and b.withdrawn_at is null and e.tag_slugs @> array[$1]
       order by e.released_at desc, e.id desc limit 1`,
      [slug],
    );
    const name = rows[0]?.tags.find((tag) => slugOf(tag) === slug);
    return name === undefined ? null : { slug, name };
  }

  /** Steps from year to year in the index instead of reading every row. */
  async years(ctx: RequestContext, filter: Pick<EditionFilter, 'officeCode' | 'tagSlug'>): Promise<readonly number[]> {
    const where = conditions(filter);
    if (where === null) return [];
    const rows: { year: number }[] = await ctx.db.query(
      `with recursive years (year) as (
         select max(year) from editions where released_at is not null
         union all
         select (select max(year) from editions where released_at is not null and year < years.year)
         from years where years.year is not null)
       select year from years
       where year is not null and exists (select from ${RELEASED} and e.year = years.year${where.sql})
       order by year desc`,
      where.parameters,
    );
    return rows.map((row) => row.year);
  }

  async countAddresses(ctx: RequestContext): Promise<number> {
    const rows: { count: number }[] = await ctx.db.query(
      `select count(*)::int as count from ${RELEASED} and b.withdrawn_at is null`,
    );
    return rows[0]?.count ?? 0;
  }

  async addresses(ctx: RequestContext, offset: number, first: number): Promise<readonly PublishedAddress[]> {
    const rows: { number: string; slug: string; at: Date }[] = await ctx.db.query(
      `select b.number, e.slug, b.public_updated_at as at from ${RELEASED} and b.withdrawn_at is null
       order by e.released_at, e.id offset $1 limit $2`,
      [offset, first],
    );
    return rows.map(({ number, slug, at }) => ({ number, slug, updatedAt: at.toISOString() }));
  }
}

/** The filter as conditions on `e` and `b`; null when the words of a search hold nothing to look for. */
function conditions({
  officeCode,
  tagSlug,
  year,
  query,
}: EditionFilter): { sql: string; parameters: unknown[] } | null {
  const where = { sql: '', parameters: [] as unknown[] };
  if (officeCode !== undefined) where.sql += ` and e.office_codes @> array[${bind(where, officeCode)}]`;
  if (tagSlug !== undefined) where.sql += ` and e.tag_slugs @> array[${bind(where, tagSlug)}]`;
  if (year !== undefined) where.sql += ` and e.year = ${bind(where, year)}`;
  if (query !== undefined && query !== '') {
    const words = toPrefixTsquery(query);
    if (words === null) return null;
    where.sql += ` and b.withdrawn_at is null and e.search @@ to_tsquery('simple', ${bind(where, words)})`;
  }
  return where;
}

function bind(where: Where, value: unknown): string {
  return `$${where.parameters.push(value)}`;
}

/** Instant and id of the last row shown; null for what is no cursor of ours. */
function readCursor(cursor: string): readonly [string, string] | null {
  try {
    const [at = '', id = ''] = decodeCursor(cursor, 2);
    return isId(id) && !Number.isNaN(Date.parse(at)) ? [at, id] : null;
  } catch {
    return null;
  }
}

async function readEditions(ctx: RequestContext, sql: string, { parameters }: Where): Promise<PublishedEdition[]> {
  const rows: PublishedRow<Edition>[] = await ctx.db.query(
    `select e.content, ${DATES}, ${CORRECTED_BY} from ${RELEASED}${sql}`,
    parameters,
  );
  return rows.map((row) => ({ ...datesOf(row), edition: row.content }));
}

function datesOf(row: PublishedRow<unknown>): Omit<PublishedEdition, 'edition'> {
  const { released_at, public_updated_at, withdrawn_at, withdrawal_reason, corrected_by } = row;
  return {
    firstPublishedAt: released_at.toISOString(),
    updatedAt: public_updated_at.toISOString(),
    correctedBy: corrected_by,
    withdrawn: withdrawn_at === null ? null : { at: withdrawn_at.toISOString(), reason: withdrawal_reason ?? '' },
  };
}
