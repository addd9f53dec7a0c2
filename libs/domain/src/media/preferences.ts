import { slug } from '@turkish/slug';

/**
 * What a recipient does not want, per office and topic, and whether a mail may go to them all the same. A refusal
 * without an office is one of every office; one without a topic is one of every topic.
 */
export interface Refusal {
  readonly officeId: string | null;
  readonly topic: string | null;
}

/** A mail as preferences see it. */
export interface MailSubject {
  /** The office that sends. */
  readonly leadOfficeId: string;
  /** All offices whose words are in it. */
  readonly officeIds: readonly string[];
  /** As written or as slugs. */
  readonly tags: readonly string[];
}

export interface Topic {
  readonly code: string;
  /** As readers see it. */
  readonly label: string;
  /** Slugs of the tags that belong to it. */
  readonly tags: readonly string[];
}

/** What no other topic covers, so that every mail has at least one. */
export const OTHER_TOPIC = 'diger';

/** The topics that recipients choose from, in the order of the page. */
export const TOPICS: readonly Topic[] = [
  {
    code: 'altyapi-ulasim',
    label: 'Altyapı, su ve ulaşım',
    tags: [
      'altyapi', 'aritma', 'asfalt', 'baski', 'otobus', 'parke', 'su', 'su-kesintisi', 'trafik', 'trafik-guvenligi',
      'ulasim', 'yayalastirma', 'yol',
    ],
  },
  {
    code: 'cevre-tarim',
    label: 'Çevre, tarım ve hayvan hakları',
    tags: [
      'cevre', 'deniz', 'geri-kazanim', 'hayvan', 'hayvanlar', 'kirsal', 'kiyi', 'kompost', 'park', 'sahiplendirme',
      'sifir-atik', 'sulama', 'tarim', 'zeytin', 'zeytinyagi',
    ],
  },
  {
    code: 'kultur-turizm',
    label: 'Kültür, sanat ve turizm',
    tags: ['festival', 'konser', 'kultur', 'kutuphane', 'muze', 'muzik', 'rota', 'sanat', 'sergi', 'sinema', 'tiyatro', 'turizm'],
  },
  { code: 'spor-genclik', label: 'Spor ve gençlik', tags: ['bisiklet', 'genclik', 'kosu', 'spor', 'yari-maraton', 'yuruyus'] },
  {
    code: 'sosyal-egitim-saglik',
    label: 'Sosyal destek, eğitim ve sağlık',
    tags: [
      'cocuk', 'egitim', 'engelli', 'erisilebilirlik', 'evde-bakim', 'istihdam', 'kadin', 'kadin-uretici', 'kurs', 'saglik',
      'sosyal-destek', 'yasli',
    ],
  },
  { code: 'afet-acil', label: 'Afet ve acil durum', tags: ['afet', 'itfaiye', 'kriz-iletisimi', 'orman-yangini', 'taskin', 'tatbikat', 'yangin'] },
  { code: OTHER_TOPIC, label: 'Diğer konular', tags: [] },
]; // prettier-ignore

/** The topics of a mail with these tags; names of places belong to none, and a mail without any is of OTHER_TOPIC. */
export function topicsOf(tags: readonly string[]): string[] {
  const slugs = new Set(tags.map((tag) => slug(tag)));
  const codes = TOPICS.filter((topic) => topic.tags.some((tag) => slugs.has(tag))).map(({ code }) => code);
  return codes.length > 0 ? codes : [OTHER_TOPIC];
}

/**
 * Whether somebody with these refusals gets this mail: never from an office that they refused, else when at least one
 * topic of at least one office in it is not refused.
 */
export function wantsMail(refusals: readonly Refusal[], mail: MailSubject): boolean {
  if (refusesOffice(refusals, mail.leadOfficeId)) return false;
  const topics = topicsOf(mail.tags);
  const offices = new Set([mail.leadOfficeId, ...mail.officeIds]);
  return [...offices].some((officeId) => topics.some((topic) => !refuses(refusals, officeId, topic)));
}

/** Whether everything of this office is refused. */
export function refusesOffice(refusals: readonly Refusal[], officeId: string): boolean {
  return refusals.some((refusal) => refusal.topic === null && covers(refusal, officeId));
}

/** Whether this topic of this office is refused, by itself or with more. */
export function refuses(refusals: readonly Refusal[], officeId: string, topic: string): boolean {
  return refusals.some((refusal) => covers(refusal, officeId) && (refusal.topic === null || refusal.topic === topic));
}

function covers(refusal: Refusal, officeId: string): boolean {
  return refusal.officeId === null || refusal.officeId === officeId;
}

/** What somebody wishes, as a page can show it: the topics that are wanted of each office. */
export type Wishes = ReadonlyMap<string, readonly string[]>;

/** The fewest refusals that say the same: an office of which nothing is wanted is refused as a whole. */
export function refusalsFor(wishes: Wishes): Refusal[] {
  return [...wishes].flatMap(([officeId, wanted]): Refusal[] => {
    const refused = TOPICS.filter(({ code }) => !wanted.includes(code));
    if (refused.length === TOPICS.length) return [{ officeId, topic: null }];
    return refused.map(({ code }) => ({ officeId, topic: code }));
  });
}
