/** What people are told of. A closed list: each kind has its recipients, its words, a default pace and a golden file. */
export enum NotificationKind {
  /** The office was asked to take part in a bulletin. */
  INVITED = 'INVITED',
  /** The text was offered for signature. */
  SIGNATURE_NEEDED = 'SIGNATURE_NEEDED',
  /** Words that the office had signed were changed: it must sign anew. */
  SIGNATURE_VOIDED = 'SIGNATURE_VOIDED',
  /** The lead asked again for the signature. */
  SIGNATURE_REMINDED = 'SIGNATURE_REMINDED',
  SIGNED = 'SIGNED',
  RETURNED = 'RETURNED',
  /** An office stepped out. */
  DECLINED = 'DECLINED',
  SIGNATURE_WITHDRAWN = 'SIGNATURE_WITHDRAWN',
  MENTIONED = 'MENTIONED',
  /** Somebody wrote in a thread that the person takes part in. */
  COMMENTED = 'COMMENTED',
  /** Somebody proposed other words for those of the office; told once in an hour for each section. */
  SUGGESTIONS_WAITING = 'SUGGESTIONS_WAITING',
  /** What the person proposed was accepted or rejected. */
  SUGGESTION_DECIDED = 'SUGGESTION_DECIDED',
  RELEASE_APPROVED = 'RELEASE_APPROVED',
  RELEASED = 'RELEASED',
  /** Its instant came and the release gate stayed shut. */
  RELEASE_REFUSED = 'RELEASE_REFUSED',
  WITHDRAWN = 'WITHDRAWN',
  CORRECTION_BEGUN = 'CORRECTION_BEGUN',
  /** The time to answer ends soon. */
  SIGNOFF_DUE_SOON = 'SIGNOFF_DUE_SOON',
  /** The time to answer ended without an answer. */
  SIGNOFF_LAPSED = 'SIGNOFF_LAPSED',
  /** The embargo ends within half an hour and signatures are missing. */
  EMBARGO_ENDS_UNSIGNED = 'EMBARGO_ENDS_UNSIGNED',
}

/** How soon a kind is mailed. In the workspace it is shown at once in any case. */
export enum NotificationPace {
  IMMEDIATELY = 'IMMEDIATELY',
  /** In one mail at 08.30 (Europe/Istanbul). */
  DAILY = 'DAILY',
  NEVER = 'NEVER',
}

/** The paces of people who chose nothing: what waits for an act or cannot wait comes at once, the rest once a day. */
export const defaultPaces: Readonly<Record<NotificationKind, NotificationPace>> = {
  [NotificationKind.INVITED]: NotificationPace.IMMEDIATELY,
  [NotificationKind.SIGNATURE_NEEDED]: NotificationPace.IMMEDIATELY,
  [NotificationKind.SIGNATURE_VOIDED]: NotificationPace.IMMEDIATELY,
  [NotificationKind.SIGNATURE_REMINDED]: NotificationPace.IMMEDIATELY,
  [NotificationKind.SIGNED]: NotificationPace.DAILY,
  [NotificationKind.RETURNED]: NotificationPace.IMMEDIATELY,
  [NotificationKind.DECLINED]: NotificationPace.IMMEDIATELY,
  [NotificationKind.SIGNATURE_WITHDRAWN]: NotificationPace.IMMEDIATELY,
  [NotificationKind.MENTIONED]: NotificationPace.IMMEDIATELY,
  [NotificationKind.COMMENTED]: NotificationPace.DAILY,
  [NotificationKind.SUGGESTIONS_WAITING]: NotificationPace.IMMEDIATELY,
  [NotificationKind.SUGGESTION_DECIDED]: NotificationPace.DAILY,
  [NotificationKind.RELEASE_APPROVED]: NotificationPace.DAILY,
  [NotificationKind.RELEASED]: NotificationPace.DAILY,
  [NotificationKind.RELEASE_REFUSED]: NotificationPace.IMMEDIATELY,
  [NotificationKind.WITHDRAWN]: NotificationPace.IMMEDIATELY,
  [NotificationKind.CORRECTION_BEGUN]: NotificationPace.IMMEDIATELY,
  [NotificationKind.SIGNOFF_DUE_SOON]: NotificationPace.IMMEDIATELY,
  [NotificationKind.SIGNOFF_LAPSED]: NotificationPace.IMMEDIATELY,
  [NotificationKind.EMBARGO_ENDS_UNSIGNED]: NotificationPace.IMMEDIATELY,
};

const urgentKinds: ReadonlySet<NotificationKind> = new Set([
  NotificationKind.RELEASE_REFUSED,
  NotificationKind.SIGNOFF_DUE_SOON,
  NotificationKind.SIGNOFF_LAPSED,
  NotificationKind.EMBARGO_ENDS_UNSIGNED,
]);

/** Whether something goes wrong unless somebody acts now. */
export function isUrgent(kind: NotificationKind): boolean {
  return urgentKinds.has(kind);
}

const waitingKinds: ReadonlySet<NotificationKind> = new Set([
  ...urgentKinds,
  NotificationKind.INVITED,
  NotificationKind.SIGNATURE_NEEDED,
  NotificationKind.SIGNATURE_VOIDED,
  NotificationKind.SIGNATURE_REMINDED,
  NotificationKind.RETURNED,
  NotificationKind.MENTIONED,
  NotificationKind.SUGGESTIONS_WAITING,
]);

/** Whether somebody waits for the person who is told; the other kinds are for knowing. */
export function isWaiting(kind: NotificationKind): boolean {
  return waitingKinds.has(kind);
}

/** Whether it speaks of what the person did themselves: of no concern to whoever follows the subject. */
export function isPersonal(kind: NotificationKind): boolean {
  return kind === NotificationKind.SUGGESTION_DECIDED;
}

/** What a person chose, as stored: kind → pace. A kind that is not there, or holds no pace, follows the default. */
export type StoredPaces = Readonly<Record<string, string>>;

/** How soon this person gets this kind by mail. */
export function paceOf(stored: StoredPaces, kind: NotificationKind): NotificationPace {
  const chosen = Object.hasOwn(stored, kind) ? stored[kind] : undefined;
  return Object.values(NotificationPace).find((pace) => pace === chosen) ?? defaultPaces[kind];
}

/** One kind with the pace that holds for a person, and the one it would have unchosen. */
export interface KindPace {
  readonly kind: NotificationKind;
  readonly pace: NotificationPace;
  readonly defaultPace: NotificationPace;
}

/** Every kind, in the order of the enum. */
export function allPaces(stored: StoredPaces): KindPace[] {
  return Object.values(NotificationKind).map((kind) => ({
    kind,
    pace: paceOf(stored, kind),
    defaultPace: defaultPaces[kind],
  }));
}
