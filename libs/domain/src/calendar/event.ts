/** Words of the joint calendar that rules, database and screens share. */

export enum EventState {
  /** Known to the offices that prepare it alone. */
  DRAFT = 'DRAFT',
  /** Announced to the other offices; may still change. */
  TENTATIVE = 'TENTATIVE',
  CONFIRMED = 'CONFIRMED',
  /** Will take place, nobody knows when; collides with nothing meanwhile. */
  POSTPONED = 'POSTPONED',
  CANCELLED = 'CANCELLED',
  DONE = 'DONE',
}

/** In which states an event claims its place, its people and its evening. */
export const claimingStates: readonly EventState[] = [EventState.DRAFT, EventState.TENTATIVE, EventState.CONFIRMED];

export enum EventKind {
  PRESS = 'PRESS',
  CULTURE = 'CULTURE',
  SPORT = 'SPORT',
  SOCIAL = 'SOCIAL',
  TOURISM = 'TOURISM',
  COMMEMORATION = 'COMMEMORATION',
  HOLIDAY = 'HOLIDAY',
  OPENING = 'OPENING',
  ENVIRONMENT = 'ENVIRONMENT',
  EMERGENCY = 'EMERGENCY',
  COORDINATION = 'COORDINATION',
  OTHER = 'OTHER',
}

/** A post of protocol; the person in it may change, the diary goes with the post. */
export enum ProtocolRole {
  MAYOR = 'MAYOR',
  DEPUTY_MAYOR = 'DEPUTY_MAYOR',
  SECRETARY_GENERAL = 'SECRETARY_GENERAL',
  PRESS_DIRECTOR = 'PRESS_DIRECTOR',
}

/** Davetli, teyitli, katılamıyor: an invitation alone claims nobody's time. */
export enum AttendanceStatus {
  INVITED = 'INVITED',
  CONFIRMED = 'CONFIRMED',
  DECLINED = 'DECLINED',
}
