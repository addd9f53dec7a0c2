import { Injectable } from '@nestjs/common';
import { DomainError, ErrorCode } from '@domain/errors';
import { isId } from '@domain/ids';
import { seesMedia } from '@domain/media/media.policy';
import { wantsMail, type MailSubject, type Refusal } from '@domain/media/preferences';
import type { RequestContext } from '../core/context';
import { Ledger } from '../core/ledger/ledger.service';
import { Transactions } from '../core/transactions';
import { MediaKeys } from './media-keys';

/** One address that a mailing goes to. */
export interface Recipient {
  readonly contactId: string;
  /** Lower case, ASCII. */
  readonly address: string;
  readonly name: string | null;
  readonly outletName: string | null;
  /** The lists of the mailing that it stands on, in order of their ids. */
  readonly listIds: readonly string[];
}

export interface Mailing extends MailSubject {
  readonly listIds: readonly string[];
}

interface CandidateRow extends Omit<Recipient, 'listIds'> {
  readonly listIds: string[];
  readonly refusals: Refusal[];
}

/** $1 office that sends. A list counts while it is its own or lent to it. */
const usableLists = `(l.office_id = $1 or exists (
  select 1 from media_list_shares s where s.list_id = l.id and s.office_id = $1))`;

/** Contacts that mail can reach: not erased, not given up, mailbox there, outlet there. */
export const reachableContact = `c.email is not null and c.is_active and c.bounced_at is null
  and not exists (select 1 from media_outlets gone where gone.id = c.outlet_id and not gone.is_active)`;

const candidatesSql = `
  select c.id as "contactId", c.email as address, c.name, outlet.name as "outletName",
    array_agg(l.id order by l.id) as "listIds",
    coalesce((select json_agg(json_build_object('officeId', p.office_id, 'topic', p.topic))
      from media_preferences p where p.address_mark = c.address_mark), '[]') as refusals
  from media_lists l
  join media_list_members m on m.list_id = l.id
  join media_contacts c on c.id = m.contact_id
  left join media_outlets outlet on outlet.id = c.outlet_id
  where l.id = any($2) and ${usableLists} and ${reachableContact}
  group by c.id, outlet.id
  order by c.email collate "C", c.office_id <> $1, c.id`;

/** Who gets a mailing. The one place where lists become addresses. */
@Injectable()
export class MediaRecipients {
  constructor(
    private readonly transactions: Transactions,
    private readonly ledger: Ledger,
    private readonly keys: MediaKeys,
  ) {}

  /**
   * One recipient per address, whatever lists and offices it comes from, in order of addresses: reachable, on a list
   * that the lead office owns or has on loan now, and not against what the address refused. Of several contacts with
   * one address the lead office's own speaks for it, else the oldest.
   */
  async recipientsFor(ctx: RequestContext, mailing: Mailing): Promise<Recipient[]> {
    const listIds = mailing.listIds.filter(isId);
    const rows: CandidateRow[] = await ctx.db.query(candidatesSql, [mailing.leadOfficeId, listIds]);
    return onePerAddress(rows.filter((row) => wantsMail(row.refusals, mailing)));
  }

  /** Whether the actor's office may send to these lists. Refuses: FORBIDDEN, INVALID naming the list. */
  async mayUseLists(ctx: RequestContext, listIds: readonly string[]): Promise<void> {
    const path = ['input', 'listIds'];
    if (!seesMedia(ctx.actor)) throw new DomainError(ErrorCode.FORBIDDEN, { path });
    const rows: { id: string }[] = await ctx.db.query(
      `select l.id from media_lists l where l.id = any($2) and ${usableLists}`,
      [ctx.actor.officeId, listIds.filter(isId)],
    );
    const missing = listIds.findIndex((listId) => !rows.some(({ id }) => id === listId));
    if (missing === -1) return;
    throw new DomainError(ErrorCode.INVALID, {
      path: [...path, String(missing)],
      message: 'not a list of the office nor one lent to it',
    });
  }

  /**
   * Notes that the address has no mailbox, in every guide that has it: nothing is sent there until somebody mends it.
   * Several addresses bounce at once: contacts and, with them, the chains of their offices are taken in one order.
   */
  async markBounced(ctx: RequestContext, address: string, reason: string): Promise<void> {
    await this.transactions.run(ctx, async (ctx) => {
      const contacts: { id: string; officeId: string }[] = await ctx.db.query(
        `select id, office_id as "officeId" from media_contacts where email = $1 and bounced_at is null
         order by office_id, id for no key update`,
        [address],
      );
      await ctx.db.query(
        `update media_contacts set bounced_at = $2, bounce_reason = $3, updated_at = $2, version = version + 1
         where id = any($1)`,
        [contacts.map(({ id }) => id), ctx.now, reason.slice(0, 500)],
      );
      for (const { id, officeId } of contacts) {
        await this.ledger.record(ctx, {
          name: 'mediaContact.bounced',
          subjectType: 'mediaContact',
          subjectId: id,
          officeId,
        });
      }
    });
  }

  /** Where the recipient of a mail of this office ends it: the path that `List-Unsubscribe` and the footer name. */
  unsubscribePath(contactId: string, senderOfficeId: string): string {
    return `/basin/abonelik/${this.unsubscribeToken(contactId, senderOfficeId)}`;
  }

  /** Lets the recipient of a mail of this office act without an account; never expires. */
  unsubscribeToken(contactId: string, senderOfficeId: string | null = null): string {
    return this.keys.sign({ contactId, officeId: senderOfficeId });
  }
}

/** Joins rows that come in the order of addresses; the first of an address gives its name. */
export function onePerAddress(rows: readonly Recipient[]): Recipient[] {
  const byAddress = new Map<string, Recipient>();
  for (const { contactId, address, name, outletName, listIds } of rows) {
    const first = byAddress.get(address) ?? { contactId, address, name, outletName, listIds: [] };
    byAddress.set(address, { ...first, listIds: [...new Set([...first.listIds, ...listIds])].sort() });
  }
  return [...byAddress.values()];
}
