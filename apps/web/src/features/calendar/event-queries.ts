import { graphql, Refusal } from '../../lib/graphql';

export const EventQuery = graphql(`
  query CalendarEvent($id: ID!) {
    offices {
      id
      name
    }
    calendarEvent(id: $id) {
      id
      version
      state
      stateReason
      kind
      title
      summary
      description
      place
      startLocal
      zone
      durationMinutes
      isAllDay
      isTimeOpen
      rule
      excludedLocals
      audience
      isFilmingAllowed
      contact
      internalNote
      isConfidential
      isPublic
      viewerCan
      updatedAt
      venue {
        id
        name
        capacity
      }
      lead {
        id
        name
        shortCode
        colour
      }
      partners {
        id
        name
        shortCode
        colour
      }
      attendances {
        officeId
        role
        status
      }
    }
  }
`);

/** What the form chooses from. */
export const PlacesQuery = graphql(`
  query CalendarPlaces {
    venues {
      id
      name
      capacity
      districtCode
    }
    offices {
      id
      name
      shortCode
      colour
      state
    }
  }
`);

export const CheckQuery = graphql(`
  query CalendarCheck($input: CalendarCheckInput!) {
    calendarCheck(input: $input) {
      freeStartLocals
      nextStartLocals
      days {
        date
        name
        isHoliday
        startsAt
      }
      conflicts {
        kind
        severity
        startLocal
        kilometres
        people {
          officeId
          role
        }
        other {
          id
          startLocal
          endLocal
          isHeavy
          event {
            id
            title
            place
            venue {
              id
              name
            }
            lead {
              id
              name
              shortCode
              colour
            }
          }
        }
      }
    }
  }
`);

/** What every verb answers: the event as it is now, or why it was refused. */
const Outcome = graphql(
  `
    fragment CalendarEventOutcome on CalendarEventPayload @_unmask {
      event {
        id
        version
        state
      }
      errors {
        ...Refusal
      }
    }
  `,
  [Refusal],
);

export const CreateEvent = graphql(
  `
    mutation CalendarEventCreate($input: CalendarEventCreateInput!) {
      calendarEventCreate(input: $input) {
        ...CalendarEventOutcome
      }
    }
  `,
  [Outcome],
);

export const UpdateEvent = graphql(
  `
    mutation CalendarEventUpdate($id: ID!, $input: CalendarEventUpdateInput!) {
      calendarEventUpdate(id: $id, input: $input) {
        ...CalendarEventOutcome
      }
    }
  `,
  [Outcome],
);

export const AnnounceEvent = graphql(
  `
    mutation CalendarEventAnnounce($id: ID!) {
      calendarEventAnnounce(id: $id) {
        ...CalendarEventOutcome
      }
    }
  `,
  [Outcome],
);

export const ConfirmEvent = graphql(
  `
    mutation CalendarEventConfirm($id: ID!) {
      calendarEventConfirm(id: $id) {
        ...CalendarEventOutcome
      }
    }
  `,
  [Outcome],
);

export const CompleteEvent = graphql(
  `
    mutation CalendarEventComplete($id: ID!) {
      calendarEventComplete(id: $id) {
        ...CalendarEventOutcome
      }
    }
  `,
  [Outcome],
);

export const PostponeEvent = graphql(
  `
    mutation CalendarEventPostpone($id: ID!, $input: CalendarEventReasonInput!) {
      calendarEventPostpone(id: $id, input: $input) {
        ...CalendarEventOutcome
      }
    }
  `,
  [Outcome],
);

export const CancelEvent = graphql(
  `
    mutation CalendarEventCancel($id: ID!, $input: CalendarEventReasonInput!) {
      calendarEventCancel(id: $id, input: $input) {
        ...CalendarEventOutcome
      }
    }
  `,
  [Outcome],
);

export const AnswerEvent = graphql(
  `
    mutation CalendarEventAnswer($id: ID!, $input: CalendarEventAnswerInput!) {
      calendarEventAnswer(id: $id, input: $input) {
        ...CalendarEventOutcome
      }
    }
  `,
  [Outcome],
);
