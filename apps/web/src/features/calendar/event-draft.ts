/** An event as the form holds it: what was typed, times as local words, and the way to the input of the API. */
import type { ResultOf, VariablesOf } from '../../lib/graphql';
import type { CreateEvent, EventQuery } from './event-queries';
import { later, minutesBetween } from './local-times';

export type EventDetails = NonNullable<ResultOf<typeof EventQuery>['calendarEvent']>;
export type EventInput = VariablesOf<typeof CreateEvent>['input'];
export type EventKind = EventDetails['kind'];
export type ProtocolRole = EventDetails['attendances'][number]['role'];
export type AttendanceStatus = EventDetails['attendances'][number]['status'];

export interface Attendance {
  readonly officeId: string;
  readonly role: ProtocolRole;
  readonly status: AttendanceStatus;
}

export interface EventDraft {
  readonly title: string;
  readonly kind: EventKind;
  /** `YYYY-MM-DDTHH:mm`; null: not said yet. */
  readonly start: string | null;
  /** Not included; of whole days the last one, included, at T00:00. */
  readonly end: string | null;
  readonly isAllDay: boolean;
  readonly isTimeOpen: boolean;
  readonly rule: string | null;
  readonly excludedLocals: readonly string[];
  readonly venueId: string | null;
  readonly place: string;
  readonly audience: string;
  readonly partnerOfficeIds: readonly string[];
  readonly attendances: readonly Attendance[];
  readonly summary: string;
  readonly description: string;
  readonly contact: string;
  readonly internalNote: string;
  readonly isPublic: boolean;
  readonly isConfidential: boolean;
}

/** What each part of the form gets: the draft, and how to change some of it. */
export interface DraftPartProps {
  readonly draft: EventDraft;
  readonly onChange: (part: Partial<EventDraft>) => void;
}

const dayMinutes = 1_440;

/** An empty form that begins at this time, for an hour. */
export function emptyDraft(start: string | null): EventDraft {
  return {
    title: '',
    kind: 'CULTURE',
    start,
    end: start === null ? null : later(start, 60),
    isAllDay: false,
    isTimeOpen: false,
    rule: null,
    excludedLocals: [],
    venueId: null,
    place: '',
    audience: '',
    partnerOfficeIds: [],
    attendances: [],
    summary: '',
    description: '',
    contact: '',
    internalNote: '',
    isPublic: true,
    isConfidential: false,
  };
}

export function draftOf(event: EventDetails): EventDraft {
  const { startLocal, durationMinutes, isAllDay } = event;
  return {
    ...event,
    start: startLocal,
    end: later(startLocal, isAllDay ? durationMinutes - dayMinutes : durationMinutes),
    venueId: event.venue?.id ?? null,
    audience: event.audience === null ? '' : String(event.audience),
    partnerOfficeIds: event.partners.map(({ id }) => id),
    internalNote: event.internalNote ?? '',
  };
}

/** How long it lasts, in minutes; null: the times are missing or the end comes before the start. */
export function durationOf({ start, end, isAllDay }: EventDraft): number | null {
  if (start === null || end === null) return null;
  const minutes = isAllDay
    ? minutesBetween(`${start.slice(0, 10)}T00:00`, `${end.slice(0, 10)}T00:00`) + dayMinutes
    : minutesBetween(start, end);
  return minutes >= 5 ? minutes : null;
}

/** What the times and claims of the draft are for the API; null while it has no times. */
export function claimsOf(draft: EventDraft) {
  const durationMinutes = durationOf(draft);
  if (draft.start === null || durationMinutes === null) return null;
  return {
    startLocal: draft.isAllDay ? `${draft.start.slice(0, 10)}T00:00` : draft.start,
    durationMinutes,
    isAllDay: draft.isAllDay,
    rule: draft.rule,
    excludedLocals: [...draft.excludedLocals],
    venueId: draft.venueId,
    audience: /^\d+$/.test(draft.audience.trim()) ? Number(draft.audience) : null,
    partnerOfficeIds: [...draft.partnerOfficeIds],
    attendances: draft.attendances.map(({ officeId, role, status }) => ({ officeId, role, status })),
  };
}

/** The whole draft for the API; null while it has no times. */
export function inputOf(draft: EventDraft): EventInput | null {
  const claims = claimsOf(draft);
  if (claims === null) return null;
  const { title, kind, place, summary, description, contact, internalNote, isTimeOpen, isPublic, isConfidential } =
    draft;
  return {
    ...claims,
    title,
    kind,
    place,
    summary,
    description,
    contact,
    internalNote,
    isTimeOpen,
    isConfidential,
    isPublic: isPublic && !isConfidential,
  };
}

/** The draft at another start, as long as before. */
export function movedTo(draft: EventDraft, start: string): EventDraft {
  if (draft.start === null || draft.end === null) return { ...draft, start, end: later(start, 60) };
  return { ...draft, start, end: later(draft.end, minutesBetween(draft.start, start)) };
}
