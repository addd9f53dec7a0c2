import { Injectable } from '@nestjs/common';
import { DomainError, ErrorCode } from '@domain/errors';
import { isId } from '@domain/ids';
import { mayOnOffice, OfficeAct } from '@domain/identity/identity.policy';
import { authorize } from '@domain/policy';
import type { RequestContext } from '../core/context';
import { Ledger } from '../core/ledger/ledger.service';
import { Transactions } from '../core/transactions';
import { OfficeEntity, OfficeState } from './office.entity';
import type { OfficeUpdateInput } from './office.inputs';
import { officeFacts, officeJsonSql, toOffice, type OfficeJson } from './office-presenter';
import type { OfficeType } from './office.type';

/** Whether the office signed the words of the charter in force, by an answer that it did not take back. */
const signedCharterSql = `
  select exists (
    select from charters c join signatures s on s.subject_type = 'charter' and s.subject_id = c.id
    where c.state = 'IN_FORCE' and s.office_id = $1 and s.verdict = 'SIGNED' and s.withdrawn_at is null
      and s.voided_at is null and s.section_hashes = jsonb_build_object('rules', c.hash)
  ) as "hasSigned"`;

/** The press offices: reference data that an operator activates and that each office keeps itself. */
@Injectable()
export class Offices {
  constructor(
    private readonly transactions: Transactions,
    private readonly ledger: Ledger,
  ) {}

  /** All offices by protocol order. */
  async list(ctx: RequestContext): Promise<OfficeType[]> {
    const rows: { office: OfficeJson }[] = await ctx.db.query(
      `select ${officeJsonSql} as office from offices o order by o.protocol_order`,
    );
    return rows.map(({ office }) => toOffice(office, ctx.actor));
  }

  /** The office of that code, or null. */
  async get(ctx: RequestContext, code: string): Promise<OfficeType | null> {
    return this.findOne(ctx, 'code', code);
  }

  /** Locks the office for a change. Refuses NOT_FOUND, with the path of the input that named it. */
  async lock(ctx: RequestContext, id: string, path: readonly string[] = ['id']): Promise<OfficeEntity> {
    const office = isId(id)
      ? await ctx.db.findOne(OfficeEntity, { where: { id }, lock: { mode: 'pessimistic_write' } })
      : null;
    if (!office) throw new DomainError(ErrorCode.NOT_FOUND, { path });
    return office;
  }

  /** Changes contact, press unit, web site and logo. Refuses: NOT_FOUND, FORBIDDEN, WRONG_STATE, STALE_VERSION, INVALID. */
  update(ctx: RequestContext, id: string, input: OfficeUpdateInput): Promise<OfficeType> {
    return this.transactions.run(ctx, async (ctx) => {
      const office = await this.lock(ctx, id);
      authorize(mayOnOffice(ctx.actor, OfficeAct.EDIT_PROFILE, officeFacts(office)));
      const { expectedVersion, ...changes } = input;
      if (typeof expectedVersion === 'number' && expectedVersion !== office.version) {
        throw new DomainError(ErrorCode.STALE_VERSION, { path: ['input', 'expectedVersion'] });
      }
      await this.expectChanges(ctx, office, changes);
      const given = Object.entries(changes).filter(([, value]) => value !== undefined);
      await ctx.db.save(Object.assign(office, Object.fromEntries(given)));
      await this.record(ctx, office, 'office.updated', { fields: given.map(([field]) => field).sort() });
      return this.present(ctx, office.id);
    });
  }

  /** Lets an office in, or in again: from now on its people sign in and see what is shared. Refuses: NOT_FOUND, FORBIDDEN, WRONG_STATE. */
  activate(ctx: RequestContext, code: string): Promise<OfficeType> {
    return this.transactions.run(ctx, async (ctx) => {
      const office = await this.lockByCode(ctx, code);
      authorize(mayOnOffice(ctx.actor, OfficeAct.ACTIVATE, officeFacts(office)), ['code']);
      await ctx.db.save(Object.assign(office, { state: OfficeState.SHADOW, joinedAt: ctx.now, wasAdmitted: false }));
      await this.record(ctx, office, 'office.activated', { from: OfficeState.INACTIVE, to: OfficeState.SHADOW });
      return this.present(ctx, office.id);
    });
  }

  /**
   * Ends shadow mode: from now on the office's signature counts. Refuses: NOT_FOUND, FORBIDDEN, WRONG_STATE, and
   * SIGNATURES_MISSING until the office has signed the charter in force.
   */
  admit(ctx: RequestContext, code: string): Promise<OfficeType> {
    return this.transactions.run(ctx, async (ctx) => {
      const office = await this.lockByCode(ctx, code);
      authorize(mayOnOffice(ctx.actor, OfficeAct.END_SHADOW, officeFacts(office)), ['code']);
      const [charter] = await ctx.db.query<{ hasSigned: boolean }[]>(signedCharterSql, [office.id]);
      if (!charter?.hasSigned) {
        throw new DomainError(ErrorCode.SIGNATURES_MISSING, { path: ['code'], details: { offices: [office.id] } });
      }
      await ctx.db.save(Object.assign(office, { state: OfficeState.ACTIVE }));
      await this.record(ctx, office, 'office.admitted', { from: OfficeState.SHADOW, to: OfficeState.ACTIVE });
      return this.present(ctx, office.id);
    });
  }

  private async findOne(ctx: RequestContext, column: 'id' | 'code', value: string): Promise<OfficeType | null> {
    const [row]: { office: OfficeJson }[] = await ctx.db.query(
      `select ${officeJsonSql} as office from offices o where o.${column} = $1`,
      [value],
    );
    return row ? toOffice(row.office, ctx.actor) : null;
  }

  /** The office as the API shows it. */
  async present(ctx: RequestContext, id: string): Promise<OfficeType> {
    const office = await this.findOne(ctx, 'id', id);
    if (!office) throw new Error(`office ${id} went while it was locked`);
    return office;
  }

  /** Locks the office of that code for a change. Refuses NOT_FOUND. */
  async lockByCode(ctx: RequestContext, code: string): Promise<OfficeEntity> {
    const office = await ctx.db.findOne(OfficeEntity, { where: { code }, lock: { mode: 'pessimistic_write' } });
    if (!office) throw new DomainError(ErrorCode.NOT_FOUND, { path: ['code'] });
    return office;
  }

  private async expectChanges(
    ctx: RequestContext,
    office: OfficeEntity,
    { pressUnit, logoFileId }: Pick<OfficeUpdateInput, 'pressUnit' | 'logoFileId'>,
  ): Promise<void> {
    if (pressUnit === null) throw new DomainError(ErrorCode.INVALID, { path: ['input', 'pressUnit'] });
    if (!logoFileId) return;
    const [file] = await ctx.db.query<object[]>('select 1 from files where id = $1 and office_id = $2 and is_image', [
      logoFileId,
      office.id,
    ]);
    if (!file) throw new DomainError(ErrorCode.NOT_FOUND, { path: ['input', 'logoFileId'] });
  }

  private record(ctx: RequestContext, office: OfficeEntity, name: string, data: Record<string, string | string[]>) {
    return this.ledger.record(ctx, { name, subjectType: 'office', subjectId: office.id, officeId: office.id, data });
  }
}
