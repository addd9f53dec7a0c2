import type { Type } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { NextFunction, Request, Response } from 'express';
import type { EntityManager } from 'typeorm';
import { anonymous } from '@domain/identity/actor';
import { Env } from '../../apps/api/src/config/env';
import { RequestContext, type RequestWithContext } from '../../apps/api/src/core/context';
import { HttpErrorsFilter } from '../../apps/api/src/core/http-errors.filter';
import { Logger } from '../../apps/api/src/core/logger';
import { NewsroomController } from '../../apps/api/src/newsroom/newsroom.controller';
import { NewsroomFeedsController } from '../../apps/api/src/newsroom/newsroom-feeds.controller';
import { NewsroomFrames } from '../../apps/api/src/newsroom/newsroom-frames';
import { NewsroomNotFoundFilter } from '../../apps/api/src/newsroom/newsroom-not-found.filter';
import { PublishedEditions } from '../../apps/api/src/newsroom/published-editions';

export const NEWSROOM_ORIGIN = 'https://basin.balikesir.example';

/** The newsroom over HTTP on the given editions, before other controllers and without the rest of the application. */
export async function createNewsroomApp(
  editions: PublishedEditions,
  others: readonly Type[] = [],
  baseUrl = NEWSROOM_ORIGIN,
): Promise<NestExpressApplication> {
  const logger = new Logger('silent');
  const module = await Test.createTestingModule({
    controllers: [NewsroomFeedsController, NewsroomController, ...others],
    providers: [
      NewsroomFrames,
      NewsroomNotFoundFilter,
      { provide: PublishedEditions, useValue: editions },
      { provide: Env, useValue: { BASE_URL: baseUrl } },
      { provide: Logger, useValue: logger },
    ],
  }).compile();
  const app = module.createNestApplication<NestExpressApplication>({ logger: false });
  app.use((request: Request, _response: Response, next: NextFunction) => {
    const now = new Date('2026-11-25T06:00:00Z');
    (request as RequestWithContext).ctx = new RequestContext(anonymous, now, {} as EntityManager, 'test');
    next();
  });
  app.useGlobalFilters(new HttpErrorsFilter(logger), app.get(NewsroomNotFoundFilter));
  return app.init();
}
