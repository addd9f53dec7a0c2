import { Controller, Get, NotFoundException, Param, Res } from '@nestjs/common';
import type { Response } from 'express';
import { Ctx, RequestContext } from '../core/context';
import { Public } from '../core/public.decorator';
import { CalendarFeeds } from './calendar-feeds.service';

/** What calendar programs read: the address itself is the secret. A wrong, revoked or lost one is not found. */
@Public()
@Controller('takvim-akisi')
export class CalendarFeedsController {
  constructor(private readonly feeds: CalendarFeeds) {}

  @Get(':file')
  async read(@Ctx() ctx: RequestContext, @Param('file') file: string, @Res() response: Response): Promise<void> {
    const secret = /^(ts_c_[\w-]{43})\.ics$/.exec(file)?.[1];
    const text = secret === undefined ? null : await this.feeds.read(ctx, secret);
    if (text === null) throw new NotFoundException();
    response.set({
      'Content-Type': 'text/calendar; charset=utf-8',
      'Content-Disposition': 'inline; filename="tekses.ics"',
      'Cache-Control': 'private, no-cache',
      'X-Robots-Tag': 'noindex',
    });
    response.send(text); // Express adds an ETag over the body and answers 304 (RFC 9110 §13)
  }
}
