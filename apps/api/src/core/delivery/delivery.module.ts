import { Global, Injectable, Module, type BeforeApplicationShutdown } from '@nestjs/common';
import { join } from 'node:path';
import { Env } from '../../config/env';
import { Clock } from '../clock';
import { Ticker } from '../jobs/ticker.service';
import { Logger } from '../logger';
import { createMailer } from '../mail/create-mailer';
import { Mailer } from '../mail/mailer';
import { RateLimit } from '../mail/rate-limit';
import { Transactions } from '../transactions';
import { Deliveries } from './deliveries.service';
import { DeliveryDispatcher } from './delivery-dispatcher.service';
import { DeliverySources } from './delivery-sources';
import { Mails } from './mails.service';
import { OutboxController } from './outbox.controller';

const parallelMails = 5;

/** Gives the connections up once the ticks have finished what they were sending. */
@Injectable()
class MailerCloser implements BeforeApplicationShutdown {
  constructor(private readonly mailer: Mailer) {}

  beforeApplicationShutdown(): Promise<void> {
    return this.mailer.close();
  }
}

/** Mail going out: planned in the commit that wants it, sent by the workers. */
@Global()
@Module({
  controllers: [OutboxController],
  providers: [
    {
      provide: Mailer,
      useFactory: (env: Env) =>
        createMailer({
          ...(env.SMTP_URL ? { smtpUrl: env.SMTP_URL } : {}),
          outboxDir: join(env.DATA_DIR, 'outbox'),
          maxConnections: parallelMails,
        }),
      inject: [Env],
    },
    {
      provide: DeliveryDispatcher,
      useFactory: (
        env: Env,
        ticker: Ticker,
        transactions: Transactions,
        clock: Clock,
        sources: DeliverySources,
        mailer: Mailer,
        logger: Logger,
      ) =>
        new DeliveryDispatcher(
          ticker,
          transactions,
          clock,
          sources,
          mailer,
          new RateLimit({ perSecond: env.MAIL_RATE_PER_SECOND, burst: env.MAIL_RATE_PER_SECOND }),
          logger,
          parallelMails,
        ),
      inject: [Env, Ticker, Transactions, Clock, DeliverySources, Mailer, Logger],
    },
    MailerCloser,
    Deliveries,
    DeliverySources,
    Mails,
  ],
  exports: [Deliveries, DeliverySources, DeliveryDispatcher, Mails, Mailer],
})
export class DeliveryModule {}
