import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { json } from 'express';
import helmet from 'helmet';
import { AppModule } from './app.module';
import type { Env } from './config/env';
import type { ProcessOptions } from './core/core.module';
import { HttpErrorsFilter } from './core/http-errors.filter';
import { Logger } from './core/logger';
import { NewsroomNotFoundFilter } from './newsroom/newsroom-not-found.filter';
import { serveWebApp } from './web/web-app';

const maxBodyBytes = 1024 * 1024;
const oneYearSeconds = 31_536_000;

/** Makes the application with everything that HTTP needs; it does not listen yet. */
export async function createApplication(options: ProcessOptions): Promise<NestExpressApplication> {
  const app = await NestFactory.create<NestExpressApplication>(AppModule.forProcess(options), {
    logger: new Logger(options.env.LOG_LEVEL === 'debug' ? 'debug' : 'warn'),
    bodyParser: false,
    abortOnError: false,
  });
  configureHttp(app, options.env);
  return app;
}

/** Headers, limits and the shape of errors: the same in production and in tests. */
export function configureHttp(app: NestExpressApplication, env: Env): void {
  const isHttps = env.BASE_URL.startsWith('https:');
  app.set('trust proxy', env.TRUST_PROXY);
  app.disable('x-powered-by');
  app.use(
    helmet({
      contentSecurityPolicy: { useDefaults: false, directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] } },
      referrerPolicy: { policy: 'no-referrer' },
      strictTransportSecurity: isHttps ? { maxAge: oneYearSeconds, includeSubDomains: true } : false,
    }),
  );
  serveWebApp(app);
  app.use(json({ limit: maxBodyBytes }));
  app.useGlobalFilters(new HttpErrorsFilter(app.get(Logger)), app.get(NewsroomNotFoundFilter));
}
