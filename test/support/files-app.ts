import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Global, Module, type DynamicModule, type MiddlewareConsumer, type NestModule } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { Test } from '@nestjs/testing';
import helmet from 'helmet';
import { DataSource, EntityManager } from 'typeorm';
import { newId } from '@domain/ids';
import { Env } from '../../apps/api/src/config/env';
import { Clock, DatabaseClock } from '../../apps/api/src/core/clock';
import { ContextMiddleware } from '../../apps/api/src/core/context.middleware';
import { FilesModule } from '../../apps/api/src/core/files/files.module';
import { HttpErrorsFilter } from '../../apps/api/src/core/http-errors.filter';
import { Jobs } from '../../apps/api/src/core/jobs/jobs.service';
import { Ledger } from '../../apps/api/src/core/ledger/ledger.service';
import { Logger } from '../../apps/api/src/core/logger';
import { RequestContexts } from '../../apps/api/src/core/request-contexts';
import { SessionGuard } from '../../apps/api/src/core/session.guard';
import { Transactions } from '../../apps/api/src/core/transactions';
import { SameSiteGuard } from '../../apps/api/src/identity/same-site.guard';
import { hashSecret, newSecret } from '../../apps/api/src/identity/secrets';
import { SessionContexts } from '../../apps/api/src/identity/session-contexts.service';
import { SessionEntity } from '../../apps/api/src/identity/session.entity';
import type { TestDatabase } from './database';

/** What the files stand on in the core; GraphQL and its subscriptions are left out. */
@Global()
@Module({})
class FrameModule implements NestModule {
  static on(database: TestDatabase, env: Env): DynamicModule {
    const { url, dataSource } = database;
    const logger = new Logger('silent');
    const clock = new DatabaseClock(dataSource);
    const jobOptions = { databaseUrl: url, isWorker: false, isUpkept: false, concurrency: 1 };
    return {
      module: FrameModule,
      providers: [
        { provide: Env, useValue: env },
        { provide: Logger, useValue: logger },
        { provide: DataSource, useValue: dataSource },
        { provide: EntityManager, useValue: dataSource.manager },
        { provide: Clock, useValue: clock },
        { provide: Jobs, useValue: new Jobs(dataSource, clock, logger, jobOptions) },
        { provide: RequestContexts, useClass: SessionContexts },
        { provide: APP_GUARD, useClass: SessionGuard },
        { provide: APP_GUARD, useClass: SameSiteGuard },
        Ledger,
        Transactions,
      ],
      exports: [Env, EntityManager, Ledger, RequestContexts, Transactions],
    };
  }

  configure(consumer: MiddlewareConsumer): void {
    consumer.apply(ContextMiddleware).forRoutes('{*path}');
  }
}

export interface FilesApp {
  readonly app: NestExpressApplication;
  /** The folder in which the bytes lie. */
  readonly folder: string;
  close(): Promise<void>;
}

/** The core with its files over HTTP on a database and a folder of its own; sessions are real, sign-in is left out. */
export async function createFilesApp(database: TestDatabase): Promise<FilesApp> {
  const folder = await mkdtemp(join(tmpdir(), 'files-app-'));
  const env = Object.assign(new Env(), {
    NODE_ENV: 'test' as const,
    BASE_URL: 'http://localhost:4000',
    DATA_DIR: folder,
    FILES_URL: pathToFileURL(join(folder, 'files')).href,
    SESSION_SECRET: 'yalnız denemelerde kullanılan bir anahtar',
  });
  const module = await Test.createTestingModule({ imports: [FrameModule.on(database, env), FilesModule] }).compile();
  const app = module.createNestApplication<NestExpressApplication>({ logger: false });
  app.use(helmet());
  app.useGlobalFilters(new HttpErrorsFilter(app.get(Logger, { strict: false })));
  await app.init();
  return {
    app,
    folder: join(folder, 'files'),
    close: async () => {
      await app.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** The Cookie header of somebody signed in, acting for the office. */
export async function sessionCookie(database: TestDatabase, userId: string, officeId: string | null): Promise<string> {
  const secret = newSecret('ts_s');
  const now = new Date();
  await database.dataSource.manager.save(
    Object.assign(new SessionEntity(), {
      id: newId(now),
      tokenHash: hashSecret(secret),
      userId,
      officeId,
      createdAt: now,
      lastSeenAt: now,
      expiresAt: new Date(now.getTime() + 3_600_000),
      ip: '127.0.0.1',
      userAgent: 'test',
      revokedAt: null,
    }),
  );
  return `tekses=${secret}`;
}
