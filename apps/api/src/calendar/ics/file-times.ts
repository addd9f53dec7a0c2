import { ReadingRefusal } from './calendar-problem';
import { type FileComponent, type FileProperty, propertyName, readProperty } from './content-lines';
import { type FileZone, minutesIn, offsetMinutes, readFileZone, zoneLike } from './file-zone';
import { namedZone } from './zone-names';

/** A time or a day of a file, on the clocks of a zone that has a name. */
export interface FileTime {
  readonly local: Temporal.PlainDateTime;
  /** IANA name. */
  readonly zone: string;
  readonly isDay: boolean;
  /** False: the instant is right, but `zone` does not change its clocks as the file says, so no rule can be reckoned. */
  readonly hasKnownClock: boolean;
}

/** Of a time without zone ("floating"), and of whole days. */
const homeZone = 'Europe/Istanbul';
const mostZones = 20;

/** The times of one file. A TZID that has a known name is that zone, whatever VTIMEZONE says: programs ship old ones. */
export class FileTimes {
  private readonly blocks = new Map<string, FileComponent>();
  private readonly zones = new Map<string, { zone: FileZone; name: string | null } | null>();

  constructor(components: readonly FileComponent[]) {
    for (const component of components.filter(({ name }) => name === 'vtimezone').slice(0, mostZones)) {
      const tzid = tzidOf(component);
      if (tzid !== null) this.blocks.set(tzid, component);
    }
  }

  /** The times of a property, in order. Refuses TIME_UNREADABLE, TIME_OUT_OF_RANGE, ZONE_UNKNOWN. */
  read(property: FileProperty): FileTime[] {
    const tzid = typeof property.parameters['tzid'] === 'string' ? property.parameters['tzid'].trim() : '';
    return property.values
      .map((value): unknown => (Array.isArray(value) ? value[0] : value))
      .filter((value) => property.raw.trim() !== '' && value !== undefined)
      .map((value) => this.timeOf(String(value).trim(), tzid, property.line));
  }

  private timeOf(text: string, tzid: string, line: number): FileTime {
    const [, year, month, day, hour = '', minute = '', second = '', utc] =
      /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{0,2}):?(\d{0,2}):?(\d{0,2})(Z?))?$/.exec(text) ?? [];
    if (year === undefined) throw new ReadingRefusal('TIME_UNREADABLE', line);
    if (Number(year) < 1900 || Number(year) > 2199) throw new ReadingRefusal('TIME_OUT_OF_RANGE', line);
    const isDay = hour === '';
    const local = plainTime(`${year}-${month}-${day}T${hour || '00'}:${minute || '00'}:${second || '00'}`, line);
    if (isDay) return { local, zone: homeZone, isDay, hasKnownClock: true };
    if (utc) return { local, zone: 'UTC', isDay, hasKnownClock: true };
    if (tzid === '') return { local, zone: homeZone, isDay, hasKnownClock: true };
    return this.inNamedZone(local, tzid, line);
  }

  private inNamedZone(local: Temporal.PlainDateTime, tzid: string, line: number): FileTime {
    const known = namedZone(tzid);
    if (known !== null) return { local, zone: known, isDay: false, hasKnownClock: true };
    const described = this.described(tzid, local.year);
    if (described === null) throw new ReadingRefusal('ZONE_UNKNOWN', line);
    const minutes = offsetMinutes(described.zone, local);
    if (described.name !== null && minutesIn(described.name, local) === minutes)
      return { local, zone: described.name, isDay: false, hasKnownClock: true };
    const instant = local.subtract({ minutes }).toZonedDateTime('UTC');
    const home = instant.withTimeZone(homeZone).toPlainDateTime();
    return { local: home, zone: homeZone, isDay: false, hasKnownClock: false };
  }

  private described(tzid: string, year: number): { zone: FileZone; name: string | null } | null {
    const cached = this.zones.get(tzid);
    if (cached !== undefined) return cached;
    const block = this.blocks.get(tzid);
    const zone = block === undefined ? null : readFileZone(block);
    const found = zone === null ? null : { zone, name: zoneLike(zone, year) };
    if (this.zones.size < mostZones) this.zones.set(tzid, found);
    return found;
  }
}

/** The same time on the clocks of `zone`; a day is the same day everywhere. */
export function localIn(time: FileTime, zone: string): Temporal.PlainDateTime {
  return time.isDay ? time.local : instantOf(time).withTimeZone(zone).toPlainDateTime();
}

export function instantOf({ local, zone }: FileTime): Temporal.ZonedDateTime {
  return local.toZonedDateTime(zone);
}

/** `YYYY-MM-DDTHH:mm`; seconds are left out. */
export function minuteText(local: Temporal.PlainDateTime): string {
  return local.toString({ smallestUnit: 'minute' });
}

function plainTime(text: string, line: number): Temporal.PlainDateTime {
  try {
    return Temporal.PlainDateTime.from(text);
  } catch {
    throw new ReadingRefusal('TIME_UNREADABLE', line);
  }
}

function tzidOf(component: FileComponent): string | null {
  const line = component.lines.find((each) => propertyName(each) === 'tzid');
  if (line === undefined) return null;
  try {
    return String(readProperty(line).values[0]).trim();
  } catch {
    return null;
  }
}
