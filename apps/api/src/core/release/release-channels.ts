import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../context';

/** An item that is being released in this transaction. */
export interface Release {
  readonly itemId: string;
  readonly editionId: string;
  readonly leadOfficeId: string;
  /** The item that this one corrects. */
  readonly correctsId: string | null;
}

/** A way out that has something to do in the very commit of a release or withdrawal, such as planning its mails. */
export interface ReleaseChannel {
  onRelease(ctx: RequestContext, release: Release): Promise<void>;
  onWithdrawal(ctx: RequestContext, itemId: string): Promise<void>;
}

/** The ways out by name. Modules register theirs; whoever releases knows none of them. */
@Injectable()
export class ReleaseChannels {
  private readonly channels: ReleaseChannel[] = [];

  register(channel: ReleaseChannel): void {
    this.channels.push(channel);
  }

  async release(ctx: RequestContext, release: Release): Promise<void> {
    for (const channel of this.channels) await channel.onRelease(ctx, release);
  }

  async withdraw(ctx: RequestContext, itemId: string): Promise<void> {
    for (const channel of this.channels) await channel.onWithdrawal(ctx, itemId);
  }
}
