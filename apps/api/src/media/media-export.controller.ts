import { Controller, Get, Res } from '@nestjs/common';
import type { Response } from 'express';
import { Ctx, type RequestContext } from '../core/context';
import { MediaExports } from './media-exports.service';

@Controller('media')
export class MediaExportController {
  constructor(private readonly exports: MediaExports) {}

  /** The own guide as a CSV file: UTF-8 with byte order mark, `;` between the columns. */
  @Get('contacts.csv')
  async contacts(@Ctx() ctx: RequestContext, @Res() response: Response): Promise<void> {
    const csv = await this.exports.csv(ctx);
    response.set({
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': 'attachment; filename="basin-rehberi.csv"',
      'Cache-Control': 'no-store',
      'X-Content-Type-Options': 'nosniff',
    });
    response.send(csv);
  }
}
