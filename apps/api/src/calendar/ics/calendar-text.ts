import ICAL from 'ical.js';
import type { IcsCalendar, IcsEvent } from './ics-calendar';
import { eventComponents, keepsZone } from './event-text';
import { type JcalComponent, type JcalProperty, property } from './jcal';
import { plainLine, plainText } from './plain-text';
import { zoneBlock } from './zone-block';

// The blank before a continued line is an octet too, which ical.js does not count (RFC 5545 §3.1: 75 at most).
ICAL.foldLength = 74;

/**
 * The calendar as text of RFC 5545: CRLF, lines of at most 75 octets, text escaped. The same calendar is always the same
 * text, so that its digest can serve as ETag. Private names (X-WR-…) stand beside those of RFC 7986, for older programs.
 */
export function calendarText(calendar: IcsCalendar): string {
  const parts = [...zoneBlocks(calendar.events), ...calendar.events.flatMap((event) => eventComponents(event))];
  return ICAL.stringify(['vcalendar', headOf(calendar), parts]);
}

function headOf({ name, description, refreshMinutes, method }: IcsCalendar): JcalProperty[] {
  const every = `PT${Math.max(1, Math.round(refreshMinutes))}M`;
  return [
    property('version', 'text', '2.0'),
    property('prodid', 'text', '-//Tek Ses//Ortak takvim//TR'),
    property('calscale', 'text', 'GREGORIAN'),
    ...(method ? [property('method', 'text', method)] : []),
    ...named(['name', 'x-wr-calname'], plainLine(name)),
    ...named(['description', 'x-wr-caldesc'], plainText(description ?? '')),
    property('x-wr-timezone', 'unknown', 'Europe/Istanbul'),
    property('refresh-interval', 'duration', every),
    property('x-published-ttl', 'unknown', every),
  ];
}

/** ical.js escapes only what it knows as text, and writes `VALUE=TEXT` where it does not know the name. */
function named(names: readonly string[], text: string): JcalProperty[] {
  if (text === '') return [];
  const escaped = text.replaceAll(/[\\;,]/g, String.raw`\$&`).replaceAll('\n', String.raw`\n`);
  return names.map((name) =>
    name === 'description' ? property(name, 'text', text) : property(name, 'unknown', escaped),
  );
}

function zoneBlocks(events: readonly IcsEvent[]): JcalComponent[] {
  const inZone = Map.groupBy(events.filter(keepsZone), (event) => event.zone);
  return [...inZone].map(([zone, ofZone]) => {
    const locals = ofZone.flatMap((event) => [
      event.startLocal,
      ...event.addedLocals,
      ...event.overrides.flatMap(({ startLocal, newStartLocal }) => [startLocal, newStartLocal]),
    ]);
    const ordered = locals.toSorted();
    return zoneBlock(zone, ordered.at(0) ?? '', ordered.at(-1) ?? '');
  });
}
