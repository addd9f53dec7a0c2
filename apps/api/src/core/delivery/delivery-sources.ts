import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../context';
import type { AutoSubmitted, MailSender } from '../mail/mail';
import type { PreparedBody } from '../mail/mail-composer';
import type { DeliveryEntity } from './delivery.entity';

/** What the release gate says of a source: now, later, or never again. */
export type Permission = 'GO' | 'WAIT' | 'NEVER';

/** Everything of a mail that is the same for all its recipients. */
export interface PreparedMail {
  readonly body: PreparedBody;
  readonly sender: MailSender;
  readonly autoSubmitted: AutoSubmitted;
  readonly date: Date;
  readonly listId?: string;
}

/** What is one recipient's. */
export interface PersonalHead {
  readonly unsubscribeUrl?: string;
  /** The recipient's earlier mail that this one answers. */
  readonly inReplyTo?: string;
}

/** Something that is mailed. Modules register theirs; the dispatcher knows none of them. */
export interface DeliverySource {
  /** Asked inside the transaction that sends, for every mail. */
  mayGo(ctx: RequestContext, sourceId: string): Promise<Permission>;
  /** Asked once per source and process. */
  prepare(ctx: RequestContext, sourceId: string): Promise<PreparedMail>;
  personalHead?(ctx: RequestContext, delivery: DeliveryEntity): Promise<PersonalHead>;
  /** The receiving server took it. */
  onAccepted?(ctx: RequestContext, delivery: DeliveryEntity): Promise<void>;
  /** The address does not exist. */
  onHardBounce?(ctx: RequestContext, delivery: DeliveryEntity): Promise<void>;
}

/** The sources by type. */
@Injectable()
export class DeliverySources {
  private readonly sources = new Map<string, DeliverySource>();

  register(type: string, source: DeliverySource): void {
    if (this.sources.has(type)) throw new Error(`delivery source ${type} is registered twice`);
    this.sources.set(type, source);
  }

  get(type: string): DeliverySource {
    const source = this.sources.get(type);
    if (!source) throw new Error(`delivery source ${type} is not registered`);
    return source;
  }
}
