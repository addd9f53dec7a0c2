import { Injectable } from '@nestjs/common';
import { IsNull, LessThanOrEqual, MoreThan } from 'typeorm';
import { BlackoutEffect, type BlackoutWindow, type FreezeHold } from '@domain/release/release-gate';
import type { RequestContext } from '../context';
import { HoldEntity } from './hold.entity';

/** Any number that nothing else locks: everything that sends holds it shared, a freeze takes it alone. */
const barrierKey = 4_150_021;

export interface ActiveHolds {
  readonly freezes: readonly FreezeHold[];
  readonly blackouts: readonly BlackoutWindow[];
}

/** Freezes and blackout windows, as the release gate asks for them. */
@Injectable()
export class Holds {
  /**
   * What holds now. Inside a transaction that sends: until its commit no freeze can begin, so nothing that the gate
   * let through leaves after a freeze was committed; a freeze waits for what is on its way.
   */
  async active(ctx: RequestContext): Promise<ActiveHolds> {
    await ctx.db.query('select pg_advisory_xact_lock_shared($1)', [barrierKey]);
    const began = LessThanOrEqual(ctx.now);
    const holds = await ctx.db.find(HoldEntity, {
      where: [
        { startsAt: began, endsAt: IsNull() },
        { startsAt: began, endsAt: MoreThan(ctx.now) },
      ],
    });
    return {
      freezes: holds.filter((hold) => hold.kind === 'FREEZE').map(toFreeze),
      blackouts: holds.filter((hold) => hold.kind === 'BLACKOUT').map(toBlackout),
    };
  }
}

function toFreeze(hold: HoldEntity): FreezeHold {
  return {
    id: hold.id,
    officeIds: hold.officeIds ?? [],
    allowedItemIds: hold.exemptItemIds,
    startedAt: hold.startsAt,
    endedAt: hold.endsAt,
  };
}

function toBlackout(hold: HoldEntity): BlackoutWindow {
  return {
    id: hold.id,
    startsAt: hold.startsAt,
    endsAt: hold.endsAt ?? new Date(8.64e15),
    effect: hold.isBlocking ? BlackoutEffect.BLOCK : BlackoutEffect.WARN,
    officeIds: hold.officeIds,
    exemptKinds: hold.exemptKinds,
    exemptItemIds: hold.exemptItemIds,
  };
}
