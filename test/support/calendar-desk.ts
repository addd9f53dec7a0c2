import type { SignedIn, TestApp } from './app';

export interface EventView {
  id: string;
  version: number;
  state: string;
  stateReason: string | null;
  title: string;
  startLocal: string;
  internalNote: string | null;
  attendances: { officeId: string; role: string; status: string }[];
  partners: { code: string }[];
  viewerCan: string[];
}

export interface OccurrenceView {
  id: string;
  startLocal: string;
  endLocal: string;
  isHeavy: boolean;
  conflictKinds: string[];
  event: EventView | null;
}

export interface CheckView {
  conflicts: {
    kind: string;
    severity: string;
    startLocal: string;
    other: OccurrenceView;
    people: { officeId: string; role: string }[];
    kilometres: number | null;
  }[];
  freeStartLocals: string[];
  days: { date: string; name: string }[];
  nextStartLocals: string[];
}

export interface EventOutcome {
  event: EventView | null;
  errors: { code: string; path: string[] }[];
}

const eventFields = `id version state stateReason title startLocal internalNote viewerCan partners { code }
  attendances { officeId role status }`;
const occurrenceFields = `id startLocal endLocal isHeavy conflictKinds event { ${eventFields} }`;

/** An event on a Tuesday afternoon; whatever a test is about it names itself. */
export const anEvent = {
  title: 'Şenlik',
  kind: 'CULTURE',
  startLocal: '2026-05-12T14:00',
  durationMinutes: 120,
} as const;

/** The calendar as clients use it: every call is one GraphQL operation over HTTP. */
export function calendarDesk(test: TestApp) {
  const ask = async <T>(document: string, variables: object, as: SignedIn | null): Promise<T> => {
    const answer = await test.gql<T>(document, variables, as);
    if (answer.errors?.length) throw new Error(JSON.stringify(answer.errors));
    return answer.data;
  };
  const mutate = async (name: string, signature: string, variables: object, as: SignedIn | null) => {
    const args = signature.replaceAll(/\$(\w+): [\w!]+/g, '$1: $$$1');
    const document = `mutation (${signature}) { ${name}(${args}) { event { ${eventFields} } errors { code path } } }`;
    const outcome = (await ask<Record<string, EventOutcome>>(document, variables, as))[name];
    if (!outcome) throw new Error(`${name} answered nothing`);
    return outcome;
  };
  const eventOf = ({ event, errors }: EventOutcome): EventView => {
    if (!event) throw new Error(JSON.stringify(errors));
    return event;
  };
  return {
    mutate,
    create: async (input: object, as: SignedIn) =>
      eventOf(
        await mutate(
          'calendarEventCreate',
          '$input: CalendarEventCreateInput!',
          { input: { ...anEvent, ...input } },
          as,
        ),
      ),
    update: (id: string, input: object, as: SignedIn) =>
      mutate('calendarEventUpdate', '$id: ID!, $input: CalendarEventUpdateInput!', { id, input }, as),
    /** A move without a reason: `Announce`, `Confirm`, `Complete`. */
    move: async (id: string, verb: string, as: SignedIn) =>
      eventOf(await mutate(`calendarEvent${verb}`, '$id: ID!', { id }, as)),
    /** A move with one: `Postpone`, `Cancel`. */
    stop: (id: string, verb: string, reason: string, as: SignedIn) =>
      mutate(`calendarEvent${verb}`, '$id: ID!, $input: CalendarEventReasonInput!', { id, input: { reason } }, as),
    get: async (id: string, as: SignedIn) =>
      (
        await ask<{ calendarEvent: EventView | null }>(
          `query ($id: ID!) { calendarEvent(id: $id) { ${eventFields} } }`,
          { id },
          as,
        )
      ).calendarEvent,
    between: async (from: string, until: string, as: SignedIn, filter: object | null = null) =>
      (
        await ask<{ calendarOccurrences: OccurrenceView[] }>(
          `query ($from: String!, $until: String!, $filter: CalendarFilterInput) {
            calendarOccurrences(from: $from, until: $until, filter: $filter) { ${occurrenceFields} } }`,
          { from, until, filter },
          as,
        )
      ).calendarOccurrences,
    check: async (input: object, as: SignedIn) =>
      (
        await ask<{ calendarCheck: CheckView }>(
          `query ($input: CalendarCheckInput!) { calendarCheck(input: $input) {
            conflicts { kind severity startLocal kilometres people { officeId role } other { ${occurrenceFields} } }
            freeStartLocals days { date name } nextStartLocals } }`,
          { input: { startLocal: anEvent.startLocal, durationMinutes: anEvent.durationMinutes, ...input } },
          as,
        )
      ).calendarCheck,
    venue: async (input: object, as: SignedIn) => {
      const { venueAdd } = await ask<{ venueAdd: { venue: { id: string } | null; errors: unknown[] } }>(
        'mutation ($input: VenueAddInput!) { venueAdd(input: $input) { venue { id } errors { code path } } }',
        { input: { latitude: 39.59, longitude: 27.02, ...input } },
        as,
      );
      if (!venueAdd.venue) throw new Error(JSON.stringify(venueAdd.errors));
      return venueAdd.venue.id;
    },
  };
}
