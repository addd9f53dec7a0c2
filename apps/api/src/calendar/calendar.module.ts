import { Module } from '@nestjs/common';
import { CalendarConflicts } from './calendar-conflicts.service';
import { CalendarDemo } from './calendar-demo';
import { CalendarEvents } from './calendar-events.service';
import { CalendarQueries } from './calendar.queries';
import { CalendarResolver } from './calendar.resolver';
import { Venues } from './venues.service';

/** One calendar of all offices, which sees what collides. */
@Module({
  providers: [CalendarQueries, CalendarConflicts, CalendarEvents, Venues, CalendarDemo, CalendarResolver],
  exports: [CalendarQueries, CalendarEvents, CalendarDemo],
})
export class CalendarModule {}
