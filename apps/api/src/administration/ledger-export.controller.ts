import { pipeline } from 'node:stream/promises';
import { Readable } from 'node:stream';
import { Controller, Get, Query, Res } from '@nestjs/common';
import type { Response } from 'express';
import { DomainError, ErrorCode } from '@domain/errors';
import { Ctx, type RequestContext } from '../core/context';
import { LedgerExports } from './ledger-export.service';

@Controller()
export class LedgerExportController {
  constructor(private readonly exports: LedgerExports) {}

  /** The ledger of the office acted for; `bas` and `son` are instants (ISO 8601), the second not included. */
  @Get('denetim.csv')
  async csv(
    @Ctx() ctx: RequestContext,
    @Res() response: Response,
    @Query('bas') from: unknown,
    @Query('son') to: unknown,
  ): Promise<void> {
    const pieces = await this.exports.csv(ctx, { from: instantOf(from, 'bas'), to: instantOf(to, 'son') });
    response.set({
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': 'attachment; filename="denetim.csv"',
      'Cache-Control': 'no-store',
      'X-Content-Type-Options': 'nosniff',
    });
    await pipeline(Readable.from(pieces), response);
  }
}

function instantOf(text: unknown, name: string): Date | null {
  if (text === undefined || text === '') return null;
  const at = new Date(typeof text === 'string' ? text : Number.NaN);
  if (Number.isNaN(at.getTime())) throw new DomainError(ErrorCode.INVALID, { path: [name] });
  return at;
}
