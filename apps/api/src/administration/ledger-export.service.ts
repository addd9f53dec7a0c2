import { Injectable } from '@nestjs/common';
import { stringify } from 'csv-stringify/sync';
import { DomainError, ErrorCode } from '@domain/errors';
import { newId } from '@domain/ids';
import { utcToLocal } from '@turkish/dates';
import type { RequestContext } from '../core/context';
import { guardCell } from '../core/files/csv-cell';
import { Ledger } from '../core/ledger/ledger.service';
import { Transactions } from '../core/transactions';
import { LedgerReading } from './ledger-reading.service';
import type { LedgerEntryType, LedgerFilterInput } from './ledger.type';

const pageSize = 500;

const headings = [
  'Sıra', 'Zaman', 'Kim', 'Ne', 'Yetki', 'Konu türü', 'Konu', 'Konu kimliği', 'Önce', 'Sonra', 'Ayrıntı', 'İstek',
  'Özet',
]; // prettier-ignore

/** Takes the ledger of an office out as a file; that it was taken out is an event itself. */
@Injectable()
export class LedgerExports {
  constructor(
    private readonly transactions: Transactions,
    private readonly ledger: Ledger,
    private readonly reading: LedgerReading,
  ) {}

  /**
   * The CSV of the office acted for, newest first, in pieces that are read when they are wanted: UTF-8 with byte order
   * mark, `;` between the cells, times in Istanbul. Refuses before the first piece: NOT_FOUND, FORBIDDEN.
   */
  async csv(ctx: RequestContext, filter: LedgerFilterInput): Promise<AsyncGenerator<string>> {
    const { officeId } = ctx.actor;
    if (!officeId) throw new DomainError(ErrorCode.FORBIDDEN);
    await this.reading.authorize(ctx, officeId);
    await this.transactions.run(ctx, (ctx) =>
      this.ledger.record(ctx, { name: 'ledger.exported', subjectType: 'ledgerExport', subjectId: newId(ctx.now) }),
    );
    return this.pieces(ctx, officeId, filter);
  }

  private async *pieces(ctx: RequestContext, officeId: string, filter: LedgerFilterInput): AsyncGenerator<string> {
    yield `\ufeff${rowsOf([headings])}`;
    let before: string | null = null;
    for (;;) {
      const entries: LedgerEntryType[] = await this.reading.read(ctx, officeId, filter, before, pageSize);
      if (entries.length > 0) yield rowsOf(entries.map(cellsOf));
      before = entries.at(-1)?.position ?? null;
      if (entries.length < pageSize || before === null) return;
    }
  }
}

function rowsOf(rows: readonly (readonly string[])[]): string {
  const cells = rows.map((row) => row.map(guardCell));
  return stringify(cells, { delimiter: ';', quoted: true, record_delimiter: 'windows' });
}

function cellsOf(entry: LedgerEntryType): string[] {
  const facts = entry.facts.map(({ name, value }) => `${name}=${value}`).join(' ');
  return [
    entry.position,
    utcToLocal(entry.at),
    entry.actor?.name ?? '',
    entry.name,
    entry.authority ?? '',
    entry.subjectType,
    entry.subjectLabel ?? '',
    entry.subjectId,
    entry.from ?? '',
    entry.to ?? '',
    facts,
    entry.requestId,
    entry.hash,
  ];
}
