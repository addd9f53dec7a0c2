import { createServer } from 'node:net';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { loadEnv, type Env } from './config/env';
import { StartupError } from './config/startup-error';
import { openDatabase, type OpenDatabase } from './core/database/open-database';
import { Logger } from './core/logger';

const shutdownSignals = ['SIGINT', 'SIGTERM'] as const;

/**
 * Runs one process of the product until a signal ends it: `isHttp` serves (and runs jobs too unless WORKER=apart),
 * else it only runs jobs. Anything that stops the start and that a person can mend is one clear sentence, exit code 1.
 */
export async function runProcess({ isHttp }: { readonly isHttp: boolean }): Promise<void> {
  try {
    await start(isHttp);
  } catch (error) {
    if (!(error instanceof StartupError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  }
}

/** Reads the product itself, most of a second start; the database server comes up meanwhile. */
async function loadProduct() {
  const [application, migration, content] = await Promise.all([
    import('./application.js'),
    import('./core/database/migrate.js'),
    import('./seed/prepare.js'),
  ]);
  return { ...application, ...migration, ...content };
}

async function start(isHttp: boolean): Promise<void> {
  const env = loadEnv();
  if (isHttp) await expectFreePort(env.PORT);
  const say = (line: string) => process.stdout.write(`${line}\n`);
  const database = await openDatabase(env, say, () => void loadProduct());
  const logger = new Logger(env.LOG_LEVEL);
  try {
    const { createApplication, migrate, prepareContent, welcome } = await loadProduct();
    const isWorker = !isHttp || env.WORKER === 'in-process';
    const building = createApplication({ env, databaseUrl: database.url, isWorker, isUpkept: true });
    building.catch(() => undefined); // what stops the migration stops it too, and says it better
    await migrate(database.url); // building waits for nothing in the tables
    const app = await building;
    await app.init(); // the demo content needs the tables of the jobs
    await prepareContent(app);
    if (isHttp) await listen(app, env);
    closeOnSignal(app, database, logger);
    if (isHttp) process.stdout.write(`${welcome(app)}\n`);
  } catch (error) {
    await database.stop();
    throw error;
  }
}

async function listen(app: NestExpressApplication, env: Env): Promise<void> {
  await app.listen(env.PORT).catch((cause: unknown) => {
    throw portRefusal(env.PORT, cause);
  });
}

/** Refuses a port that cannot be had before anything else is started; the server itself may still lose the race. */
async function expectFreePort(port: number): Promise<void> {
  const trial = createServer();
  await new Promise<void>((resolve, reject) => trial.once('error', reject).listen(port, resolve)).catch(
    (cause: unknown) => {
      throw portRefusal(port, cause);
    },
  );
  await new Promise((resolve) => trial.close(resolve));
}

function portRefusal(port: number, cause: unknown): unknown {
  const reasons: Readonly<Record<string, string>> = {
    EADDRINUSE: 'başka bir uygulama kullanıyor; onu kapatın ya da PORT ile başka bir numara verin',
    EACCES: 'bu kullanıcının açma izni yok; PORT ile 1024 ya da daha büyük bir numara verin',
  };
  const reason = reasons[(cause as NodeJS.ErrnoException).code ?? ''];
  return reason ? new StartupError(`${port} numaralı bağlantı noktası açılamadı: ${reason}.`, { cause }) : cause;
}

/** Finishes running requests and jobs, then lets the database go. A second signal ends at once. */
function closeOnSignal(app: NestExpressApplication, database: OpenDatabase, logger: Logger): void {
  let isClosing = false;
  for (const signal of shutdownSignals) {
    process.on(signal, () => {
      if (isClosing) process.exit(1);
      isClosing = true;
      app
        .close()
        .then(() => database.stop())
        .then(
          () => process.exit(0),
          (error: unknown) => {
            logger.error('shutdown failed', { reason: String(error) });
            process.exit(1);
          },
        );
    });
  }
}
