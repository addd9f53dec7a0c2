import { Controller, Get, Header, Res } from '@nestjs/common';
import type { Response } from 'express';
import { EntityManager } from 'typeorm';
import { Public } from './public.decorator';

/** For load balancers and supervisors; tells nothing but whether. */
@Public()
@Controller()
export class HealthController {
  constructor(private readonly db: EntityManager) {}

  /** The process is alive. */
  @Get('healthz')
  @Header('Cache-Control', 'no-store')
  alive(): { status: 'ok' } {
    return { status: 'ok' };
  }

  /** The process can serve: the database answers within two seconds. 503 when it does not. */
  @Get('readyz')
  @Header('Cache-Control', 'no-store')
  async ready(@Res() response: Response): Promise<void> {
    const timeout = new Promise<false>((resolve) => setTimeout(() => resolve(false), 2_000).unref());
    const answer = this.db.query('select 1').then(
      () => true,
      () => false,
    );
    const isReady = await Promise.race([answer, timeout]);
    response.status(isReady ? 200 : 503).json({ status: isReady ? 'ok' : 'unavailable' });
  }
}
