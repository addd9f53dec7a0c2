import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { Test } from '@nestjs/testing';
import request from 'supertest';
import type TestAgent from 'supertest/lib/agent';
import type { DataSource } from 'typeorm';
import { newId } from '@domain/ids';
import { systemActor } from '@domain/identity/actor';
import { AppModule } from '../../apps/api/src/app.module';
import { configureHttp } from '../../apps/api/src/application';
import { loadEnv } from '../../apps/api/src/config/env';
import { Clock } from '../../apps/api/src/core/clock';
import { RequestContext } from '../../apps/api/src/core/context';
import { Jobs } from '../../apps/api/src/core/jobs/jobs.service';
import { hashSecret, newSecret } from '../../apps/api/src/identity/secrets';
import { SessionEntity } from '../../apps/api/src/identity/session.entity';
import { TestClock } from './clock';
import { testDatabase } from './database';

/** Somebody signed in, by the cookie of the session. */
export interface SignedIn {
  readonly userId: string;
  readonly officeId: string | null;
  readonly cookie: string;
}

export interface GraphqlAnswer<T> {
  readonly status: number;
  readonly data: T;
  readonly errors: readonly { message: string; path?: (string | number)[]; extensions: { code: string } }[];
}

export interface TestApp {
  readonly app: NestExpressApplication;
  readonly http: TestAgent;
  readonly clock: TestClock;
  readonly dataSource: DataSource;
  /** Where it listens, 'http://127.0.0.1:54321'. */
  readonly url: string;
  /** Folder of outbox and files. */
  readonly dataDir: string;
  /** A context of the system at the present instant. */
  system(): RequestContext;
  /** A session of this person, acting for this office. */
  signInAs(user: { readonly id: string }, officeId: string | null): Promise<SignedIn>;
  /** Runs one GraphQL operation over HTTP; without `as` as a visitor. */
  gql<T = Record<string, never>>(document: string, variables?: object, as?: SignedIn | null): Promise<GraphqlAnswer<T>>;
  /** Runs all jobs that are due. */
  runJobs(): Promise<number>;
  reset(): Promise<void>;
  close(): Promise<void>;
}

/** The whole application on a database of its own, listening on loopback; jobs and ticks run when a test says so. */
export async function startTestApp(settings: Readonly<Record<string, string>> = {}): Promise<TestApp> {
  const database = await testDatabase();
  const dataDir = mkdtempSync(join(tmpdir(), 'tekses-test-'));
  const env = loadEnv({
    NODE_ENV: 'test',
    DATA_DIR: dataDir,
    LOG_LEVEL: 'silent',
    DEMO: '0',
    SESSION_SECRET: 'test secret that is long enough for keys',
    BASE_URL: 'http://localhost:4000',
    ...settings,
  });
  const clock = new TestClock();
  const module = await Test.createTestingModule({
    imports: [AppModule.forProcess({ env, databaseUrl: database.url, isWorker: true, isUpkept: false })],
  })
    .overrideProvider(Clock)
    .useValue(clock)
    .compile();
  const app = module.createNestApplication<NestExpressApplication>({ bodyParser: false, logger: false });
  configureHttp(app, env);
  await app.listen(settings.PORT === undefined ? 0 : env.PORT, '127.0.0.1');
  const url = (await app.getUrl()).replace('[::1]', '127.0.0.1');
  const http = request(url);

  return {
    app,
    http,
    clock,
    dataSource: database.dataSource,
    url,
    dataDir,
    system: () => new RequestContext(systemActor, clock.now(), database.dataSource.manager, 'test-request'),
    signInAs: (user, officeId) => openSession(database.dataSource, clock, user.id, officeId),
    gql: async (document, variables = {}, as = null) => {
      const post = http.post('/graphql').send({ query: document, variables });
      const { status, body } = await (as ? post.set('Cookie', as.cookie) : post);
      return { status, data: body.data, errors: body.errors ?? [] };
    },
    runJobs: () => app.get(Jobs).runPending(),
    reset: async () => {
      clock.set('2026-04-23T09:00:00+03:00');
      await database.reset();
    },
    close: async () => {
      await app.close();
      await database.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

async function openSession(
  dataSource: DataSource,
  clock: TestClock,
  userId: string,
  officeId: string | null,
): Promise<SignedIn> {
  const secret = newSecret('ts_s');
  const now = clock.now();
  await dataSource.manager.insert(SessionEntity, {
    id: newId(now),
    tokenHash: hashSecret(secret),
    userId,
    officeId,
    createdAt: now,
    lastSeenAt: now,
    expiresAt: new Date(now.getTime() + 365 * 86_400_000),
    ip: '127.0.0.1',
    userAgent: 'test',
    revokedAt: null,
  });
  return { userId, officeId, cookie: `tekses=${secret}` };
}
