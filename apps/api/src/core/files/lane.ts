import { DomainError, ErrorCode } from '@domain/errors';

const RETRY_AFTER_SECONDS = 15;

/** Lets one piece of work run at a time; the others wait in order of arrival, at most `longestQueue` of them. */
export class Lane {
  private isBusy = false;
  private readonly waiting: (() => void)[] = [];

  constructor(private readonly longestQueue: number) {}

  /** Runs the work when its turn comes. Refuses: TOO_MANY when the queue is full. */
  async run<T>(work: () => Promise<T>): Promise<T> {
    await this.turn();
    try {
      return await work();
    } finally {
      const next = this.waiting.shift();
      if (next) next();
      else this.isBusy = false;
    }
  }

  private async turn(): Promise<void> {
    if (!this.isBusy) {
      this.isBusy = true;
      return;
    }
    if (this.waiting.length >= this.longestQueue) {
      throw new DomainError(ErrorCode.TOO_MANY, { details: { retryAfterSeconds: RETRY_AFTER_SECONDS } });
    }
    await new Promise<void>((resolve) => {
      this.waiting.push(resolve);
    });
  }
}
