import { Global, Module, type DynamicModule, type Provider } from '@nestjs/common';
import { APP_GUARD, APP_INTERCEPTOR, APP_PIPE } from '@nestjs/core';
import { DataSource, EntityManager } from 'typeorm';
import { Clock, DatabaseClock } from './clock';
import { Env } from '../config/env';
import { createDataSource } from './database/data-source';
import { DataSourceCloser } from './database/data-source-closer';
import { MutationErrorsInterceptor } from './graphql/mutation-errors.interceptor';
import { validationPipe } from './graphql/validation';
import { HealthController } from './health.controller';
import { Jobs } from './jobs/jobs.service';
import { Ticker } from './jobs/ticker.service';
import { Ledger } from './ledger/ledger.service';
import { Links } from './links/links.service';
import { Logger } from './logger';
import { PostgresPubSub } from './pubsub/pubsub.service';
import { SessionGuard } from './session.guard';
import { Signoffs } from './signoff/signoffs.service';
import { Holds } from './release/holds.service';
import { ReleaseChannels } from './release/release-channels';
import { SocketDoors } from './socket-doors';
import { Transactions } from './transactions';

export interface ProcessOptions {
  readonly env: Env;
  readonly databaseUrl: string;
  /** Whether jobs and ticks run here. */
  readonly isWorker: boolean;
  /** false in tests: jobs run when the test says so. */
  readonly isUpkept: boolean;
}

function providers({ env, databaseUrl, isWorker, isUpkept }: ProcessOptions): Provider[] {
  return [
    { provide: Env, useValue: env },
    { provide: Logger, useFactory: () => new Logger(env.LOG_LEVEL) },
    { provide: DataSource, useFactory: () => createDataSource(databaseUrl).initialize() },
    { provide: EntityManager, useFactory: (source: DataSource) => source.manager, inject: [DataSource] },
    { provide: Clock, useFactory: (source: DataSource) => new DatabaseClock(source), inject: [DataSource] },
    {
      provide: Jobs,
      useFactory: (source: DataSource, clock: Clock, logger: Logger) =>
        new Jobs(source, clock, logger, { databaseUrl, isWorker, isUpkept, concurrency: env.WORKER_CONCURRENCY }),
      inject: [DataSource, Clock, Logger],
    },
    {
      provide: Ticker,
      useFactory: (source: DataSource, clock: Clock, logger: Logger) =>
        new Ticker(source, clock, logger, isWorker && isUpkept),
      inject: [DataSource, Clock, Logger],
    },
    {
      provide: PostgresPubSub,
      useFactory: (db: EntityManager, logger: Logger) => new PostgresPubSub(databaseUrl, db, logger),
      inject: [EntityManager, Logger],
    },
    Transactions,
    Ledger,
    Links,
    Signoffs,
    Holds,
    ReleaseChannels,
    SocketDoors,
    DataSourceCloser,
    { provide: APP_GUARD, useClass: SessionGuard },
    { provide: APP_INTERCEPTOR, useClass: MutationErrorsInterceptor },
    { provide: APP_PIPE, useFactory: validationPipe },
  ];
}

/** The frame that every module stands on. No feature words in here. */
@Global()
@Module({})
export class CoreModule {
  static forProcess(options: ProcessOptions): DynamicModule {
    return {
      module: CoreModule,
      controllers: [HealthController],
      providers: providers(options),
      exports: [
        Env,
        Logger,
        DataSource,
        EntityManager,
        Clock,
        Jobs,
        Ticker,
        PostgresPubSub,
        Transactions,
        Ledger,
        Links,
        Signoffs,
        Holds,
        ReleaseChannels,
        SocketDoors,
      ],
    };
  }
}
