import type { IcsAttendee, IcsEvent, IcsOverride, IcsPerson } from './ics-calendar';
import { type JcalComponent, type JcalProperty, property } from './jcal';
import { plainLine, plainText } from './plain-text';
import { withRuleEnd } from './rule-end';

const minutesOfDay = 24 * 60;

/**
 * Whether its times are written on the clocks of its zone. Whole days need no zone; an event abroad that takes place once
 * is an instant in UTC; a series keeps its zone, or its hour would shift with the clocks there.
 */
export function keepsZone(event: IcsEvent): boolean {
  if (event.isAllDay || event.zone === 'UTC') return false;
  return event.zone === 'Europe/Istanbul' || isSeries(event);
}

/** The VEVENT of the event, then one for each time of the series that differs (RECURRENCE-ID). */
export function eventComponents(event: IcsEvent): JcalComponent[] {
  return [
    component(event, [
      ...timesOf(event, event.startLocal, event.durationMinutes),
      ...ruleOf(event),
      ...event.addedLocals.map((local) => timeProperty('rdate', event, local)),
      ...event.excludedLocals.map((local) => timeProperty('exdate', event, local)),
    ]),
    ...event.overrides.map((override) => overrideComponent(event, override)),
  ];
}

function isSeries({ rule, addedLocals, overrides }: IcsEvent): boolean {
  return rule !== null || addedLocals.length > 0 || overrides.length > 0;
}

function overrideComponent(event: IcsEvent, override: IcsOverride): JcalComponent {
  const { summary = event.summary, location = event.location, status } = override;
  return component({ ...event, summary, location, status }, [
    timeProperty('recurrence-id', event, override.startLocal),
    ...timesOf(event, override.newStartLocal, override.durationMinutes),
  ]);
}

function component(event: IcsEvent, times: readonly JcalProperty[]): JcalComponent {
  const properties = [
    property('uid', 'text', plainLine(event.uid)),
    property('dtstamp', 'date-time', instant(event.changedAt)),
    property('created', 'date-time', instant(event.createdAt)),
    property('last-modified', 'date-time', instant(event.changedAt)),
    property('sequence', 'integer', event.sequence),
    ...times,
    property('summary', 'text', plainText(event.summary)),
    ...textProperty('description', event.description),
    ...textProperty('location', event.location),
    ...placeOf(event),
    ...urlOf(event),
    ...categoriesOf(event),
    property('status', 'text', event.status),
    property('class', 'text', event.isPrivate ? 'PRIVATE' : 'PUBLIC'),
    property('transp', 'text', event.isBusy ? 'OPAQUE' : 'TRANSPARENT'),
    ...(event.organizer ? [personProperty('organizer', event.organizer, {})] : []),
    ...(event.attendees ?? []).map((attendee) => attendeeProperty(attendee)),
  ];
  return ['vevent', properties, []];
}

function textProperty(name: string, text: string | null): JcalProperty[] {
  const plain = plainText(text ?? '');
  return plain === '' ? [] : [property(name, 'text', plain)];
}

function placeOf({ geo }: IcsEvent): JcalProperty[] {
  if (geo === null) return [];
  return [property('geo', 'float', [geo.latitude.toFixed(6), geo.longitude.toFixed(6)])];
}

/** An address is not escaped as text is, so nothing that ends a line may stand in it. */
function urlOf({ url }: IcsEvent): JcalProperty[] {
  if (url === null || !URL.canParse(url)) return [];
  return [property('url', 'uri', new URL(url).href)];
}

function categoriesOf({ categories }: IcsEvent): JcalProperty[] {
  const named = categories.map((category) => plainLine(category)).filter((category) => category !== '');
  return named.length === 0 ? [] : [property('categories', 'text', ...named)];
}

function attendeeProperty(attendee: IcsAttendee): JcalProperty {
  return personProperty('attendee', attendee, {
    cutype: 'INDIVIDUAL',
    role: 'REQ-PARTICIPANT',
    partstat: attendee.status,
    rsvp: 'TRUE',
  });
}

function personProperty(name: string, person: IcsPerson, parameters: Readonly<Record<string, string>>): JcalProperty {
  const cn = plainLine(person.name);
  const address = plainText(person.address).replaceAll(/\s/g, '');
  return [name, { ...parameters, ...(cn === '' ? {} : { cn }) }, 'cal-address', `mailto:${address}`];
}

/** The end is not included: the day after the last one, or the minute after. No end: it has no length (§3.6.1). */
function timesOf(event: IcsEvent, startLocal: string, durationMinutes: number): JcalProperty[] {
  const start = timeProperty('dtstart', event, startLocal);
  if (event.isAllDay) {
    const days = Math.max(1, Math.ceil(durationMinutes / minutesOfDay));
    return [start, timeProperty('dtend', event, Temporal.PlainDateTime.from(startLocal).add({ days }).toString())];
  }
  if (durationMinutes <= 0) return [start];
  const end = zoned(event, startLocal).add({ minutes: durationMinutes });
  return [start, timeProperty('dtend', event, end.toPlainDateTime().toString({ smallestUnit: 'minute' }))];
}

/** All times of one event have one type of value and one zone: RFC 5545 §3.8.4.4, §3.8.5. */
function timeProperty(name: string, event: IcsEvent, local: string): JcalProperty {
  if (event.isAllDay) return [name, {}, 'date', local.slice(0, 10)];
  if (keepsZone(event)) return [name, { tzid: event.zone }, 'date-time', `${local}:00`];
  return [name, {}, 'date-time', zoned(event, local).toInstant().toString({ smallestUnit: 'second' })];
}

function ruleOf(event: IcsEvent): JcalProperty[] {
  if (event.rule === null) return [];
  const parts = withRuleEnd(event.rule, event)
    .split(';')
    .map((part) => part.split('=', 2) as [string, string]);
  // jCal has hyphens and colons in its times (RFC 7265 §3.6.10).
  const value = parts.map(([name, text]) => [name.toLowerCase(), name === 'UNTIL' ? hyphenated(text) : text]);
  return [property('rrule', 'recur', Object.fromEntries(value))];
}

function hyphenated(until: string): string {
  return until.replace(/^(\d{4})(\d{2})(\d{2})/, '$1-$2-$3').replace(/T(\d{2})(\d{2})(\d{2})/, 'T$1:$2:$3');
}

function zoned({ zone }: IcsEvent, local: string): Temporal.ZonedDateTime {
  return Temporal.PlainDateTime.from(local).toZonedDateTime(zone);
}

function instant(at: Date): string {
  return `${at.toISOString().slice(0, 19)}Z`;
}
