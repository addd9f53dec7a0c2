import { Injectable } from '@nestjs/common';
import type { Json } from '@domain/canonical';
import { newId } from '@domain/ids';
import type { RequestContext } from '../context';
import { prepared } from '../database/prepared-statements';
import { Jobs } from '../jobs/jobs.service';
import { pubsubChannel } from '../pubsub/pubsub.service';
import { chainOf, genesisHash, ledgerPayload, linkHash, type LedgerFacts } from './chain';

export interface NewEvent {
  /** `noun.pastParticiple` */
  readonly name: string;
  readonly subjectType: string;
  readonly subjectId: string;
  /** The office in whose chain the event stands; the acting office when left out. */
  readonly officeId?: string | null;
  /** Facts needed later. Never secrets, never personal data: ids and hashes stand for people. */
  readonly data?: { readonly [key: string]: Json | undefined };
}

/** What a handler gets: it reloads by id, since the world may have moved on. */
export interface EventNotice {
  readonly eventId: string;
  readonly name: string;
  readonly subjectType: string;
  readonly subjectId: string;
  readonly actorId: string | null;
  readonly officeId: string | null;
}

type EventHandler = (ctx: RequestContext, notice: EventNotice) => Promise<void>;

const appendSql = prepared(`
  with head as (
    insert into ledger_heads as h (chain, seq, prev_hash, hash) values ($1, 1, $2, $3)
    on conflict (chain) do update set
      seq = h.seq + 1, prev_hash = h.hash,
      hash = sha256(h.hash || int8send(h.seq + 1) || convert_to($4, 'UTF8'))
    returning seq, prev_hash, hash
  ), added as (
    insert into events (id, chain, chain_seq, name, subject_type, subject_id, office_id, actor_id, at, data, request_id, prev_hash, hash)
    select $5, $1, seq, $6, $7, $8, $9, $10, $11, $12, $13, prev_hash, hash from head
    returning id
  )
  select pg_notify('${pubsubChannel}', $14) from added`);

/**
 * The append-only, hash-chained record of what happened, by whom, on what authority.
 * `record` writes the event, one job for each subscribed handler and the live notice in the commit of the change:
 * an event that is there has its consequences, one that was rolled back has none.
 */
@Injectable()
export class Ledger {
  private readonly handlers = new Map<string, string[]>();

  constructor(private readonly jobs: Jobs) {}

  /**
   * Calls `handler` once for each event of these names, in the worker, at least once: handlers are idempotent.
   * `queue` names the consequence, e.g. 'notifications.fanOut'.
   */
  subscribe(queue: string, names: readonly string[], handler: EventHandler): void {
    this.jobs.define<EventNotice>(queue, handler);
    for (const name of names) this.handlers.set(name, [...(this.handlers.get(name) ?? []), queue]);
  }

  /**
   * Records the event; call it last in a verb, inside its transaction: from here to the commit
   * other writers of the same chain wait.
   */
  async record(ctx: RequestContext, event: NewEvent): Promise<void> {
    if (!ctx.db.queryRunner?.isTransactionActive)
      throw new Error(`${event.name} must be recorded inside a transaction`);
    const facts: LedgerFacts = {
      id: newId(ctx.now),
      name: event.name,
      subjectType: event.subjectType,
      subjectId: event.subjectId,
      officeId: event.officeId === undefined ? ctx.actor.officeId : event.officeId,
      actorId: ctx.actor.userId,
      at: ctx.now.toISOString(),
      data: JSON.parse(JSON.stringify(event.data ?? {})) as Json,
      requestId: ctx.requestId,
    };
    const notice: EventNotice = {
      eventId: facts.id,
      name: facts.name,
      subjectType: facts.subjectType,
      subjectId: facts.subjectId,
      actorId: facts.actorId,
      officeId: facts.officeId,
    };
    for (const queue of this.handlers.get(event.name) ?? []) await this.jobs.send(ctx, queue, notice);
    await this.append(ctx, facts, notice);
  }

  /**
   * Tells live readers of a change that an event on record covers already (a revision that grew): nothing is
   * written, no job follows.
   */
  async announce(ctx: RequestContext, { name, subjectType, subjectId }: NewEvent): Promise<void> {
    const { officeId, userId } = ctx.actor;
    const notice: EventNotice = { eventId: newId(ctx.now), name, subjectType, subjectId, actorId: userId, officeId };
    await ctx.db.query('select pg_notify($1, $2)', [
      pubsubChannel,
      JSON.stringify({ topic: 'events', payload: notice }),
    ]);
  }

  private async append(ctx: RequestContext, facts: LedgerFacts, notice: EventNotice): Promise<void> {
    const payload = ledgerPayload(facts);
    await ctx.db.query(appendSql, [
      chainOf(facts.officeId),
      genesisHash,
      linkHash(genesisHash, 1n, payload),
      payload,
      facts.id,
      facts.name,
      facts.subjectType,
      facts.subjectId,
      facts.officeId,
      facts.actorId,
      facts.at,
      JSON.stringify(facts.data),
      facts.requestId,
      JSON.stringify({ topic: 'events', payload: notice }),
    ]);
  }
}
