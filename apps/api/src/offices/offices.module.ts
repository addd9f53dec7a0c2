import { Module, type OnApplicationBootstrap } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { systemActor } from '@domain/identity/actor';
import { newId } from '@domain/ids';
import { Clock } from '../core/clock';
import { RequestContext } from '../core/context';
import { Charters } from './charters.service';
import { ChartersResolver } from './charters.resolver';
import { OfficeDepartures } from './office-departures.service';
import { Offices } from './offices.service';
import { OfficesResolver } from './offices.resolver';
import { ensureReference } from './reference';

/** The press offices of the province and the charter that they sign. */
@Module({ providers: [Offices, OfficeDepartures, OfficesResolver, Charters, ChartersResolver], exports: [Offices] })
export class OfficesModule implements OnApplicationBootstrap {
  constructor(
    private readonly db: EntityManager,
    private readonly clock: Clock,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    const now = this.clock.now();
    await ensureReference(new RequestContext(systemActor, now, this.db, `start-${newId(now)}`));
  }
}
