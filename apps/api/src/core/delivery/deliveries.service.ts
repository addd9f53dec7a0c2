import { Injectable } from '@nestjs/common';
import { Like, Not } from 'typeorm';
import { newId } from '@domain/ids';
import type { RequestContext } from '../context';
import { messageIdOf } from '../mail/mail';
import { DeliveryEntity, DeliveryState } from './delivery.entity';

export interface Addressee {
  readonly address: string;
  readonly name: string | null;
  readonly contactId: string | null;
}

export interface Mailing {
  readonly sourceType: string;
  readonly sourceId: string;
  readonly itemId: string;
  readonly officeId: string | null;
  /** Right-hand side of the Message-IDs. */
  readonly domain: string;
  readonly addressees: readonly Addressee[];
}

const batchSize = 500;

/** Begins what stands in place of the address of an erased contact; no address has a colon. */
const erased = 'erased:';

/** Plans mailings: the rows stand in the commit of what they tell of, so none is lost and none is without cause. */
@Injectable()
export class Deliveries {
  /** One row per address; an address that the mailing already has is passed over. Returns how many were added. */
  async plan(ctx: RequestContext, mailing: Mailing): Promise<number> {
    let added = 0;
    for (let start = 0; start < mailing.addressees.length; start += batchSize) {
      const rows = mailing.addressees
        .slice(start, start + batchSize)
        .map((addressee) => toRow(ctx, mailing, addressee));
      const result = await ctx.db.createQueryBuilder().insert().into(DeliveryEntity).values(rows).orIgnore().execute();
      added += (result.raw as unknown[]).length;
    }
    return added;
  }

  /**
   * Erases whom the mails of this contact went to and cancels those that have not gone; that they went, and when, stays.
   * Source: KVKK art. 7.
   */
  async forget(ctx: RequestContext, contactId: string): Promise<void> {
    await ctx.db.query(
      `update deliveries set address = $2 || id, name = null, answer = null,
         state = case state when 'PENDING' then 'CANCELLED' else state end
       where contact_id = $1 and not starts_with(address, $2)`,
      [contactId, erased],
    );
  }

  /** Everybody who got these words, or may still get them: what a correction must reach. Erased contacts are beyond reach. */
  async reached(ctx: RequestContext, sourceType: string, sourceId: string): Promise<DeliveryEntity[]> {
    const address = Not(Like(`${erased}%`));
    return ctx.db.find(DeliveryEntity, {
      where: [
        { sourceType, sourceId, address, state: DeliveryState.SENT },
        { sourceType, sourceId, address, state: DeliveryState.PENDING },
      ],
      order: { address: 'ASC' },
    });
  }
}

function toRow(ctx: RequestContext, mailing: Mailing, { address, name, contactId }: Addressee): DeliveryEntity {
  const id = newId(ctx.now);
  return {
    id,
    sourceType: mailing.sourceType,
    sourceId: mailing.sourceId,
    itemId: mailing.itemId,
    officeId: mailing.officeId,
    contactId,
    address: address.toLowerCase(), // invariant: addresses are machine identifiers
    name,
    state: DeliveryState.PENDING,
    messageId: messageIdOf(id, mailing.domain),
    attempts: 0,
    nextAttemptAt: ctx.now,
    answer: null,
    answerCode: null,
    sentAt: null,
    createdAt: ctx.now,
  };
}
