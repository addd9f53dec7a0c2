import { Args, ID, Query, Resolver } from '@nestjs/graphql';
import { Ctx, RequestContext } from '../core/context';
import type { Connection } from '../core/graphql/connection';
import { LedgerReading } from './ledger-reading.service';
import { LedgerArgs, LedgerConnectionType, LedgerEntryType, LedgerVerificationType } from './ledger.type';

/** The audit of an office: for its press director, and without headlines for operators. */
@Resolver(() => LedgerEntryType)
export class LedgerResolver {
  constructor(private readonly reading: LedgerReading) {}

  @Query(() => LedgerConnectionType, { description: 'Who did what when and on what authority; newest first.' })
  ledger(
    @Ctx() ctx: RequestContext,
    @Args() { officeId, filter, ...page }: LedgerArgs,
  ): Promise<Connection<LedgerEntryType>> {
    return this.reading.list(ctx, officeId, page, filter ?? null);
  }

  @Query(() => LedgerVerificationType, { description: 'Computes the chain of the office anew.' })
  ledgerVerification(
    @Ctx() ctx: RequestContext,
    @Args('officeId', { type: () => ID, description: 'The office.' }) officeId: string,
  ): Promise<LedgerVerificationType> {
    return this.reading.verify(ctx, officeId);
  }
}
