import type { FileProperty } from './content-lines';
import type { IcsAnswer, IcsAttendee, IcsPerson, IcsPlace, IcsStatus } from './ics-calendar';
import { plainLine, plainText } from './plain-text';

/** In UTF-16 units, as databases and forms count them here. */
export interface TextLimits {
  readonly summaryLength: number;
  readonly locationLength: number;
  readonly descriptionLength: number;
  readonly categories: number;
  readonly attendees: number;
}

/** All of an event but its times. */
export interface EventTexts {
  /** Null: the file gives none, and the event cannot be known again when it is read once more. */
  readonly uid: string | null;
  readonly sequence: number;
  readonly changedAt: Date | null;
  readonly summary: string;
  readonly description: string | null;
  readonly location: string | null;
  readonly geo: IcsPlace | null;
  readonly url: string | null;
  readonly categories: readonly string[];
  readonly status: IcsStatus;
  readonly isPrivate: boolean;
  readonly isBusy: boolean;
  readonly organizer: IcsPerson | null;
  readonly attendees: readonly IcsAttendee[];
  /** Names of properties that were cut to their longest length or could not be read, such as `description`. */
  readonly lost: readonly string[];
}

const longestUid = 255;
const longestCategory = 60;
const longestUrl = 2_000;
const longestName = 200;

/** `unreadable` are the names of lines that were given up already. No summary is an empty one. */
export function readTexts(
  properties: readonly FileProperty[],
  unreadable: readonly string[],
  limits: TextLimits,
): EventTexts {
  const lost = new Set(unreadable);
  const text = (name: string) => textOf(properties.find((property) => property.name === name));
  const cut = (name: string, value: string, length: number) => {
    if (value.length > length) lost.add(name);
    return shortened(value, length);
  };
  const summary = cut('summary', plainLine(text('summary')), limits.summaryLength);
  const { categories, attendees } = limits;
  return {
    uid: cut('uid', plainLine(text('uid')), longestUid) || null,
    sequence: wholeNumber(text('sequence')),
    changedAt: instantOf(text('last-modified')) ?? instantOf(text('dtstamp')),
    summary,
    description: cut('description', plainText(text('description')).trim(), limits.descriptionLength) || null,
    location: cut('location', plainLine(text('location')), limits.locationLength) || null,
    geo: placeOf(properties.find(({ name }) => name === 'geo')),
    url: addressOf(text('url')),
    categories: categoriesOf(properties).slice(0, categories),
    status: statusOf(text('status')),
    isPrivate: ['PRIVATE', 'CONFIDENTIAL'].includes(text('class').trim().toUpperCase()),
    isBusy: text('transp').trim().toUpperCase() !== 'TRANSPARENT',
    organizer: people(properties, 'organizer')[0] ?? null,
    attendees: people(properties, 'attendee').slice(0, attendees),
    lost: [...lost],
  };
}

function textOf(property: FileProperty | undefined): string {
  const [value] = property?.values ?? [];
  return typeof value === 'string' ? value : (property?.raw ?? '');
}

/** Never ends in half a letter. */
function shortened(text: string, length: number): string {
  return text.length <= length ? text : text.slice(0, length).replace(/[\ud800-\udbff]$/, '');
}

function wholeNumber(text: string): number {
  return /^\s*\d{1,9}\s*$/.test(text) ? Number(text) : 0;
}

/** jCal writes `2026-04-23T06:00:00Z`; a stamp without Z breaks the rule and is taken as UTC all the same. */
function instantOf(text: string): Date | null {
  const at = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}/.exec(text)?.[0];
  const date = new Date(`${at}Z`);
  return at === undefined || Number.isNaN(date.getTime()) ? null : date;
}

/** The semicolon between the two is not text, but some programs escape it. */
function placeOf(property: FileProperty | undefined): IcsPlace | null {
  const [, latitude, longitude] =
    /^\s*([+-]?\d{1,3}(?:\.\d{1,20})?)\s*\\?[;,]\s*([+-]?\d{1,3}(?:\.\d{1,20})?)\s*$/.exec(property?.raw ?? '') ?? [];
  const place = { latitude: Number(latitude), longitude: Number(longitude) };
  return Math.abs(place.latitude) <= 90 && Math.abs(place.longitude) <= 180 ? place : null;
}

function addressOf(text: string): string | null {
  const plain = plainText(text).trim();
  if (plain.length > longestUrl || !/^https?:\/\//i.test(plain) || !URL.canParse(plain)) return null;
  const { href } = new URL(plain);
  return href.length > longestUrl ? null : href;
}

function categoriesOf(properties: readonly FileProperty[]): string[] {
  const values = properties.filter(({ name }) => name === 'categories').flatMap((property) => property.values);
  const texts = values.filter((value) => typeof value === 'string');
  return [...new Set(texts.map((text) => shortened(plainLine(text), longestCategory)))].filter((text) => text !== '');
}

function statusOf(text: string): IcsStatus {
  const status = text.trim().toUpperCase();
  return status === 'TENTATIVE' || status === 'CANCELLED' ? status : 'CONFIRMED';
}

/** Those with a mail address; rooms and people without one are left out. */
function people(properties: readonly FileProperty[], name: 'organizer' | 'attendee'): IcsAttendee[] {
  return properties.flatMap((property) => {
    if (property.name !== name) return [];
    const address = plainLine(textOf(property)).replace(/^mailto:\s*/i, '');
    if (address.length > 254 || !/^[^\s@<>"]+@[^\s@<>"]+$/.test(address)) return [];
    const cn = typeof property.parameters['cn'] === 'string' ? property.parameters['cn'] : '';
    return [
      { name: shortened(plainLine(cn), longestName), address, status: answerOf(property.parameters['partstat']) },
    ];
  });
}

function answerOf(value: unknown): IcsAnswer {
  const answer = typeof value === 'string' ? value.toUpperCase() : '';
  return answer === 'ACCEPTED' || answer === 'DECLINED' || answer === 'TENTATIVE' ? answer : 'NEEDS-ACTION';
}
