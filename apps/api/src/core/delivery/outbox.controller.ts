import { join } from 'node:path';
import { Controller, Get, NotFoundException, Param, Res } from '@nestjs/common';
import type { Response } from 'express';
import { Env } from '../../config/env';
import { OUTBOX_CONTENT_POLICY, renderOutboxList, renderOutboxMail } from '../mail/outbox-page';
import { isOutboxName } from '../mail/outbox-mailer';
import { listOutbox, readOutboxMail } from '../mail/outbox-reader';
import { Public } from '../public.decorator';

/** In demo mode without a mail server: the mails that were written to the outbox folder, for looking at. */
@Public()
@Controller('giden-kutusu')
export class OutboxController {
  constructor(private readonly env: Env) {}

  @Get()
  async list(@Res() response: Response): Promise<void> {
    this.requireDemo();
    show(response, renderOutboxList(await listOutbox(this.folder)));
  }

  @Get(':name')
  async mail(@Param('name') name: string, @Res() response: Response): Promise<void> {
    this.requireDemo();
    if (!isOutboxName(name)) throw new NotFoundException();
    show(response, renderOutboxMail(await readOutboxMail(this.folder, name)));
  }

  private get folder(): string {
    return join(this.env.DATA_DIR, 'outbox');
  }

  private requireDemo(): void {
    if (!this.env.DEMO || this.env.SMTP_URL) throw new NotFoundException();
  }
}

function show(response: Response, html: string): void {
  response
    .set({ 'Content-Security-Policy': OUTBOX_CONTENT_POLICY, 'Cache-Control': 'no-store' })
    .type('html')
    .send(html);
}
