/**
 * May this item go out through this channel now? The one question every way out asks, at send time and inside the
 * transaction that sends. A pure function: the caller loads the facts and takes `now` from the database clock.
 *
 * Two phases. *Before release* (`releasedAt` null) only Channel.RELEASE can open, and it asks everything: approval,
 * signatures, equal hashes, embargo, schedule, freezes, blackouts. *After release* the past is not asked again, so a
 * clock set back cannot un-release: what readers fetch closes only on withdrawal, what we send also on a freeze or a
 * blackout window. Every condition must hold to open; an instant that is not a valid date keeps the gate closed.
 */
export enum Channel {
  /** The act of release itself: asked once, by the job that moves the item to RELEASED. */
  RELEASE = 'RELEASE',
  PAGE = 'PAGE',
  FEED = 'FEED',
  SEARCH = 'SEARCH',
  SITEMAP = 'SITEMAP',
  API = 'API',
  /** Pictures and documents by their address. */
  FILE = 'FILE',
  CALENDAR = 'CALENDAR',
  MAIL = 'MAIL',
  WEBHOOK = 'WEBHOOK',
  SOCIAL = 'SOCIAL',
}

/** Channels that push words to somebody; the others wait for readers. */
export const sendingChannels: ReadonlySet<Channel> = new Set([Channel.MAIL, Channel.WEBHOOK, Channel.SOCIAL]);

export enum GateReason {
  /** Nobody with the right has approved the release. */
  NOT_APPROVED = 'NOT_APPROVED',
  /** A signature that the charter asks for is missing, or no longer stands. */
  SIGNATURES_MISSING = 'SIGNATURES_MISSING',
  /** What would go out is not, hash by hash, what was signed. */
  HASH_DIFFERS = 'HASH_DIFFERS',
  /** The embargo has not ended and was not lifted. */
  EMBARGO = 'EMBARGO',
  /** The planned instant has not come. */
  SCHEDULE = 'SCHEDULE',
  /** A freeze holds an office of this item, or a past freeze held the item and nobody resumed it. */
  FROZEN = 'FROZEN',
  /** A blackout window (election period, mourning) forbids it. */
  BLACKOUT = 'BLACKOUT',
  /** Not released yet: only the act of release may be asked for. */
  NOT_RELEASED = 'NOT_RELEASED',
  /** Taken back. A page may say so, but shows none of the words. */
  WITHDRAWN = 'WITHDRAWN',
}

/** A crisis freeze of some offices. */
export interface FreezeHold {
  readonly id: string;
  readonly officeIds: readonly string[];
  /** Items let through by name. */
  readonly allowedItemIds: readonly string[];
  readonly startedAt: Date;
  readonly endedAt: Date | null;
}

export enum BlackoutEffect {
  WARN = 'WARN',
  BLOCK = 'BLOCK',
}

/** A window in which publicity is restricted; kept by an admin as data. Half-open: [startsAt, endsAt). */
export interface BlackoutWindow {
  readonly id: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly effect: BlackoutEffect;
  /** null: every office. */
  readonly officeIds: readonly string[] | null;
  /** Kinds it does not touch (e.g. statements in an emergency). */
  readonly exemptKinds: readonly string[];
  readonly exemptItemIds: readonly string[];
}

export interface ReleaseGateInput {
  readonly itemId: string;
  readonly kind: string;
  readonly channel: Channel;
  readonly now: Date;
  /** Offices named in the edition. */
  readonly officeIds: readonly string[];
  readonly approvedAt: Date | null;
  /** `signoffComplete(...).isComplete`, computed now. */
  readonly isSignoffComplete: boolean;
  /** Hash of the frozen edition. */
  readonly editionHash: string | null;
  /** Hash of the edition derived now from the signed sections (before release), or stored with the release (after). */
  readonly signedHash: string | null;
  readonly embargoUntil: Date | null;
  /** When lead and partners ended the embargo early. */
  readonly embargoLiftedAt: Date | null;
  readonly scheduledAt: Date | null;
  readonly releasedAt: Date | null;
  readonly withdrawnAt: Date | null;
  /** Set when a freeze caught the item, cleared when somebody resumes it by name: nothing resumes by itself. */
  readonly heldAt: Date | null;
  readonly freezes: readonly FreezeHold[];
  readonly blackouts: readonly BlackoutWindow[];
}

export type GateAnswer =
  | { readonly open: true; /** Blackout windows that only warn. */ readonly warnings: readonly GateReason[] }
  | { readonly open: false; readonly reasons: readonly GateReason[] };

/** True only if both are valid dates and `now` is at or after the instant. */
const reached = (now: Date, instant: Date): boolean => now.getTime() >= instant.getTime();

/** Used where a broken date must count as "it has begun". */
const isBefore = (now: Date, instant: Date): boolean => now.getTime() < instant.getTime();

function isUnderEmbargo({ now, embargoUntil, embargoLiftedAt }: ReleaseGateInput): boolean {
  if (embargoUntil === null || reached(now, embargoUntil)) return false;
  return embargoLiftedAt === null || !reached(now, embargoLiftedAt);
}

/** Whether a freeze that is active now holds an item of these offices. */
export function isFrozen(
  itemId: string,
  officeIds: readonly string[],
  freezes: readonly FreezeHold[],
  now: Date,
): boolean {
  return freezes.some(
    (freeze) =>
      !isBefore(now, freeze.startedAt)
      && (freeze.endedAt === null || !reached(now, freeze.endedAt))
      && !freeze.allowedItemIds.includes(itemId)
      && freeze.officeIds.some((id) => officeIds.includes(id)),
  );
}

/** The windows that touch an item of this kind and these offices now. */
export function activeBlackouts(
  item: Pick<ReleaseGateInput, 'itemId' | 'kind' | 'officeIds' | 'now'>,
  windows: readonly BlackoutWindow[],
): BlackoutWindow[] {
  return windows.filter(
    (window) =>
      !isBefore(item.now, window.startsAt)
      && !reached(item.now, window.endsAt)
      && !window.exemptKinds.includes(item.kind)
      && !window.exemptItemIds.includes(item.itemId)
      && (window.officeIds === null || window.officeIds.some((id) => item.officeIds.includes(id))),
  );
}

function releaseReasons(input: ReleaseGateInput): GateReason[] {
  const { now, approvedAt, scheduledAt } = input;
  return [
    ...(approvedAt !== null && reached(now, approvedAt) ? [] : [GateReason.NOT_APPROVED]),
    ...(input.isSignoffComplete ? [] : [GateReason.SIGNATURES_MISSING]),
    ...(isUnderEmbargo(input) ? [GateReason.EMBARGO] : []),
    ...(scheduledAt === null || reached(now, scheduledAt) ? [] : [GateReason.SCHEDULE]),
  ];
}

function holdReasons(input: ReleaseGateInput): GateReason[] {
  const isHeld = input.heldAt !== null || isFrozen(input.itemId, input.officeIds, input.freezes, input.now);
  const isBlackedOut = activeBlackouts(input, input.blackouts).some(({ effect }) => effect === BlackoutEffect.BLOCK);
  return [...(isHeld ? [GateReason.FROZEN] : []), ...(isBlackedOut ? [GateReason.BLACKOUT] : [])];
}

function reasonsToStayClosed(input: ReleaseGateInput): GateReason[] {
  const isReleased = input.releasedAt !== null;
  const isAct = input.channel === Channel.RELEASE;
  const asksHolds = !isReleased || sendingChannels.has(input.channel);
  const hashesAgree = input.editionHash !== null && input.editionHash === input.signedHash;
  return [
    ...(isReleased || isAct ? [] : [GateReason.NOT_RELEASED]),
    ...(isReleased ? [] : releaseReasons(input)),
    ...(hashesAgree ? [] : [GateReason.HASH_DIFFERS]),
    ...(asksHolds ? holdReasons(input) : []),
    ...(input.withdrawnAt === null ? [] : [GateReason.WITHDRAWN]),
    ...(Number.isNaN(input.now.getTime()) ? [GateReason.SCHEDULE] : []),
  ];
}

/** The answer for one item and channel: total, deterministic, every reason listed once in the order of `GateReason`. */
export function releaseGate(input: ReleaseGateInput): GateAnswer {
  const found = new Set(reasonsToStayClosed(input));
  if (found.size > 0) return { open: false, reasons: Object.values(GateReason).filter((reason) => found.has(reason)) };
  const isWarned = !input.releasedAt && activeBlackouts(input, input.blackouts).length > 0;
  return { open: true, warnings: isWarned ? [GateReason.BLACKOUT] : [] };
}

/**
 * The earliest instant at which schedule and embargo let the item go: what the release job waits for.
 * Signatures, freezes and blackouts are asked at that instant, not before.
 */
export function releaseDueAt(
  plan: Pick<ReleaseGateInput, 'scheduledAt' | 'embargoUntil' | 'embargoLiftedAt'> & { readonly approvedAt: Date },
): Date {
  const embargoEnd =
    plan.embargoUntil && plan.embargoLiftedAt && plan.embargoLiftedAt < plan.embargoUntil
      ? plan.embargoLiftedAt
      : plan.embargoUntil;
  const instants = [plan.approvedAt, plan.scheduledAt, embargoEnd].flatMap((instant) =>
    instant ? [instant.getTime()] : [],
  );
  return new Date(Math.max(...instants));
}
