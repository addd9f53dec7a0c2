import { Injectable } from '@nestjs/common';
import { newId } from '@domain/ids';
import { OutletScope, OutletType, type LegalBasis } from '@domain/media/media';
import { mayAddMedia } from '@domain/media/media.policy';
import { authorize } from '@domain/policy';
import { fold } from '@turkish/fold';
import type { RequestContext } from '../core/context';
import { Ledger } from '../core/ledger/ledger.service';
import { Transactions } from '../core/transactions';
import { readContactCsv, type ContactSheet } from './contact-csv';
import { addressesOf, judgeLines, LineStatus, type JudgedLine } from './contact-lines';
import { MediaContactEntity } from './media-contact.entity';
import { MediaContacts } from './media-contacts.service';
import { MediaImportEntity } from './media-import.entity';
import { insertMembers } from './media-lists.service';
import { lockList, ownOfficeId } from './media-loading';
import { MediaOutlets } from './media-outlets.service';

export interface ImportOrder {
  readonly csv: Buffer;
  /** What the person who imports declares about the right to keep these addresses. */
  readonly consentStatement: string;
  readonly legalBasis: LegalBasis;
  readonly source: string;
  readonly noticeGivenOn?: string | null;
  readonly listId?: string | null;
}

export interface ImportReport {
  readonly importId: string | null;
  readonly sheet: ContactSheet;
  readonly lines: readonly JudgedLine[];
}

const batchSize = 500;

/** Takes contacts in from a file: first looked at, then with a declaration brought in. */
@Injectable()
export class MediaImports {
  constructor(
    private readonly transactions: Transactions,
    private readonly ledger: Ledger,
    private readonly outlets: MediaOutlets,
    private readonly contacts: MediaContacts,
  ) {}

  /** What would become of each line; changes nothing. Refuses: FORBIDDEN, INVALID, TOO_MANY. */
  async preview(ctx: RequestContext, csv: Buffer): Promise<ImportReport> {
    authorize(mayAddMedia(ctx.actor), []);
    return this.judge(ctx, ownOfficeId(ctx), csv);
  }

  /**
   * Brings in the lines that are fine, with outlets that the guide does not have yet; known addresses stay as they are
   * and are only put on the list. Keeps the declaration. Refuses: FORBIDDEN, INVALID, TOO_MANY, NOT_FOUND (the list).
   */
  run(ctx: RequestContext, order: ImportOrder): Promise<ImportReport> {
    return this.transactions.run(ctx, async (ctx) => {
      authorize(mayAddMedia(ctx.actor), []);
      const officeId = ownOfficeId(ctx);
      const list = order.listId ? await lockList(ctx, order.listId) : null;
      const report = await this.judge(ctx, officeId, order.csv);
      const importId = await this.keepDeclaration(ctx, officeId, order, report.lines);
      await this.insert(ctx, officeId, order, importId, withStatus(report.lines, LineStatus.OK));
      if (list) await putOnList(ctx, officeId, list.id, report.lines);
      await this.record(ctx, importId, report.lines);
      return { ...report, importId };
    });
  }

  private async judge(ctx: RequestContext, officeId: string, csv: Buffer): Promise<ImportReport> {
    const sheet = readContactCsv(csv);
    const facts: { addresses: string[]; districts: { code: string; name: string }[] }[] = await ctx.db.query(
      `select coalesce((select array_agg(email) from media_contacts where office_id = $1 and email = any($2)), '{}') as addresses,
         (select json_agg(json_build_object('code', code, 'name', name)) from districts) as districts`,
      [officeId, addressesOf(sheet)],
    );
    const districts = (facts[0]?.districts ?? []).flatMap(({ code, name }): [string, string][] => [
      [fold(name), code],
      [code, code],
    ]);
    const known = { addresses: new Set(facts[0]?.addresses ?? []), districts: new Map(districts) };
    return { importId: null, sheet, lines: judgeLines(sheet, known) };
  }

  private async keepDeclaration(
    ctx: RequestContext,
    officeId: string,
    { consentStatement, legalBasis, source }: ImportOrder,
    lines: readonly JudgedLine[],
  ): Promise<string> {
    const id = newId(ctx.now);
    await ctx.db.insert(MediaImportEntity, {
      id,
      officeId,
      importedById: ctx.actor.userId ?? '',
      importedAt: ctx.now,
      consentStatement: consentStatement.trim(),
      legalBasis,
      source: source.trim(),
      createdCount: withStatus(lines, LineStatus.OK).length,
      duplicateCount: withStatus(lines, LineStatus.DUPLICATE).length,
      errorCount: withStatus(lines, LineStatus.ERROR).length,
    });
    return id;
  }

  private async insert(
    ctx: RequestContext,
    officeId: string,
    order: ImportOrder,
    importId: string,
    lines: readonly JudgedLine[],
  ): Promise<void> {
    const outletIds = await this.outletIds(ctx, officeId, lines);
    const contacts = lines.map(({ email, name, outletName, values }) => {
      const contact = this.contacts.build(ctx, officeId, {
        email: email ?? '',
        name,
        unit: values.unit,
        phone: values.phone,
        outletId: outletName === null ? null : (outletIds.get(fold(outletName)) ?? null),
        legalBasis: values.legalBasis ?? order.legalBasis,
        source: values.source ?? order.source.trim(),
        noticeGivenOn: values.noticeGivenOn ?? order.noticeGivenOn ?? null,
        notes: values.notes ?? '',
      });
      return Object.assign(contact, { importId });
    });
    for (let start = 0; start < contacts.length; start += batchSize) {
      await ctx.db.insert(MediaContactEntity, contacts.slice(start, start + batchSize));
    }
  }

  /** Ids by folded name; outlets that the guide does not have are added as the first line that names them says. */
  private async outletIds(
    ctx: RequestContext,
    officeId: string,
    lines: readonly JudgedLine[],
  ): Promise<ReadonlyMap<string, string>> {
    const first = new Map<string, JudgedLine>();
    for (const line of lines) {
      const key = fold(line.outletName ?? '');
      if (key !== '' && !first.has(key)) first.set(key, line);
    }
    const rows: { id: string; key: string }[] = await ctx.db.query(
      'select id, tr_fold(name) as key from media_outlets where office_id = $1 and tr_fold(name) = any($2)',
      [officeId, [...first.keys()]],
    );
    const ids = new Map(rows.map(({ key, id }) => [key, id]));
    for (const [key, { outletName, values }] of first) {
      if (ids.has(key)) continue;
      const added = await this.outlets.add(ctx, officeId, {
        name: outletName ?? '',
        type: values.type ?? OutletType.WEB,
        scope: values.districtCodes.length > 0 ? OutletScope.DISTRICT : OutletScope.PROVINCE,
        districtCodes: values.districtCodes,
      });
      ids.set(key, added.id);
    }
    return ids;
  }

  private record(ctx: RequestContext, importId: string, lines: readonly JudgedLine[]): Promise<void> {
    return this.ledger.record(ctx, {
      name: 'mediaContacts.imported',
      subjectType: 'mediaImport',
      subjectId: importId,
      data: {
        created: withStatus(lines, LineStatus.OK).length,
        duplicates: withStatus(lines, LineStatus.DUPLICATE).length,
        errors: withStatus(lines, LineStatus.ERROR).length,
      },
    });
  }
}

function withStatus(lines: readonly JudgedLine[], status: LineStatus): JudgedLine[] {
  return lines.filter((line) => line.status === status);
}

async function putOnList(
  ctx: RequestContext,
  officeId: string,
  listId: string,
  lines: readonly JudgedLine[],
): Promise<void> {
  const emails = lines.filter(({ status }) => status !== LineStatus.ERROR).map(({ email }) => email);
  const rows: { id: string }[] = await ctx.db.query(
    'select id from media_contacts where office_id = $1 and email = any($2)',
    [officeId, emails],
  );
  await insertMembers(
    ctx,
    listId,
    rows.map(({ id }) => id),
  );
}
