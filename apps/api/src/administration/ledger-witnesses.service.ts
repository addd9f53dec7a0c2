import { Injectable, type OnModuleInit } from '@nestjs/common';
import { localToUtc, utcToLocal } from '@turkish/dates';
import type { RequestContext } from '../core/context';
import { Mails } from '../core/delivery/mails.service';
import { Ticker } from '../core/jobs/ticker.service';
import { presentHeads } from '../core/ledger/ledger-witness';
import { Transactions } from '../core/transactions';
import { witnessMail } from './ledger-witness-mail';

/** When the day's heads are mailed, on the clocks of Istanbul. */
const witnessTime = '08:00';

interface Addressee {
  readonly officeId: string;
  readonly name: string;
  readonly address: string;
}

const takeDaySql = `insert into ledger_witness_days (sent_on) values ($1) on conflict do nothing returning sent_on as "sentOn"`;

/** The mailbox of each office that takes part; an office without one is written to through its directors. */
const addresseesSql = `
  select o.id as "officeId", o.press_unit as name, o.contact_email as address from offices o
  where o.state <> 'INACTIVE' and o.contact_email is not null
  union all
  select o.id, u.name, u.email from offices o
  join memberships m on m.office_id = o.id and m.role = 'PRESS_DIRECTOR'
    and m.valid_from <= $1::date and (m.valid_until is null or m.valid_until >= $1::date)
  join users u on u.id = m.user_id and u.suspended_at is null
  where o.state <> 'INACTIVE' and o.contact_email is null
  order by 1, 3`;

/**
 * Every morning at 08.00 the head of every chain goes to every office by mail, so that the ledger has witnesses whom the
 * owner of the server does not command (ADR 5). A worker that was down then sends when it is back.
 */
@Injectable()
export class LedgerWitnesses implements OnModuleInit {
  constructor(
    private readonly ticker: Ticker,
    private readonly transactions: Transactions,
    private readonly mails: Mails,
  ) {}

  onModuleInit(): void {
    this.ticker.every(60, 'ledger.witnesses', (ctx) => this.sendDue(ctx));
  }

  /** Mails the heads if that is due today; returns to how many addresses. */
  async sendDue(ctx: RequestContext): Promise<number> {
    const today = utcToLocal(ctx.now).slice(0, 10);
    if (ctx.now < localToUtc(`${today}T${witnessTime}`)) return 0;
    return this.transactions.run(ctx, async (ctx) => {
      const taken: unknown[] = await ctx.db.query(takeDaySql, [today]);
      return taken.length === 0 ? 0 : this.send(ctx, today);
    });
  }

  private async send(ctx: RequestContext, today: string): Promise<number> {
    const heads = await presentHeads(ctx.db);
    if (heads.length === 0) return 0;
    const addressees: Addressee[] = await ctx.db.query(addresseesSql, [today]);
    const offices: { id: string; name: string }[] = await ctx.db.query('select id, name from offices');
    const names = new Map(offices.map(({ id, name }) => [id, name]));
    const nameOf = (chain: string) => names.get(chain) ?? 'Tek Ses';
    for (const { officeId, name, address } of addressees) {
      const mail = witnessMail({ recipientName: name, day: today, heads, nameOf });
      await this.mails.enqueue(ctx, { officeId, purpose: 'ledgerWitness', to: { name, address }, ...mail });
    }
    return addressees.length;
  }
}
