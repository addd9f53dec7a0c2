/** The words of the press guide (features: medya rehberi). Values are those of the API and of the database. */

export enum OutletType {
  /** Haber ajansı. */
  AGENCY = 'AGENCY',
  /** Gazete. */
  NEWSPAPER = 'NEWSPAPER',
  /** Televizyon. */
  TV = 'TV',
  /** Radyo. */
  RADIO = 'RADIO',
  /** Haber sitesi. */
  WEB = 'WEB',
}

/** How far an outlet reaches. */
export enum OutletScope {
  NATIONAL = 'NATIONAL',
  REGION = 'REGION',
  PROVINCE = 'PROVINCE',
  DISTRICT = 'DISTRICT',
}

/** How an outlet likes to be reached; bulletins go by e-mail all the same. */
export enum OutletChannel {
  EMAIL = 'EMAIL',
  WHATSAPP = 'WHATSAPP',
  /** A link to the material. */
  LINK = 'LINK',
  PHONE = 'PHONE',
}

/** What an outlet works with. */
export enum OutletNeed {
  TEXT = 'TEXT',
  PHOTO = 'PHOTO',
  /** Ham video. */
  RAW_VIDEO = 'RAW_VIDEO',
  AUDIO = 'AUDIO',
  GRAPHIC = 'GRAPHIC',
  /** Figures behind the text. */
  FIGURES = 'FIGURES',
  LINK = 'LINK',
  /** Somebody to speak in the studio. */
  GUEST = 'GUEST',
}

/**
 * On what ground the office keeps the address. Source: Law 6698 (KVKK) art. 5; the office's legal unit chooses.
 */
export enum LegalBasis {
  /** Art. 5/2-ç: needed for a legal duty of the office. */
  PUBLIC_DUTY = 'PUBLIC_DUTY',
  /** Art. 5/2-f: legitimate interest. */
  LEGITIMATE_INTEREST = 'LEGITIMATE_INTEREST',
  /** Art. 5/2-d: made public by the person, e.g. in an imprint. */
  MADE_PUBLIC = 'MADE_PUBLIC',
  /** Art. 5/1: explicit consent. */
  EXPLICIT_CONSENT = 'EXPLICIT_CONSENT',
}

/**
 * The day by which the office asks itself again whether it needs the address: a year after the given one, both
 * 'YYYY-MM-DD'. Source: KVKK art. 4 (kept only as long as needed); the yearly review is the house's rule.
 */
export function nextReviewOn(day: string): string {
  const [year = '', month = '', date = ''] = day.split('-');
  const isLeapDay = month === '02' && date === '29';
  return `${String(Number(year) + 1).padStart(4, '0')}-${month}-${isLeapDay ? '28' : date}`;
}
