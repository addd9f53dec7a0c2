/**
 * What collides in the joint calendar, by the rules of the offices' own guide: the same place, the same confirmed person
 * of protocol, the same crew, two crowds on one evening close to each other, two press calls for the same few media.
 * Pure and exact: an interval ends before its last instant, and an invitation alone collides with nothing.
 */
import { kilometresBetween, longestKilometres, type Place } from './place';

export enum ConflictKind {
  VENUE = 'VENUE',
  PROTOCOL = 'PROTOCOL',
  CREW = 'CREW',
  TRAVEL = 'TRAVEL',
  NEARBY_CROWD = 'NEARBY_CROWD',
  SAME_MEDIA = 'SAME_MEDIA',
}

export enum ConflictSeverity {
  /** It cannot take place like this. */
  BLOCKING = 'BLOCKING',
  /** It can, but somebody has to decide. */
  WARNING = 'WARNING',
}

export const severityOf: Readonly<Record<ConflictKind, ConflictSeverity>> = {
  [ConflictKind.VENUE]: ConflictSeverity.BLOCKING,
  [ConflictKind.CREW]: ConflictSeverity.BLOCKING,
  [ConflictKind.TRAVEL]: ConflictSeverity.WARNING,
  [ConflictKind.PROTOCOL]: ConflictSeverity.WARNING,
  [ConflictKind.NEARBY_CROWD]: ConflictSeverity.WARNING,
  [ConflictKind.SAME_MEDIA]: ConflictSeverity.WARNING,
};

/**
 * One occurrence of an event, as far as it can collide. What is cancelled, or postponed without a new date, is none:
 * callers leave it out. No list names an id twice.
 */
export interface Engagement {
  readonly eventId: string;
  /** The start within the series, local; with `eventId` its identity. */
  readonly startLocal: string;
  readonly startsAt: Date;
  /** Not included. */
  readonly endsAt: Date;
  /**
   * When it begins and ends on the clocks of its zone, `YYYY-MM-DDTHH:mm`, for "the same evening". `beginLocal` is not
   * `startLocal` where one time of a series was moved.
   */
  readonly beginLocal: string;
  readonly endLocal: string;
  /** Lead and partners. */
  readonly officeIds: readonly string[];
  readonly place: Place | null;
  /** People expected; 0: unknown. */
  readonly audience: number;
  /** The confirmed persons of protocol, `<office id>:<role>`; an invited one is not among them. */
  readonly confirmedProtocol: readonly string[];
  /** Persons and vehicles that cover it. */
  readonly crewIds: readonly string[];
  /** Media contacts or outlets that it is made for; empty: no press event. */
  readonly mediaIds: readonly string[];
}

export interface Conflict {
  readonly kind: ConflictKind;
  readonly severity: ConflictSeverity;
  /** In order of their starts, then of their ends. */
  readonly between: readonly [Engagement, Engagement];
  /** What both claim: protocol persons, crew, media; empty for places and crowds. */
  readonly shared: readonly string[];
  /** Kilometres between the places, where that is what it is about. */
  readonly kilometres: number | null;
}

/** What the offices agreed on; the guide of the joint calendar names the first three. */
export interface ConflictRules {
  /** From this time on it is evening, `HH:mm`, until midnight. */
  readonly eveningFrom: string;
  /** Each of two crowds has at least as many people. */
  readonly crowd: number;
  /** Crowds at most this far apart, as the crow flies, share roads and police. */
  readonly nearbyKilometres: number;
  /** Two press events collide when they want at least this share of the smaller one's media. */
  readonly sameMediaShare: number;
  /** Kilometres of road per kilometre as the crow flies, and the speed on it. */
  readonly roadFactor: number;
  readonly kilometresPerHour: number;
}

export const defaultConflictRules: ConflictRules = {
  eveningFrom: '17:00',
  crowd: 1_000,
  nearbyKilometres: 15,
  sameMediaShare: 0.5,
  roadFactor: 1.4,
  kilometresPerHour: 60,
};

type Finding = Pick<Conflict, 'shared' | 'kilometres'>;
/** Given in order of their starts. */
type Rule = (one: Engagement, other: Engagement, rules: ConflictRules) => Finding | null;

const nothingShared: Finding = { shared: [], kilometres: null };

const checks: Readonly<Record<ConflictKind, Rule>> = {
  [ConflictKind.VENUE]: (one, other) =>
    isReal(one.place) && one.place.id === other.place?.id && overlap(one, other) ? nothingShared : null,
  [ConflictKind.PROTOCOL]: (one, other) =>
    overlap(one, other) ? claimed(one.confirmedProtocol, other.confirmedProtocol) : null,
  [ConflictKind.CREW]: (one, other) => (overlap(one, other) ? claimed(one.crewIds, other.crewIds) : null),
  [ConflictKind.TRAVEL]: (one, other, rules) => {
    if (overlap(one, other) || !isReal(one.place) || !isReal(other.place)) return null;
    const crew = claimed(one.crewIds, other.crewIds);
    if (crew === null) return null;
    const kilometres = kilometresBetween(one.place, other.place);
    return other.startsAt.getTime() - one.endsAt.getTime() < travelMs(kilometres, rules)
      ? { ...crew, kilometres }
      : null;
  },
  [ConflictKind.NEARBY_CROWD]: (one, other, rules) => {
    if (one.audience < rules.crowd || other.audience < rules.crowd) return null;
    if (!isReal(one.place) || !isReal(other.place) || !shareEvening(one, other, rules)) return null;
    if (claimed(one.officeIds, other.officeIds) !== null) return null;
    const kilometres = kilometresBetween(one.place, other.place);
    return kilometres <= rules.nearbyKilometres ? { shared: [], kilometres } : null;
  },
  [ConflictKind.SAME_MEDIA]: (one, other, rules) => {
    if (!overlap(one, other)) return null;
    const media = claimed(one.mediaIds, other.mediaIds);
    const fewest = Math.min(one.mediaIds.length, other.mediaIds.length);
    return media !== null && media.shared.length >= fewest * rules.sameMediaShare ? media : null;
  },
};
const kinds = Object.values(ConflictKind);

/** Findings in the order of `others`, then of the kinds. Itself and its own series are left out. */
export function conflictsOf(
  candidate: Engagement,
  others: Iterable<Engagement>,
  rules: ConflictRules = defaultConflictRules,
): Conflict[] {
  const found: Conflict[] = [];
  const reach = reachMs(candidate, rules);
  for (const other of others) {
    if (other.eventId === candidate.eventId || isBeyond(candidate, other, reach)) continue;
    const between = inOrder(candidate, other);
    for (const kind of kinds) {
      const finding = checks[kind](...between, rules);
      if (finding !== null) found.push({ kind, severity: severityOf[kind], between, ...finding });
    }
  }
  return found;
}

/** Half-open intervals: the end is free again. What takes no time collides with what goes on around it. */
export function overlap(one: Engagement, other: Engagement): boolean {
  return one.startsAt.getTime() < other.endsAt.getTime() && other.startsAt.getTime() < one.endsAt.getTime();
}

const dayMs = 86_400_000;

/**
 * Milliseconds before and after an occurrence beyond which nothing collides with it: the evening of one date on clocks
 * of any two zones, and for a crew the longest way on earth.
 */
export function reachMs({ crewIds }: Engagement, rules: ConflictRules = defaultConflictRules): number {
  return crewIds.length === 0 ? 2 * dayMs : Math.max(2 * dayMs, travelMs(longestKilometres, rules));
}

/** More than `ms` lie between the end of the one and the start of the other. */
function isBeyond(one: Engagement, other: Engagement, ms: number): boolean {
  return other.startsAt.getTime() - one.endsAt.getTime() > ms || one.startsAt.getTime() - other.endsAt.getTime() > ms;
}

function travelMs(kilometres: number, { roadFactor, kilometresPerHour }: ConflictRules): number {
  return (kilometres * roadFactor * 3_600_000) / kilometresPerHour;
}

/** By start; of two that begin together first what ends first. */
function inOrder(one: Engagement, other: Engagement): readonly [Engagement, Engagement] {
  const later =
    one.startsAt.getTime() - other.startsAt.getTime()
    || one.endsAt.getTime() - other.endsAt.getTime()
    || (one.eventId < other.eventId ? -1 : 1);
  return later < 0 ? [one, other] : [other, one];
}

function isReal(place: Place | null): place is Place {
  return place !== null && !place.isVirtual;
}

/**
 * Both go on in the evening (from `eveningFrom` to midnight) of one date, not necessarily at once. The small hours of what
 * began before midnight make no second evening, and what ends as the evening begins is not on in it.
 */
function shareEvening(one: Engagement, other: Engagement, { eveningFrom }: ConflictRules): boolean {
  const bothBegun = one.beginLocal > other.beginLocal ? one.beginLocal : other.beginLocal;
  const oneEnds = one.endLocal < other.endLocal ? one.endLocal : other.endLocal;
  for (let day = bothBegun.slice(0, 10); day <= oneEnds.slice(0, 10); day = dayAfter(day)) {
    const evening = `${day}T${eveningFrom}`;
    if ([one, other].every(({ beginLocal, endLocal }) => endLocal > evening || beginLocal === evening)) return true;
  }
  return false;
}

function dayAfter(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + dayMs).toISOString().slice(0, 10);
}

function claimed(one: readonly string[], other: readonly string[]): Finding | null {
  if (one.length === 0 || other.length === 0) return null;
  const shared = one.filter((id) => other.includes(id));
  return shared.length === 0 ? null : { shared, kilometres: null };
}
