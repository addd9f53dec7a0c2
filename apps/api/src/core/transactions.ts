import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { RequestContext } from './context';
import { toDomainError } from './database/constraint-errors';

/** Opens transactions; the one place outside `core/database` that knows the data source. */
@Injectable()
export class Transactions {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * Runs the work in a transaction, or joins the one that `ctx` is in. Name the inner parameter `ctx` too,
   * so that the outer context cannot be used by mistake. A unique violation becomes TAKEN.
   */
  async run<T>(ctx: RequestContext, work: (ctx: RequestContext) => Promise<T>): Promise<T> {
    if (ctx.db.queryRunner?.isTransactionActive) return work(ctx);
    try {
      return await this.dataSource.transaction((db) => work(ctx.within(db)));
    } catch (error) {
      throw toDomainError(error);
    }
  }
}
