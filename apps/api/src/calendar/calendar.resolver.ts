import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Ctx, RequestContext } from '../core/context';
import { CalendarConflicts } from './calendar-conflicts.service';
import { daysBetween } from './calendar-days';
import { CalendarEvents } from './calendar-events.service';
import {
  CalendarCheckInput,
  CalendarEventAnswerInput,
  CalendarEventCreateInput,
  CalendarEventReasonInput,
  CalendarEventUpdateInput,
  CalendarOccurrencesArgs,
  CalendarRangeArgs,
  VenueAddInput,
} from './calendar.inputs';
import { CalendarEventPayload, VenuePayload } from './calendar.payloads';
import { Venues } from './venues.service';
import { CalendarQueries } from './calendar.queries';
import {
  CalendarCheckType,
  CalendarDayType,
  CalendarEventType,
  CalendarOccurrenceType,
  VenueType,
} from './calendar.type';

const id = { type: () => ID };

/** The joint calendar: what takes place, what collides, and the life of an event. */
@Resolver()
export class CalendarResolver {
  constructor(
    private readonly queries: CalendarQueries,
    private readonly conflicts: CalendarConflicts,
    private readonly events: CalendarEvents,
    private readonly register: Venues,
  ) {}

  @Query(() => [CalendarOccurrenceType], {
    description: 'What takes place on these days, by start; at most 3,000. A filter leaves out what is confidential.',
  })
  calendarOccurrences(
    @Ctx() ctx: RequestContext,
    @Args() { from, until, filter }: CalendarOccurrencesArgs,
  ): Promise<CalendarOccurrenceType[]> {
    return this.queries.occurrences(ctx, from, until, filter);
  }

  @Query(() => [CalendarDayType], { description: 'Holidays and observed days, by date; 2026 and 2027 are known.' })
  calendarDays(@Args() { from, until }: CalendarRangeArgs): CalendarDayType[] {
    return daysBetween(from, until);
  }

  @Query(() => CalendarEventType, {
    nullable: true,
    description: 'One event; null when the viewer may not know of it.',
  })
  calendarEvent(@Ctx() ctx: RequestContext, @Args('id', id) eventId: string): Promise<CalendarEventType | null> {
    return this.queries.event(ctx, eventId);
  }

  @Query(() => CalendarCheckType, {
    description: 'What an event would collide with, and when it would not. Keeps nothing.',
  })
  calendarCheck(@Ctx() ctx: RequestContext, @Args('input') input: CalendarCheckInput): Promise<CalendarCheckType> {
    return this.conflicts.check(ctx, input);
  }

  @Query(() => [VenueType], { description: 'The register of places, by name; at most 1,000.' })
  venues(@Ctx() ctx: RequestContext): Promise<VenueType[]> {
    return this.queries.venues(ctx);
  }

  @Mutation(() => CalendarEventPayload, { description: 'Begins an event of the acting office as a draft.' })
  async calendarEventCreate(
    @Ctx() ctx: RequestContext,
    @Args('input') input: CalendarEventCreateInput,
  ): Promise<CalendarEventPayload> {
    return this.answer(ctx, await this.events.create(ctx, input));
  }

  @Mutation(() => CalendarEventPayload, { description: 'Changes an event, or moves it to another time or place.' })
  async calendarEventUpdate(
    @Ctx() ctx: RequestContext,
    @Args('id', id) eventId: string,
    @Args('input') input: CalendarEventUpdateInput,
  ): Promise<CalendarEventPayload> {
    return this.answer(ctx, await this.events.update(ctx, eventId, input));
  }

  @Mutation(() => CalendarEventPayload, { description: 'Shows a draft to the other offices: it may still change.' })
  async calendarEventAnnounce(
    @Ctx() ctx: RequestContext,
    @Args('id', id) eventId: string,
  ): Promise<CalendarEventPayload> {
    return this.answer(ctx, await this.events.move(ctx, eventId, 'announce'));
  }

  @Mutation(() => CalendarEventPayload, { description: 'Settles the event.' })
  async calendarEventConfirm(
    @Ctx() ctx: RequestContext,
    @Args('id', id) eventId: string,
  ): Promise<CalendarEventPayload> {
    return this.answer(ctx, await this.events.move(ctx, eventId, 'confirm'));
  }

  @Mutation(() => CalendarEventPayload, { description: 'Puts the event off to a day that nobody knows yet.' })
  async calendarEventPostpone(
    @Ctx() ctx: RequestContext,
    @Args('id', id) eventId: string,
    @Args('input') { reason }: CalendarEventReasonInput,
  ): Promise<CalendarEventPayload> {
    return this.answer(ctx, await this.events.move(ctx, eventId, 'postpone', reason));
  }

  @Mutation(() => CalendarEventPayload, { description: 'Calls the event off; it stays in the calendar as cancelled.' })
  async calendarEventCancel(
    @Ctx() ctx: RequestContext,
    @Args('id', id) eventId: string,
    @Args('input') { reason }: CalendarEventReasonInput,
  ): Promise<CalendarEventPayload> {
    return this.answer(ctx, await this.events.move(ctx, eventId, 'cancel', reason));
  }

  @Mutation(() => CalendarEventPayload, { description: 'Notes that the event took place.' })
  async calendarEventComplete(
    @Ctx() ctx: RequestContext,
    @Args('id', id) eventId: string,
  ): Promise<CalendarEventPayload> {
    return this.answer(ctx, await this.events.move(ctx, eventId, 'complete'));
  }

  @Mutation(() => CalendarEventPayload, { description: 'Says whether somebody of the acting office comes.' })
  async calendarEventAnswer(
    @Ctx() ctx: RequestContext,
    @Args('id', id) eventId: string,
    @Args('input') { role, status }: CalendarEventAnswerInput,
  ): Promise<CalendarEventPayload> {
    return this.answer(ctx, await this.events.answer(ctx, eventId, role, status));
  }

  @Mutation(() => VenuePayload, { description: 'Adds a place to the register of all offices.' })
  async venueAdd(@Ctx() ctx: RequestContext, @Args('input') input: VenueAddInput): Promise<VenuePayload> {
    return { venue: await this.register.add(ctx, input), errors: [] };
  }

  private async answer(ctx: RequestContext, changed: { readonly id: string }): Promise<CalendarEventPayload> {
    return { event: await this.queries.event(ctx, changed.id), errors: [] };
  }
}
