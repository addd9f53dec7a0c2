import { Injectable, type LoggerService } from '@nestjs/common';
import pino, { type Logger as Pino } from 'pino';

type Facts = Readonly<Record<string, unknown>>;

/** Values under these names never reach a log line, wherever they stand. */
const secretPaths = ['password', 'token', 'secret', 'cookie', 'authorization', 'email', 'phone'].flatMap((name) => [
  name,
  `*.${name}`,
]);

/** JSON lines on standard output: one line per entry, ids in place of people, no secrets. */
@Injectable()
export class Logger implements LoggerService {
  private readonly pino: Pino;

  constructor(level: string) {
    this.pino = pino({ level, base: undefined, redact: { paths: secretPaths, censor: '…' } });
  }

  debug(message: string, facts: Facts | string = {}): void {
    this.pino.debug(shape(facts), message);
  }

  log(message: string, facts: Facts | string = {}): void {
    this.pino.info(shape(facts), message);
  }

  warn(message: string, facts: Facts | string = {}): void {
    this.pino.warn(shape(facts), message);
  }

  /** A surprise: logged once, with its cause and the request it broke. */
  error(message: string, facts: Facts | string = {}): void {
    this.pino.error(shape(facts), message);
  }
}

/** Nest passes the name of the speaking class as a text; ours are records. */
function shape(facts: Facts | string): Facts {
  return typeof facts === 'string' ? { in: facts } : facts;
}
