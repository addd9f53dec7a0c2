import { Module } from '@nestjs/common';
import { CalendarConflicts } from './calendar-conflicts.service';
import { CalendarDemo } from './calendar-demo';
import { CalendarEvents } from './calendar-events.service';
import { CalendarFeedsController } from './calendar-feeds.controller';
import { CalendarFeedsResolver } from './calendar-feeds.resolver';
import { CalendarFeeds } from './calendar-feeds.service';
import { IdentityModule } from '../identity/identity.module';
import { CalendarQueries } from './calendar.queries';
import { CalendarResolver } from './calendar.resolver';
import { Venues } from './venues.service';

/** One calendar of all offices, which sees what collides. */
@Module({
  imports: [IdentityModule],
  controllers: [CalendarFeedsController],
  providers: [
    CalendarQueries,
    CalendarConflicts,
    CalendarEvents,
    Venues,
    CalendarFeeds,
    CalendarDemo,
    CalendarResolver,
    CalendarFeedsResolver,
  ],
  exports: [CalendarQueries, CalendarEvents, CalendarDemo],
})
export class CalendarModule {}
