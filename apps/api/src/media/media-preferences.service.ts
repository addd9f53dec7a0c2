import { Injectable, type OnModuleInit } from '@nestjs/common';
import { newId } from '@domain/ids';
import { refusalsFor, refuses, TOPICS, type Refusal, type Wishes } from '@domain/media/preferences';
import { Env } from '../config/env';
import type { RequestContext } from '../core/context';
import { Mails } from '../core/delivery/mails.service';
import { Jobs } from '../core/jobs/jobs.service';
import { Ledger } from '../core/ledger/ledger.service';
import { Transactions } from '../core/transactions';
import { Throttles, type Throttle } from '../identity/throttles.service';
import { mediaAddress } from './media-address';
import { MediaKeys } from './media-keys';
import { renderPreferenceMail } from './preference-mail';

/** What somebody ends: the mails of the office whose mail they hold, or those of all offices. */
export enum UnsubscribeScope {
  SENDER = 'SENDER',
  ALL = 'ALL',
}

export interface PreferenceOffice {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  /** Codes of the topics that are wanted of it. */
  readonly wantedTopics: readonly string[];
}

/** What the page of a token shows. The address is masked: links are passed on. */
export interface PreferenceView {
  readonly maskedAddress: string;
  /** The office whose mail led here. */
  readonly sender: { readonly id: string; readonly name: string } | null;
  readonly offices: readonly PreferenceOffice[];
}

interface Subject {
  readonly id: string;
  readonly officeId: string;
  readonly email: string;
  readonly mark: Buffer;
  readonly senderId: string | null;
}

const linkQueue = 'media.sendPreferenceLink';
const perVisitor: Throttle = { name: 'preferenceLinkByVisitor', limit: 20, windowSeconds: 3_600 };
const perAddress: Throttle = { name: 'preferenceLinkByAddress', limit: 3, windowSeconds: 3_600 };

/** What recipients say of themselves, by the token in their mail. The refusal belongs to the address, not to a guide. */
@Injectable()
export class MediaPreferences implements OnModuleInit {
  constructor(
    private readonly transactions: Transactions,
    private readonly ledger: Ledger,
    private readonly keys: MediaKeys,
    private readonly jobs: Jobs,
    private readonly mails: Mails,
    private readonly throttles: Throttles,
    private readonly env: Env,
  ) {}

  onModuleInit(): void {
    this.jobs.define<{ mark: string }>(linkQueue, (ctx, { mark }) => this.sendLink(ctx, Buffer.from(mark, 'hex')));
  }

  /** What the holder of the token may choose, or null: a wrong token and an erased contact look the same. */
  async view(ctx: RequestContext, token: string): Promise<PreferenceView | null> {
    const subject = await this.find(ctx, token);
    if (!subject) return null;
    const refusals = await this.refusals(ctx, subject);
    const offices = await activeOffices(ctx);
    return {
      maskedAddress: maskAddress(subject.email),
      sender: offices.find(({ id }) => id === subject.senderId) ?? null,
      offices: offices.map((office) => ({
        ...office,
        wantedTopics: TOPICS.map(({ code }) => code).filter((topic) => !refuses(refusals, office.id, topic)),
      })),
    };
  }

  /**
   * Ends mails at once; ending twice is ending once. A token of no mail has no sender, so it ends all. Answers false
   * for a wrong token alone: an erased contact gets no mail anyway.
   */
  async unsubscribe(ctx: RequestContext, token: string, scope = UnsubscribeScope.SENDER): Promise<boolean> {
    if (!this.keys.read(token)) return false;
    return this.transactions.run(ctx, async (ctx) => {
      const subject = await this.find(ctx, token);
      if (!subject) return true;
      const officeId = scope === UnsubscribeScope.ALL ? null : subject.senderId;
      const added = await this.insert(ctx, subject.mark, [{ officeId, topic: null }]);
      if (added > 0) await this.record(ctx, subject, 'mediaContact.unsubscribed', { senderOfficeId: officeId });
      return true;
    });
  }

  /** Replaces everything the address refused by these wishes (codes of topics by code of office). */
  async save(
    ctx: RequestContext,
    token: string,
    wantedByOffice: ReadonlyMap<string, readonly string[]>,
  ): Promise<boolean> {
    return this.transactions.run(ctx, async (ctx) => {
      const subject = await this.find(ctx, token);
      if (!subject) return false;
      const offices = await activeOffices(ctx);
      const wishes: Wishes = new Map(offices.map(({ id, code }) => [id, wantedByOffice.get(code) ?? []]));
      const refusals = refusalsFor(wishes);
      await ctx.db.query('delete from media_preferences where address_mark = $1', [subject.mark]);
      await this.insert(ctx, subject.mark, refusals);
      await this.record(ctx, subject, 'mediaContact.preferencesChosen', { refusalCount: refusals.length });
      return true;
    });
  }

  /**
   * Mails the link to the address if some guide has it. Takes the same way and the same time for every address, known,
   * unknown or asked for too often, so that nobody learns who is in a guide; false only for what
   * is no address at all.
   */
  async requestLink(ctx: RequestContext, text: string, visitor: string): Promise<boolean> {
    const address = mediaAddress(text);
    if (address === null) return false;
    if (!(await this.throttles.hasTaken(ctx, perVisitor, visitor))) return true;
    if (!(await this.throttles.hasTaken(ctx, perAddress, address))) return true;
    const mark = this.keys.mark(address).toString('hex');
    await this.transactions.run(ctx, (ctx) => this.jobs.send(ctx, linkQueue, { mark }));
    return true;
  }

  private async sendLink(ctx: RequestContext, mark: Buffer): Promise<void> {
    await this.transactions.run(ctx, async (ctx) => {
      const rows: { id: string; email: string; officeId: string }[] = await ctx.db.query(
        'select id, email, office_id as "officeId" from media_contacts where address_mark = $1 order by id limit 1',
        [mark],
      );
      const [contact] = rows;
      if (!contact) return;
      const url = `${this.env.BASE_URL}/basin/abonelik/${this.keys.sign({ contactId: contact.id, officeId: null })}`;
      await this.mails.enqueue(ctx, {
        officeId: contact.officeId,
        purpose: 'media.preferenceLink',
        to: { address: contact.email, contactId: contact.id },
        ...renderPreferenceMail(url),
      });
    });
  }

  private async find(ctx: RequestContext, token: string): Promise<Subject | null> {
    const read = this.keys.read(token);
    if (!read) return null;
    const rows: Omit<Subject, 'senderId'>[] = await ctx.db.query(
      `select id, office_id as "officeId", email, address_mark as mark from media_contacts
       where id = $1 and email is not null`,
      [read.contactId],
    );
    return rows[0] ? { ...rows[0], senderId: read.officeId } : null;
  }

  private refusals(ctx: RequestContext, { mark }: Subject): Promise<Refusal[]> {
    return ctx.db.query('select office_id as "officeId", topic from media_preferences where address_mark = $1', [mark]);
  }

  /** Adds refusals that are not there yet; returns how many were new. */
  private async insert(ctx: RequestContext, mark: Buffer, refusals: readonly Refusal[]): Promise<number> {
    const rows = refusals.map((refusal) => ({ id: newId(ctx.now), ...refusal }));
    const added: unknown[] = await ctx.db.query(
      `insert into media_preferences (id, address_mark, office_id, topic, refused_at)
       select r.id, $1, r."officeId", r.topic, $2 from json_to_recordset($3) as r(id uuid, "officeId" uuid, topic text)
       on conflict do nothing returning id`,
      [mark, ctx.now, JSON.stringify(rows)],
    );
    return added.length;
  }

  /** In the chain of the office whose guide has the contact; the recipient has no account, so no actor. */
  private record(
    ctx: RequestContext,
    { id, officeId }: Subject,
    name: string,
    facts: Record<string, string | number | null>,
  ): Promise<void> {
    return this.ledger.record(ctx, { name, subjectType: 'mediaContact', subjectId: id, officeId, data: facts });
  }
}

function activeOffices(ctx: RequestContext): Promise<{ id: string; code: string; name: string }[]> {
  return ctx.db.query(`select id, code, name from offices where state = 'ACTIVE' order by protocol_order`);
}

/** 'h…@gazete.example': enough to recognise the own address, too little to read another's. */
export function maskAddress(address: string): string {
  const at = address.lastIndexOf('@');
  return `${address.slice(0, 1)}…${address.slice(at)}`;
}
