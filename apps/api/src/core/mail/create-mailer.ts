import type { Mailer } from './mailer';
import { OutboxMailer } from './outbox-mailer';
import { SmtpMailer } from './smtp-mailer';

export interface MailerOptions {
  /** SMTP_URL; unset or empty: mails are written into the outbox folder instead. */
  readonly smtpUrl?: string;
  /** `<DATA_DIR>/outbox`, made at the first mail. */
  readonly outboxDir: string;
  /** SMTP connections at most. */
  readonly maxConnections: number;
}

/** The way out that the settings name. Throws one sentence without secrets when SMTP_URL cannot be one. */
export function createMailer(options: MailerOptions): Mailer {
  if (options.smtpUrl === undefined || options.smtpUrl.trim() === '') return new OutboxMailer(options.outboxDir);
  return new SmtpMailer({ smtpUrl: options.smtpUrl.trim(), maxConnections: options.maxConnections });
}
