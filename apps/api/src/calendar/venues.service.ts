import { Injectable } from '@nestjs/common';
import { mayCreateEvent } from '@domain/calendar/event.policy';
import { DomainError, ErrorCode } from '@domain/errors';
import { newId } from '@domain/ids';
import { authorize } from '@domain/policy';
import type { RequestContext } from '../core/context';
import { Ledger } from '../core/ledger/ledger.service';
import { Transactions } from '../core/transactions';
import type { VenueAddInput } from './calendar.inputs';
import { VenueEntity } from './venue.entity';

/** The register of places that all offices plan with. Whoever plans events adds what is missing. */
@Injectable()
export class Venues {
  constructor(
    private readonly transactions: Transactions,
    private readonly ledger: Ledger,
  ) {}

  /** Refuses: FORBIDDEN, TAKEN (the name, Turkish letters aside), INVALID (a real place without coordinates). */
  add(ctx: RequestContext, input: VenueAddInput): Promise<VenueEntity> {
    return this.transactions.run(ctx, async (ctx) => {
      authorize(mayCreateEvent(ctx.actor), []);
      if (!input.isVirtual && (input.latitude == null || input.longitude == null)) {
        throw new DomainError(ErrorCode.INVALID, { path: ['input', 'latitude'], message: 'where is it?' });
      }
      const { name, districtCode, latitude, longitude, capacity, isVirtual } = input;
      const saved = await ctx.db.save(VenueEntity, {
        id: newId(ctx.now),
        name: name.normalize('NFC').trim(),
        districtCode: districtCode ?? null,
        latitude: latitude ?? null,
        longitude: longitude ?? null,
        capacity: capacity ?? null,
        isVirtual,
        createdAt: ctx.now,
      });
      await this.ledger.record(ctx, { name: 'venue.added', subjectType: 'venue', subjectId: saved.id });
      return saved;
    });
  }
}
