import { Injectable } from '@nestjs/common';
import { type Section } from '@domain/bulletins/bulletin';
import { deriveEdition, type EditionFileSource, type EditionOfficeSource } from '@domain/bulletins/derive-edition';
import type { Edition } from '@domain/bulletins/edition';
import { utcToLocal } from '@turkish/dates';
import { slug } from '@turkish/slug';
import type { RequestContext } from '../core/context';
import { charterRules } from '../offices/charter-in-force';
import type { LockedBulletin } from './bulletin-loading.service';
import { BulletinEntity } from './bulletin.entity';
import { BulletinTagEntity } from './bulletin-tag.entity';

interface OfficeRow {
  id: string;
  code: string;
  name: string;
  press_unit: string;
  contact_name: string | null;
  contact_phone: string | null;
  contact_email: string | null;
  logo_file_id: string | null;
  protocol_order: number;
  district_name: string | null;
}

const provinceName = 'Balıkesir';

/** Builds what goes out from what stands in the database now. */
@Injectable()
export class BulletinEditions {
  /** The edition of these offices on this day in Istanbul; `goesOutAt` is the instant of release. */
  async derive(
    ctx: RequestContext,
    locked: LockedBulletin,
    sections: readonly Section[],
    includedOfficeIds: readonly string[],
    goesOutAt: Date,
  ): Promise<Edition> {
    const { bulletin } = locked;
    return deriveEdition({
      bulletinId: bulletin.id,
      kind: bulletin.kind,
      number: bulletin.number ?? '',
      slug: bulletin.slug,
      leadOfficeId: bulletin.leadOfficeId,
      includedOfficeIds,
      offices: await this.offices(ctx, [bulletin.leadOfficeId, ...includedOfficeIds]),
      nameOrder: (await charterRules(ctx, bulletin.charterId)).nameOrder,
      sections,
      tags: await ctx.db.find(BulletinTagEntity, { where: { bulletinId: bulletin.id }, order: { slug: 'ASC' } }),
      files: await this.files(ctx, sections),
      corrects: await this.corrected(ctx, bulletin),
      dateOn: utcToLocal(goesOutAt, 'Europe/Istanbul').slice(0, 10),
    });
  }

  /** The address of a text in its year: the headline's slug, numbered when a released text already has it. */
  async freeSlug(ctx: RequestContext, headline: string, year: number): Promise<string> {
    const base = slug(headline) || 'bulten';
    await ctx.db.query('select pg_advisory_xact_lock(hashtext($1))', [`edition ${year} ${base}`]);
    const rows: { slug: string }[] = await ctx.db.query(
      `select slug from editions where released_at is not null and year = $1 and (slug = $2 or slug like $2 || '-%')`,
      [year, base],
    );
    const taken = new Set(rows.map((row) => row.slug));
    for (let ordinal = 1; ; ordinal += 1) {
      const candidate = ordinal === 1 ? base : `${base}-${ordinal}`;
      if (!taken.has(candidate)) return candidate;
    }
  }

  private async offices(ctx: RequestContext, ids: readonly string[]): Promise<EditionOfficeSource[]> {
    const rows: OfficeRow[] = await ctx.db.query(
      `select o.id, o.code, o.name, o.press_unit, o.contact_name, o.contact_phone, o.contact_email, o.logo_file_id,
              o.protocol_order, d.name as district_name
       from offices o left join districts d on d.code = o.district_code where o.id = any($1)`,
      [ids],
    );
    return rows.map((row) => ({
      id: row.id,
      code: row.code,
      name: row.name,
      pressUnit: row.press_unit,
      contact: { name: row.contact_name, phone: row.contact_phone, email: row.contact_email },
      logoFileId: row.logo_file_id,
      districtName: row.district_name,
      provinceName,
      protocolOrder: row.protocol_order,
    }));
  }

  private async files(ctx: RequestContext, sections: readonly Section[]): Promise<EditionFileSource[]> {
    const ids = sections.flatMap(({ attachments }) => attachments.map(({ fileId }) => fileId));
    if (ids.length === 0) return [];
    const rows: { id: string; bytes: string; width: number | null; height: number | null }[] = await ctx.db.query(
      'select id, bytes, width, height from files where id = any($1)',
      [ids],
    );
    return rows.map(({ id, bytes, width, height }) => ({ fileId: id, bytes: Number(bytes), width, height }));
  }

  private async corrected(ctx: RequestContext, bulletin: BulletinEntity): Promise<Edition['corrects']> {
    if (!bulletin.correctsId) return null;
    const original = await ctx.db.findOneByOrFail(BulletinEntity, { id: bulletin.correctsId });
    return {
      bulletinId: original.id,
      number: original.number ?? '',
      slug: original.slug ?? '',
      note: bulletin.correctionNote ?? '',
    };
  }
}
