import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  ConflictKind,
  ConflictSeverity,
  conflictsOf,
  defaultConflictRules,
  overlap,
  severityOf,
  type Engagement,
} from './conflicts';
import { kilometresBetween, longestKilometres, type Place } from './place';
import { occurrencesBetween, parseRule, type Series } from './recurrence';

const edremit: Place = { id: 'v-ed-meydan', latitude: 39.596, longitude: 27.024, isVirtual: false };
const havran: Place = { id: 'v-ha-meydan', latitude: 39.558, longitude: 27.098, isVirtual: false };
const ayvalik: Place = { id: 'v-ay-meydan', latitude: 39.318, longitude: 26.694, isVirtual: false };
const online: Place = { id: 'v-cevrim-ici', latitude: 0, longitude: 0, isVirtual: true };
/** So far north of Edremit, along the meridian. */
const north = (kilometres: number): Place => ({
  ...edremit,
  id: `north-${kilometres}`,
  latitude: edremit.latitude + (kilometres / longestKilometres) * 180,
});

const at = (local: string) => new Date(`${local}+03:00`);

/** `2027-05-05T19:00/2027-05-05T23:00` on the clocks of Istanbul. */
function engagement(eventId: string, span: string, rest: Partial<Engagement> = {}): Engagement {
  const [beginLocal = '', endLocal = ''] = span.split('/');
  return {
    eventId,
    startLocal: beginLocal,
    startsAt: at(beginLocal),
    endsAt: at(endLocal),
    beginLocal,
    endLocal,
    officeIds: [`office-of-${eventId}`],
    place: null,
    audience: 0,
    confirmedProtocol: [],
    crewIds: [],
    mediaIds: [],
    ...rest,
  };
}

const afternoon = '2027-05-05T14:00/2027-05-05T16:00';
const kindsOf = (one: Engagement, other: Engagement) => {
  const kinds = conflictsOf(one, [other]).map(({ kind }) => kind);
  expect(conflictsOf(other, [one]).map(({ kind }) => kind)).toEqual(kinds); // either way round
  return kinds;
};

describe('two intervals', () => {
  it.each([
    ['2027-05-05T14:00/2027-05-05T16:00', true, 'are the same'],
    ['2027-05-05T15:59/2027-05-05T18:00', true, 'share the last minute'],
    ['2027-05-05T16:00/2027-05-05T18:00', false, 'meet at the end'],
    ['2027-05-05T12:00/2027-05-05T14:00', false, 'meet at the start'],
    ['2027-05-05T14:30/2027-05-05T15:00', true, 'lie in each other'],
    ['2027-05-01T00:00/2027-05-06T00:00', true, 'lie around each other'],
    ['2027-05-05T15:00/2027-05-05T15:00', true, 'take no time inside'],
    ['2027-05-05T14:00/2027-05-05T14:00', false, 'take no time at the start'],
    ['2027-05-05T16:00/2027-05-05T16:00', false, 'take no time at the end'],
    ['2027-05-06T14:00/2027-05-06T16:00', false, 'lie days apart'],
  ])('14.00 to 16.00 and %s overlap: %s (they %s)', (span, expected) => {
    const [one, other] = [engagement('a', afternoon), engagement('b', span)];
    expect(overlap(one, other)).toBe(expected);
    expect(overlap(other, one)).toBe(expected);
  });
});

describe('the same place', () => {
  const venue = [ConflictKind.VENUE];
  it.each([
    ['at the same time', afternoon, edremit, venue],
    ['a minute before the end', '2027-05-05T15:59/2027-05-05T18:00', edremit, venue],
    ['as soon as it is free', '2027-05-05T16:00/2027-05-05T18:00', edremit, []],
    ['in another hall', afternoon, havran, []],
    ['nowhere yet', afternoon, null, []],
  ])('is wanted %s', (_, span, place, expected) => {
    expect(kindsOf(engagement('a', afternoon, { place: edremit }), engagement('b', span, { place }))).toEqual(expected);
  });

  it('does not exist on line', () => {
    const [one, other] = ['a', 'b'].map((id) => engagement(id, afternoon, { place: online }));
    expect(kindsOf(one as Engagement, other as Engagement)).toEqual([]);
  });

  it('is wanted for whole days, the last included', () => {
    const fair = engagement('a', '2027-04-09T00:00/2027-04-12T00:00', { place: edremit });
    const onLastDay = engagement('b', '2027-04-11T22:00/2027-04-11T23:00', { place: edremit });
    const afterwards = engagement('c', '2027-04-12T00:00/2027-04-12T01:00', { place: edremit });
    expect(kindsOf(fair, onLastDay)).toEqual(venue);
    expect(kindsOf(fair, afterwards)).toEqual([]);
  });

  it('is no conflict with itself or another time of its own series', () => {
    const one = engagement('a', afternoon, { place: edremit });
    expect(kindsOf(one, one)).toEqual([]);
    expect(kindsOf(one, { ...one, startLocal: '2027-05-05T15:00' })).toEqual([]);
  });
});

describe('the same person of protocol', () => {
  const mayor = 'balikesir-bb:belediye-baskani';
  const first = engagement('a', afternoon, { confirmedProtocol: ['balikesir-bb:genel-sekreter', mayor] });

  it('is named when confirmed twice at once', () => {
    const other = engagement('b', '2027-05-05T15:00/2027-05-05T17:00', {
      confirmedProtocol: [mayor, 'havran:belediye-baskani'],
    });
    expect(conflictsOf(other, [first])).toEqual([
      {
        kind: ConflictKind.PROTOCOL,
        severity: ConflictSeverity.WARNING,
        between: [first, other],
        shared: [mayor],
        kilometres: null,
      },
    ]);
  });

  it.each([
    ['is only invited to the other', '2027-05-05T15:00/2027-05-05T17:00', []],
    ['has the same post in another office', '2027-05-05T15:00/2027-05-05T17:00', ['havran:belediye-baskani']],
    ['is free again when the other begins', '2027-05-05T16:00/2027-05-05T17:00', [mayor]],
  ])('collides with nothing who %s', (_, span, confirmedProtocol) => {
    expect(kindsOf(first, engagement('b', span, { confirmedProtocol }))).toEqual([]);
  });
});

describe('the same crew', () => {
  const crew = { crewIds: ['ahmet-ışık', 'araç-10'] };
  const here = engagement('a', afternoon, { ...crew, place: edremit });

  it('cannot be in two places, nor twice in one', () => {
    const twice = engagement('b', '2027-05-05T15:00/2027-05-05T17:00', { crewIds: ['araç-10'], place: ayvalik });
    expect(conflictsOf(twice, [here])).toMatchObject([
      { kind: ConflictKind.CREW, shared: ['araç-10'], kilometres: null },
    ]);
    expect(kindsOf(here, { ...twice, place: edremit })).toEqual([ConflictKind.VENUE, ConflictKind.CREW]);
  });

  const travel = [ConflictKind.TRAVEL];
  // 30 km as the crow flies are 42 km of road: 42 minutes
  it.each([
    ['41 minutes for 42 minutes of road', '2027-05-05T16:41/2027-05-05T18:00', north(30), travel],
    ['enough time', '2027-05-05T16:43/2027-05-05T18:00', north(30), []],
    ['no way to go', '2027-05-05T16:00/2027-05-05T18:00', edremit, []],
    ['to hold on to the same place for a moment', '2027-05-05T14:00/2027-05-05T14:00', edremit, []],
    ['an unknown place', '2027-05-05T16:00/2027-05-05T18:00', null, []],
    ['a meeting on line next', '2027-05-05T16:00/2027-05-05T18:00', online, []],
    ['to have been elsewhere before', '2027-05-05T12:00/2027-05-05T13:30', north(30), travel],
    ['to have been elsewhere long before', '2027-05-05T12:00/2027-05-05T13:17', north(30), []],
    [
      'half the earth and two weeks',
      '2027-05-20T16:00/2027-05-20T18:00',
      { ...edremit, id: 'x', latitude: -39.596, longitude: -152.976 },
      travel,
    ],
  ])('has %s', (_, span, place, expected) => {
    expect(kindsOf(here, engagement('b', span, { ...crew, place }))).toEqual(expected);
  });

  it('is told how far it is as the crow flies', () => {
    const next = engagement('b', '2027-05-05T16:10/2027-05-05T18:00', { ...crew, place: havran });
    expect(conflictsOf(here, [next])).toEqual([
      {
        kind: ConflictKind.TRAVEL,
        severity: ConflictSeverity.WARNING,
        between: [here, next],
        shared: crew.crewIds,
        kilometres: kilometresBetween(edremit, havran),
      },
    ]);
  });

  it('goes as fast as the rules say', () => {
    const next = engagement('b', '2027-05-05T16:30/2027-05-05T18:00', { ...crew, place: north(30) });
    const fast = { ...defaultConflictRules, kilometresPerHour: 90 };
    expect(conflictsOf(here, [next])).toHaveLength(1);
    expect(conflictsOf(here, [next], fast)).toEqual([]);
  });
});

describe('two crowds', () => {
  const crowd = { audience: 1_000, place: edremit };
  const evening = '2027-05-05T19:00/2027-05-05T23:00';
  const first = engagement('a', evening, crowd);
  const nearby = [ConflictKind.NEARBY_CROWD];
  const other = (span: string, rest: Partial<Engagement> = {}) =>
    engagement('b', span, { audience: 1_000, place: havran, ...rest });

  it.each([
    ['at once', evening, nearby],
    ['one after the other', '2027-05-05T17:00/2027-05-05T18:30', nearby],
    ['one until just after five', '2027-05-05T10:00/2027-05-05T17:01', nearby],
    ['one until five', '2027-05-05T10:00/2027-05-05T17:00', []],
    ['one at noon', '2027-05-05T12:00/2027-05-05T14:00', []],
    ['the next evening', '2027-05-06T19:00/2027-05-06T23:00', []],
    ['the evening before, into the small hours', '2027-05-04T20:00/2027-05-05T02:00', []],
    ['one past midnight', '2027-05-05T23:30/2027-05-06T02:00', nearby],
    ['one that begins after midnight', '2027-05-06T00:30/2027-05-06T02:00', []],
    ['one of several days', '2027-05-03T00:00/2027-05-08T00:00', nearby],
    ['one of several days until that day’s afternoon', '2027-05-03T10:00/2027-05-05T15:00', []],
    ['one of days that end at midnight before', '2027-05-03T00:00/2027-05-05T00:00', []],
    ['one of no length at five', '2027-05-05T17:00/2027-05-05T17:00', nearby],
  ])('share an evening: %s', (_, span, expected) => {
    expect(kindsOf(first, other(span))).toEqual(expected);
  });

  it('share New Year’s Eve across midnight', () => {
    const eve = '2026-12-31T20:00/2027-01-01T00:15';
    expect(kindsOf(engagement('a', eve, crowd), other('2026-12-31T20:30/2027-01-01T00:30'))).toEqual(nearby);
    expect(kindsOf(engagement('a', eve, crowd), other('2027-01-01T18:00/2027-01-01T20:00'))).toEqual([]);
  });

  it('are judged by when they really begin, not by their name in the series', () => {
    const moved = { ...other('2027-05-06T19:00/2027-05-06T23:00'), startLocal: '2027-05-05T19:00' };
    expect(kindsOf(first, moved)).toEqual([]);
    expect(kindsOf(first, { ...other(evening), startLocal: '2027-05-06T10:00' })).toEqual(nearby);
  });

  it.each([
    ['of 999', { audience: 999 }, []],
    ['unknown', { audience: 0 }, []],
    ['of 1000', { audience: 1_000 }, nearby],
    ['14.9 km away', { place: north(14.9) }, nearby],
    ['15.1 km away', { place: north(15.1) }, []],
    ['at a place that is not known', { place: null }, []],
    ['on line', { place: online }, []],
    ['with an organiser in common', { officeIds: ['b', 'office-of-a'] }, []],
  ])('the other %s', (_, rest, expected) => {
    expect(kindsOf(first, other(evening, rest))).toEqual(expected);
  });

  it('are told how far apart they are', () => {
    const [conflict] = conflictsOf(first, [other(evening)]);
    expect(conflict).toMatchObject({ severity: ConflictSeverity.WARNING, shared: [] });
    expect(conflict?.kilometres?.toFixed(1)).toBe('7.6');
  });
});

describe('two press events', () => {
  const first = engagement('a', afternoon, { mediaIds: ['körfez-gazetesi', 'ida-haber', 'zeytin-tv', 'ege-ajansı'] });
  const same = [ConflictKind.SAME_MEDIA];
  it.each([
    ['half of the smaller one', ['zeytin-tv', 'x'], same],
    ['less than half', ['zeytin-tv', 'x', 'y'], []],
    ['all of one', ['ida-haber'], same],
    ['none in common', ['x'], []],
    ['no press at all', [], []],
  ])('want the same media: %s', (_, mediaIds, expected) => {
    expect(kindsOf(first, engagement('b', afternoon, { mediaIds }))).toEqual(expected);
  });

  it('do not when one is over', () => {
    expect(kindsOf(first, engagement('b', '2027-05-05T16:00/2027-05-05T17:00', { mediaIds: first.mediaIds }))).toEqual(
      [],
    );
  });

  it('name what they share', () => {
    const other = engagement('b', afternoon, { mediaIds: ['x', 'zeytin-tv', 'ida-haber'] });
    expect(conflictsOf(other, [first])[0]?.shared).toEqual(['ida-haber', 'zeytin-tv']);
  });
});

it('finds every kind that there is, in the order of the kinds', () => {
  const all = { place: edremit, confirmedProtocol: ['p'], crewIds: ['c'], mediaIds: ['m'], audience: 5_000 };
  const [one, other] = ['a', 'b'].map((id) => engagement(id, '2027-05-05T19:00/2027-05-05T23:00', all));
  expect(kindsOf(one as Engagement, other as Engagement)).toEqual([
    ConflictKind.VENUE,
    ConflictKind.PROTOCOL,
    ConflictKind.CREW,
    ConflictKind.NEARBY_CROWD,
    ConflictKind.SAME_MEDIA,
  ]);
  expect(Object.entries(severityOf).filter(([, severity]) => severity === ConflictSeverity.BLOCKING)).toEqual([
    [ConflictKind.VENUE, ConflictSeverity.BLOCKING],
    [ConflictKind.CREW, ConflictSeverity.BLOCKING],
  ]);
});

it('reckons along the great circle', () => {
  expect(kilometresBetween(edremit, edremit)).toBe(0);
  expect(kilometresBetween(edremit, havran).toFixed(1)).toBe('7.6');
  expect(kilometresBetween(havran, edremit)).toBeCloseTo(kilometresBetween(edremit, havran), 9);
  expect(kilometresBetween(edremit, north(15))).toBeCloseTo(15, 9);
  const pole = { ...edremit, latitude: 90, longitude: 0 };
  expect(kilometresBetween(pole, { ...pole, latitude: -90, longitude: 77 })).toBeCloseTo(longestKilometres, 6);
  const [fiji, samoa] = [179.9, -179.9].map((longitude) => ({ ...edremit, latitude: 0, longitude }));
  expect(kilometresBetween(fiji as Place, samoa as Place)).toBeCloseTo(22.24, 2);
});

describe('the sample calendar of the six offices', () => {
  interface SampleEvent {
    id: string;
    officeCodes: string[];
    venueCode: string | null;
    start: string;
    end: string;
    allDay: boolean;
    timezone: string;
    rrule: string | null;
    exdates: string[];
    expectedAudience: number;
    protocol: { officeCode: string; role: string; status: string }[];
    occurrenceCount?: number;
  }
  interface Sample {
    meta: { range: { from: string; to: string } };
    venues: { code: string; lat: number | null; lon: number | null; virtual: boolean }[];
    events: SampleEvent[];
    conflicts: {
      code: string;
      type: string;
      eventIds: string[];
      conflictDate: string;
      severity: string;
      protocolRoles?: string[];
      distanceKm?: number;
    }[];
    nearMisses: { code: string; eventIds: string[]; rule: string }[];
  }

  const sample = JSON.parse(readFileSync(join(__dirname, '../../../../../shared/data/events.json'), 'utf8')) as Sample;
  const names: Partial<Record<ConflictKind, string>> = {
    [ConflictKind.VENUE]: 'MEKAN_CAKISMASI',
    [ConflictKind.PROTOCOL]: 'PROTOKOL_CAKISMASI',
    [ConflictKind.NEARBY_CROWD]: 'YAKIN_BUYUK_ETKINLIK',
  };
  const severities = { [ConflictSeverity.BLOCKING]: 'engelleyici', [ConflictSeverity.WARNING]: 'uyari' };

  const places = new Map(
    sample.venues.map(({ code, lat, lon, virtual }) => [
      code,
      { id: code, latitude: lat ?? 0, longitude: lon ?? 0, isVirtual: virtual },
    ]),
  );

  /** The last of whole days is included in the file. */
  function seriesOf({ start, end, allDay, timezone, rrule, exdates }: SampleEvent): Series {
    const minutes = (Date.parse(end) - Date.parse(start)) / 60_000;
    return {
      startLocal: allDay ? `${start}T00:00` : start.slice(0, 16),
      zone: timezone,
      durationMinutes: allDay ? minutes + 1_440 : minutes,
      rule: rrule === null ? null : parseRule(rrule),
      addedLocals: [],
      excludedLocals: exdates.map((local) => local.slice(0, 16)),
    };
  }

  const localOf = (instant: Date) => new Date(instant.getTime() + 3 * 3_600_000).toISOString().slice(0, 16);

  function engagementsOf(event: SampleEvent): Engagement[] {
    const { from, to } = sample.meta.range;
    const until = new Date(at(`${to}T00:00`).getTime() + 86_400_000);
    return occurrencesBetween(seriesOf(event), at(`${from}T00:00`), until).map((occurrence) => ({
      ...occurrence,
      eventId: event.id,
      beginLocal: localOf(occurrence.startsAt),
      endLocal: localOf(occurrence.endsAt),
      officeIds: event.officeCodes,
      place: places.get(event.venueCode ?? '') ?? null,
      audience: event.expectedAudience,
      confirmedProtocol: event.protocol
        .filter(({ status }) => status === 'teyitli')
        .map(({ officeCode, role }) => `${officeCode}:${role}`),
      crewIds: [],
      mediaIds: [],
    }));
  }

  const all = sample.events.flatMap(engagementsOf);
  const found = all.flatMap((one) => conflictsOf(one, all).filter(({ between }) => between[0] === one));
  const pair = (ids: readonly string[]) => [...ids].toSorted().join(' ');

  it('has each event as often as it says', () => {
    const counts = sample.events.map((event) => [event.id, engagementsOf(event).length]);
    expect(counts).toEqual(sample.events.map(({ id, occurrenceCount }) => [id, occurrenceCount ?? 1]));
    expect(all).toHaveLength(190);
  });

  it('has exactly the conflicts that are declared', () => {
    const declared = sample.conflicts.map((one) => [
      one.type,
      pair(one.eventIds),
      one.conflictDate,
      one.severity,
      one.protocolRoles ?? [],
      one.distanceKm?.toFixed(1),
    ]);
    expect(declared).toHaveLength(8);
    const seen = found.map(({ kind, severity, between: [one, other], shared, kilometres }) => [
      names[kind] ?? kind,
      pair([one.eventId, other.eventId]),
      (one.beginLocal > other.beginLocal ? one : other).beginLocal.slice(0, 10),
      severities[severity],
      shared,
      kilometres?.toFixed(1),
    ]);
    expect(seen.map(String).toSorted()).toEqual(declared.map(String).toSorted());
  });

  it.each(sample.nearMisses)('keeps silent about $code', ({ eventIds }) => {
    const both = all.filter(({ eventId }) => eventIds.includes(eventId));
    expect(new Set(both.map(({ eventId }) => eventId)).size).toBe(2);
    expect(both.flatMap((one) => conflictsOf(one, both))).toEqual([]);
  });
});

it('checks one event against 10,000 others within 50 ms on a busy machine', () => {
  const day = (index: number) => new Date(Date.UTC(2027, 0, 1 + (index % 365))).toISOString().slice(0, 10);
  const crowded = { audience: 2_000, crewIds: ['c'], mediaIds: ['m', 'n'], confirmedProtocol: ['p'] };
  const others = Array.from({ length: 10_000 }, (_, index) =>
    engagement(`other-${index}`, `${day(index)}T18:00/${day(index)}T21:00`, { ...crowded, place: north(index % 60) }),
  );
  const candidate = engagement('one', '2027-06-15T19:00/2027-06-15T22:00', { ...crowded, place: edremit });
  const times = Array.from({ length: 21 }, () => {
    const before = performance.now();
    expect(conflictsOf(candidate, others).length).toBe(89);
    return performance.now() - before;
  });
  const median = times.toSorted((one, other) => one - other)[10];
  expect(median).toBeLessThan(50);
});
