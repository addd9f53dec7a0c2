/**
 * A calendar as it leaves the house, before it is text: what a feed, an invitation by mail and a download have in
 * common. Whoever fills it has already left out what the reader may not know.
 */
export interface IcsCalendar {
  readonly name: string;
  readonly description: string | null;
  /** How often a subscriber should ask again. */
  readonly refreshMinutes: number;
  /** Only for mail (iTIP, RFC 5546): null or absent in a feed. */
  readonly method?: 'REQUEST' | 'CANCEL' | null;
  readonly events: readonly IcsEvent[];
}

export interface IcsEvent {
  /** Stable for ever; the overrides of a series carry the same. */
  readonly uid: string;
  /** Grows with each change that concerns those invited. */
  readonly sequence: number;
  readonly createdAt: Date;
  /** LAST-MODIFIED, and DTSTAMP: the same event is the same text whoever asks when. */
  readonly changedAt: Date;
  readonly summary: string;
  readonly description: string | null;
  readonly location: string | null;
  readonly geo: IcsPlace | null;
  readonly url: string | null;
  readonly categories: readonly string[];
  readonly status: IcsStatus;
  readonly isPrivate: boolean;
  /** False: it is shown, but the time counts as free (TRANSP). */
  readonly isBusy: boolean;
  /** `YYYY-MM-DDTHH:mm` on the clocks of `zone`; T00:00 for whole days. */
  readonly startLocal: string;
  readonly durationMinutes: number;
  /** IANA name. */
  readonly zone: string;
  readonly isAllDay: boolean;
  /** `FREQ=…` without `RRULE:`; null: it takes place once. */
  readonly rule: string | null;
  readonly addedLocals: readonly string[];
  readonly excludedLocals: readonly string[];
  readonly organizer: IcsPerson | null;
  readonly attendees?: readonly IcsAttendee[];
  readonly overrides: readonly IcsOverride[];
}

/** One time of a series that differs. What it does not name is as in the series. */
export interface IcsOverride {
  /** When it would begin by the rule: its name in the series (RECURRENCE-ID). */
  readonly startLocal: string;
  readonly newStartLocal: string;
  readonly durationMinutes: number;
  readonly summary?: string;
  readonly location?: string | null;
  readonly status: IcsStatus;
}

export type IcsStatus = 'TENTATIVE' | 'CONFIRMED' | 'CANCELLED';

export interface IcsPlace {
  readonly latitude: number;
  readonly longitude: number;
}

export interface IcsPerson {
  readonly name: string;
  /** A mail address, without `mailto:`. */
  readonly address: string;
}

export interface IcsAttendee extends IcsPerson {
  readonly status: IcsAnswer;
}

export type IcsAnswer = 'NEEDS-ACTION' | 'ACCEPTED' | 'DECLINED' | 'TENTATIVE';
