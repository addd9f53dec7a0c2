import { Injectable } from '@nestjs/common';
import { newId } from '@domain/ids';
import type { LegalBasis, OutletType } from '@domain/media/media';
import { mayExportMedia } from '@domain/media/media.policy';
import { authorize } from '@domain/policy';
import type { RequestContext } from '../core/context';
import { Ledger } from '../core/ledger/ledger.service';
import { Transactions } from '../core/transactions';
import { ContactColumn, LEGAL_BASIS_LABELS, TYPE_LABELS } from './contact-columns';
import { writeContactCsv, type ContactCells } from './contact-csv';
import { ownOfficeId } from './media-loading';

interface ExportRow {
  readonly outlet: string | null;
  readonly type: OutletType | null;
  readonly districts: string | null;
  readonly name: string | null;
  readonly unit: string | null;
  readonly email: string;
  readonly phone: string | null;
  readonly legalBasis: LegalBasis;
  readonly source: string;
  readonly noticeGivenOn: string | null;
  readonly notes: string;
}

const exportSql = `
  select outlet.name as outlet, outlet.type, c.name, c.unit, c.email, c.phone, c.legal_basis as "legalBasis", c.source,
    c.notice_given_on::text as "noticeGivenOn", c.notes,
    (select string_agg(d.name, ', ' order by d.name collate "tr-x-icu") from districts d
      where d.code = any(outlet.district_codes)) as districts
  from media_contacts c left join media_outlets outlet on outlet.id = c.outlet_id
  where c.office_id = $1 and c.anonymised_at is null
  order by outlet.name collate "tr-x-icu" nulls last, c.email`;

/** Takes the own guide out as a file. What is only on loan stays where it is. */
@Injectable()
export class MediaExports {
  constructor(
    private readonly transactions: Transactions,
    private readonly ledger: Ledger,
  ) {}

  /** The contacts of the office acted for as CSV; each export is on record. Refuses: FORBIDDEN. */
  csv(ctx: RequestContext): Promise<string> {
    return this.transactions.run(ctx, async (ctx) => {
      authorize(mayExportMedia(ctx.actor), []);
      const rows: ExportRow[] = await ctx.db.query(exportSql, [ownOfficeId(ctx)]);
      await this.ledger.record(ctx, {
        name: 'mediaContacts.exported',
        subjectType: 'mediaExport',
        subjectId: newId(ctx.now),
        data: { count: rows.length },
      });
      return writeContactCsv(rows.map(toCells));
    });
  }
}

function toCells(row: ExportRow): ContactCells {
  return {
    [ContactColumn.OUTLET]: row.outlet ?? '',
    [ContactColumn.TYPE]: row.type ? TYPE_LABELS[row.type] : '',
    [ContactColumn.DISTRICTS]: row.districts ?? '',
    [ContactColumn.NAME]: row.name ?? '',
    [ContactColumn.UNIT]: row.unit ?? '',
    [ContactColumn.EMAIL]: row.email,
    [ContactColumn.PHONE]: row.phone ?? '',
    [ContactColumn.LEGAL_BASIS]: LEGAL_BASIS_LABELS[row.legalBasis],
    [ContactColumn.SOURCE]: row.source,
    [ContactColumn.NOTICE_GIVEN_ON]: row.noticeGivenOn ?? '',
    [ContactColumn.NOTES]: row.notes,
  };
}
