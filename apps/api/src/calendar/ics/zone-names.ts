/**
 * Zones as Windows and Exchange call them, as far as they are met here. Source: Unicode CLDR, `windowsZones.xml`
 * (territory 001).
 */
const windowsNames: Readonly<Record<string, string>> = {
  'turkey standard time': 'Europe/Istanbul',
  utc: 'UTC',
  'gmt standard time': 'Europe/London',
  'greenwich standard time': 'Atlantic/Reykjavik',
  'w. europe standard time': 'Europe/Berlin',
  'central europe standard time': 'Europe/Budapest',
  'central european standard time': 'Europe/Warsaw',
  'romance standard time': 'Europe/Paris',
  'gtb standard time': 'Europe/Bucharest',
  'fle standard time': 'Europe/Kiev',
  'e. europe standard time': 'Europe/Chisinau',
  'russian standard time': 'Europe/Moscow',
  'belarus standard time': 'Europe/Minsk',
  'egypt standard time': 'Africa/Cairo',
  'israel standard time': 'Asia/Jerusalem',
  'jordan standard time': 'Asia/Amman',
  'syria standard time': 'Asia/Damascus',
  'middle east standard time': 'Asia/Beirut',
  'arab standard time': 'Asia/Riyadh',
  'arabic standard time': 'Asia/Baghdad',
  'arabian standard time': 'Asia/Dubai',
  'iran standard time': 'Asia/Tehran',
  'azerbaijan standard time': 'Asia/Baku',
  'georgian standard time': 'Asia/Tbilisi',
  'caucasus standard time': 'Asia/Yerevan',
  'west asia standard time': 'Asia/Tashkent',
  'india standard time': 'Asia/Kolkata',
  'china standard time': 'Asia/Shanghai',
  'singapore standard time': 'Asia/Singapore',
  'tokyo standard time': 'Asia/Tokyo',
  'korea standard time': 'Asia/Seoul',
  'aus eastern standard time': 'Australia/Sydney',
  'eastern standard time': 'America/New_York',
  'central standard time': 'America/Chicago',
  'mountain standard time': 'America/Denver',
  'pacific standard time': 'America/Los_Angeles',
};

/**
 * The IANA name behind a TZID: the name itself, a Windows name, or the end of a longer one such as
 * `/freeassociation.sourceforge.net/Europe/Istanbul`. Null: it is a name of that program's own.
 */
export function namedZone(tzid: string): string | null {
  const plain = tzid.trim().replaceAll(/^"|"$/g, '');
  if (plain.length > 200) return null;
  const windows = windowsNames[plain.toLowerCase()];
  if (windows !== undefined) return windows;
  if (!plain.startsWith('/')) return canonical(plain);
  const segments = plain.split('/').filter((segment) => segment !== '');
  for (const length of [3, 2]) {
    const found = segments.length >= length ? canonical(segments.slice(-length).join('/')) : null;
    if (found !== null) return found;
  }
  return null;
}

function canonical(name: string): string | null {
  // An offset is a zone to Temporal too, but has no name that others know.
  if (!/^[a-z]/i.test(name)) return null;
  try {
    return Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name).timeZoneId;
  } catch {
    return null;
  }
}
