import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { calendarText } from './calendar-text';
import { type ReadCalendar, readCalendar, type ReadEvent, readingLimits, type ReadItem } from './calendar-reading';
import type { IcsEvent } from './ics-calendar';
import { plainLine, plainText } from './plain-text';

function file(...lines: readonly string[]): string {
  return ['BEGIN:VCALENDAR', 'VERSION:2.0', ...lines, 'END:VCALENDAR', ''].join('\r\n');
}

function vevent(...lines: readonly string[]): string[] {
  return ['BEGIN:VEVENT', 'UID:1@ornek', 'SUMMARY:Açılış', ...lines, 'END:VEVENT'];
}

/** The one event of a file with one. */
function only({ items }: ReadCalendar): ReadEvent {
  const [item, ...others] = items;
  if (item === undefined || !('event' in item) || others.length > 0) throw new Error(JSON.stringify(items));
  return item.event;
}

function readOne(...lines: readonly string[]): ReadEvent {
  return only(readCalendar(file(...vevent(...lines))));
}

function problems(items: readonly ReadItem[]): string[] {
  return items.flatMap((item) => ('problem' in item ? [`${item.line} ${item.problem}`] : []));
}

function problemsOf(...lines: readonly string[]): string[] {
  return problems(readCalendar(file(...vevent(...lines))).items);
}

function when({ startLocal, durationMinutes, zone, isAllDay }: ReadEvent): (string | number | boolean)[] {
  return [startLocal, zone, durationMinutes, isAllDay];
}

const start = 'DTSTART;TZID=Europe/Istanbul:20260423T100000';

describe('a file', () => {
  it('says its name and what it asks for', () => {
    const { name, method } = readCalendar(file('METHOD:request', String.raw`X-WR-CALNAME:Kültür\, sanat`));

    expect([name, method]).toEqual(['Kültür, sanat', 'REQUEST']);
  });

  it.each([
    ['', '1 NOT_A_CALENDAR'],
    ['<html>', '1 NOT_A_CALENDAR'],
    [file(), '1 NO_EVENTS'],
    [file('BEGIN:VTODO', 'SUMMARY:İş', 'END:VTODO'), '1 NO_EVENTS'],
  ])('without events is one problem: %j', (text, problem) => {
    expect(problems(readCalendar(text).items)).toEqual([problem]);
  });

  it('of too many octets is not read', () => {
    const text = file(...vevent(start, 'DESCRIPTION:ş'));
    const bytes = Buffer.byteLength(text);

    expect(problems(readCalendar(text, { ...readingLimits, bytes: bytes - 1 }).items)).toEqual(['1 FILE_TOO_LARGE']);
    expect(problems(readCalendar(text, { ...readingLimits, bytes }).items)).toEqual([]);
  });

  it('is read as far as its events may go', () => {
    const text = file(
      ...['1', '2', '3'].flatMap((uid) => ['BEGIN:VEVENT', `UID:${uid}`, 'SUMMARY:Şölen', start, 'END:VEVENT']),
    );
    const { items } = readCalendar(text, { ...readingLimits, events: 2 });

    expect(items.length).toBe(3);
    expect(problems(items)).toEqual(['13 TOO_MANY_EVENTS']);
  });

  it('may have a byte order mark, bare line feeds, tabs before continued lines and blank lines', () => {
    const text = `\ufeff${file(...vevent(start, 'LOCATION:Kon\r\n\tyaaltı', ''))}`.replaceAll('\r\n', '\n');

    expect(only(readCalendar(text)).location).toBe('Konyaaltı');
  });

  it('gives what it holds when it is cut off', () => {
    const { items } = readCalendar(file(...vevent(start), 'BEGIN:VEVENT', 'SUMMARY:Yarım', start));

    expect(items.map((item) => ('event' in item ? item.event.summary : item))).toEqual([
      'Açılış',
      { problem: 'NOT_CLOSED', summary: 'Yarım', line: 8 },
    ]);
  });

  it('keeps the events around a broken one', () => {
    const broken = ['BEGIN:VEVENT', 'SUMMARY:Bozuk', 'DTSTART;TZID="açık:20260423T100000', 'END:VEVENT'];
    const { items } = readCalendar(file(...vevent(start), ...broken, ...vevent(start, 'UID:2')));

    expect(problems(items)).toEqual(['10 LINE_UNREADABLE', '12 SAME_UID']);
  });
});

describe('the time of an event', () => {
  it.each([
    [
      'floating',
      ['DTSTART:20260423T100000', 'DTEND:20260423T113000'],
      ['2026-04-23T10:00', 'Europe/Istanbul', 90, false],
    ],
    ['UTC', ['DTSTART:20260423T070000Z', 'DTEND:20260423T073030Z'], ['2026-04-23T07:00', 'UTC', 31, false]],
    ['an empty zone', ['DTSTART;TZID=:20260423T100000'], ['2026-04-23T10:00', 'Europe/Istanbul', 0, false]],
    ['a length', [start, 'DURATION:PT1H30M'], ['2026-04-23T10:00', 'Europe/Istanbul', 90, false]],
    ['weeks', ['DTSTART:20260423T100000', 'DURATION:p1w'], ['2026-04-23T10:00', 'Europe/Istanbul', 10_080, false]],
    ['no end', [start], ['2026-04-23T10:00', 'Europe/Istanbul', 0, false]],
    ['one day', ['DTSTART;VALUE=DATE:20260423'], ['2026-04-23T00:00', 'Europe/Istanbul', 1440, true]],
    ['a day without its type', ['DTSTART:20260423'], ['2026-04-23T00:00', 'Europe/Istanbul', 1440, true]],
    [
      'a day that ends on itself',
      ['DTSTART;VALUE=DATE:20260423', 'DTEND;VALUE=DATE:20260423'],
      ['2026-04-23T00:00', 'Europe/Istanbul', 1440, true],
    ],
    [
      'several days',
      ['DTSTART;VALUE=DATE:20260423', 'DTEND;VALUE=DATE:20260426'],
      ['2026-04-23T00:00', 'Europe/Istanbul', 4320, true],
    ],
    [
      'days of which one has 25 hours',
      ['DTSTART;VALUE=DATE:20151107', 'DURATION:P2D'],
      ['2015-11-07T00:00', 'Europe/Istanbul', 2880, true],
    ],
    [
      'over midnight',
      ['DTSTART:20261231T223000', 'DTEND:20270101T013000'],
      ['2026-12-31T22:30', 'Europe/Istanbul', 180, false],
    ],
    [
      'an end in another zone',
      ['DTSTART;TZID=Europe/Istanbul:20260423T100000', 'DTEND;TZID=Europe/Berlin:20260423T100000'],
      ['2026-04-23T10:00', 'Europe/Istanbul', 60, false],
    ],
  ])('is kept: %s', (_, lines, expected) => {
    expect(when(readOne(...lines))).toEqual(expected);
  });

  it.each([
    ['Turkey Standard Time', 'Europe/Istanbul'],
    ['/freeassociation.sourceforge.net/Europe/Istanbul', 'Europe/Istanbul'],
    ['/x/America/Argentina/Buenos_Aires', 'America/Argentina/Buenos_Aires'],
    ['europe/berlin', 'Europe/Berlin'],
    ['"W. Europe Standard Time"', 'Europe/Berlin'],
    ['Asia/Tokyo', 'Asia/Tokyo'],
  ])('is in the zone that %s means', (tzid, zone) => {
    expect(when(readOne(`DTSTART;TZID=${tzid}:20260423T100000`))).toEqual(['2026-04-23T10:00', zone, 0, false]);
  });

  it.each([
    [['DTEND:20260423T100000'], ['3 NO_START']],
    [['DTSTART:'], ['6 NO_START']],
    [['DTSTART:yarın'], ['6 TIME_UNREADABLE']],
    [['DTSTART:20260231T100000'], ['6 TIME_UNREADABLE']],
    [['DTSTART:20260423T250000'], ['6 TIME_UNREADABLE']],
    [['DTSTART:18991231T100000'], ['6 TIME_OUT_OF_RANGE']],
    [['DTSTART;TZID=Bizim saat:20260423T100000'], ['6 ZONE_UNKNOWN']],
    [['DTSTART;TZID="+03:00":20260423T100000'], ['6 ZONE_UNKNOWN']],
    [[start, 'DTEND;TZID=Europe/Istanbul:20260423T090000'], ['7 ENDS_BEFORE_START']],
    [[start, 'DURATION:-PT5M'], ['7 ENDS_BEFORE_START']],
    [[start, 'DURATION:bir saat'], ['7 TIME_UNREADABLE']],
    [[start, 'DURATION:P99999999D'], ['7 TIME_UNREADABLE']],
    [[start, 'DURATION:P32D'], ['6 TOO_LONG']],
  ])('is refused with its line: %j', (lines, expected) => {
    expect(problemsOf(...lines)).toEqual(expected);
  });
});

describe('a zone that only the file knows', () => {
  const zone = (name: string, ...observances: readonly string[]) => [
    'BEGIN:VTIMEZONE',
    `TZID:${name}`,
    ...observances,
    'END:VTIMEZONE',
  ];
  const block = (name: string, from: string, to: string, ...more: readonly string[]) => [
    `BEGIN:${name}`,
    'DTSTART:19700101T020000',
    `TZOFFSETFROM:${from}`,
    `TZOFFSETTO:${to}`,
    ...more,
    `END:${name}`,
  ];
  const european = [
    ...block('DAYLIGHT', '+0100', '+0200', 'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU'),
    ...block('STANDARD', '+0200', '+0100', 'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU'),
  ];
  const read = (description: readonly string[], ...lines: readonly string[]) =>
    readCalendar(file(...description, ...vevent(...lines)));

  it.each([
    ['20260115T100000', '2026-01-15T10:00'],
    ['20260715T100000', '2026-07-15T10:00'],
  ])('is recognised by its clocks, winter and summer: %s', (time, startLocal) => {
    const event = only(
      read(zone('Bizim saat', ...european), `DTSTART;TZID=Bizim saat:${time}`, 'RRULE:FREQ=DAILY;COUNT=2'),
    );

    expect(when(event)).toEqual([startLocal, 'Europe/Berlin', 0, false]);
  });

  it('is Istanbul for a steady offset of three hours', () => {
    const description = zone('Üç saat', ...block('STANDARD', '+0300', '+0300'));

    expect(when(only(read(description, 'DTSTART;TZID=Üç saat:20260423T100000')))).toEqual([
      '2026-04-23T10:00',
      'Europe/Istanbul',
      0,
      false,
    ]);
  });

  it('like no other gives single events the right instant, and no series', () => {
    const description = zone('Adada', ...block('STANDARD', '+0317', '+0317'));

    expect(when(only(read(description, 'DTSTART;TZID=Adada:20260423T101700')))).toEqual([
      '2026-04-23T10:00',
      'Europe/Istanbul',
      0,
      false,
    ]);
    expect(problems(read(description, 'DTSTART;TZID=Adada:20260423T101700', 'RRULE:FREQ=DAILY;COUNT=2').items)).toEqual(
      ['11 ZONE_UNKNOWN'],
    );
  });

  it('is not reckoned when its clocks change by the second', () => {
    const description = zone('Bomba', ...block('STANDARD', '+0300', '+0200', 'RRULE:FREQ=SECONDLY'));

    expect(problems(read(description, 'DTSTART;TZID=Bomba:20260423T100000').items)).toEqual(['15 ZONE_UNKNOWN']);
  });

  it('with a known name is the known zone, though the file describes an old one', () => {
    const old = zone(
      'Europe/Istanbul',
      ...block('DAYLIGHT', '+0200', '+0300', 'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU'),
      ...block('STANDARD', '+0300', '+0200', 'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU'),
    );

    expect(when(only(read(old, 'DTSTART;TZID=Europe/Istanbul:20260115T100000', 'DTEND:20260115T080000Z')))).toEqual([
      '2026-01-15T10:00',
      'Europe/Istanbul',
      60,
      false,
    ]);
  });
});

describe('the words of an event', () => {
  it('are kept whole', () => {
    const event = readOne(
      start,
      'SEQUENCE:4',
      'LAST-MODIFIED:20260401T053000Z',
      String.raw`DESCRIPTION:İlk\nikinci\, üçüncü\; \\ son`,
      String.raw`LOCATION:Cumhuriyet Meydanı\, Antalya`,
      String.raw`GEO:36.8874\;30.7075`,
      'URL:https://ornek.bel.tr/a;b',
      String.raw`CATEGORIES:Kültür\, sanat,Çocuk`,
      'CATEGORIES:Çocuk',
      'STATUS:cancelled',
      'CLASS:CONFIDENTIAL',
      'TRANSP:TRANSPARENT',
      `ORGANIZER;CN="Basın ^'Ofisi^'":MAILTO:basin@ornek.bel.tr`,
      'ATTENDEE;PARTSTAT=ACCEPTED;CN=Işıl:mailto:isil@ornek.com',
      'ATTENDEE:urn:x-oda:12',
    );

    expect(event).toEqual({
      line: 3,
      uid: '1@ornek',
      sequence: 4,
      changedAt: new Date('2026-04-01T05:30:00.000Z'),
      summary: 'Açılış',
      description: 'İlk\nikinci, üçüncü; \\ son',
      location: 'Cumhuriyet Meydanı, Antalya',
      geo: { latitude: 36.8874, longitude: 30.7075 },
      url: 'https://ornek.bel.tr/a;b',
      categories: ['Kültür, sanat', 'Çocuk'],
      status: 'CANCELLED',
      isPrivate: true,
      isBusy: false,
      organizer: { name: `Basın "Ofisi"`, address: 'basin@ornek.bel.tr', status: 'NEEDS-ACTION' },
      attendees: [{ name: 'Işıl', address: 'isil@ornek.com', status: 'ACCEPTED' }],
      lost: [],
      startLocal: '2026-04-23T10:00',
      durationMinutes: 0,
      zone: 'Europe/Istanbul',
      isAllDay: false,
      rule: null,
      addedLocals: [],
      excludedLocals: [],
      overrides: [],
    });
  });

  it('are cut to their lengths, and it says so, never within a letter', () => {
    const text = file('BEGIN:VEVENT', 'SUMMARY:ab😀', 'DESCRIPTION:İşçi', 'LOCATION:Kaş', start, 'END:VEVENT');
    const limits = { ...readingLimits, summaryLength: 3, descriptionLength: 2, locationLength: 3 };
    const event = only(readCalendar(text, limits));

    expect([event.summary, event.description, event.location]).toEqual(['ab', 'İş', 'Kaş']);
    expect(event.lost).toEqual(['summary', 'description']);
    expect(event.uid).toBeNull();
  });

  it('that cannot be read are lost, not the event', () => {
    const event = readOne(start, 'DESCRIPTION;X="açık:Metin', 'GEO:120;400', 'URL:javascript:alert(1)', 'SEQUENCE:x');

    expect([event.description, event.geo, event.url, event.sequence, event.lost]).toEqual([
      null,
      null,
      null,
      0,
      ['description'],
    ]);
  });

  it('without a summary are refused, and an alarm inside has no say', () => {
    const text = file('BEGIN:VEVENT', start, 'BEGIN:VALARM', 'SUMMARY:Uyarı', 'END:VALARM', 'END:VEVENT');

    expect(problems(readCalendar(text).items)).toEqual(['3 NO_SUMMARY']);
  });
});

describe('a series', () => {
  it('has its rule, days added and left out on its own clocks', () => {
    const event = readOne(
      start,
      'RRULE:FREQ=WEEKLY;COUNT=5;',
      'EXDATE:20260430T070000Z',
      'EXDATE;VALUE=DATE:20260507,20260514',
      'RDATE;TZID=Europe/Berlin:20260508T130000,20260508T130000',
    );

    expect([event.rule, event.excludedLocals, event.addedLocals]).toEqual([
      'FREQ=WEEKLY;COUNT=5',
      ['2026-04-30T10:00', '2026-05-07T10:00', '2026-05-14T10:00'],
      ['2026-05-08T14:00'],
    ]);
  });

  it('of whole days leaves out days however they are written', () => {
    const event = readOne(
      'DTSTART;VALUE=DATE:20260423',
      'RRULE:FREQ=DAILY;UNTIL=20260430T000000Z',
      'EXDATE:20260425T000000Z',
      'EXDATE;TZID=Europe/Istanbul:20260426T000000',
    );

    expect([event.rule, event.excludedLocals]).toEqual([
      'FREQ=DAILY;UNTIL=20260430',
      ['2026-04-25T00:00', '2026-04-26T00:00'],
    ]);
  });

  it('has times of other lengths from periods', () => {
    const event = readOne(
      start,
      'DURATION:PT1H',
      'RDATE;VALUE=PERIOD:20260424T070000Z/PT1H,20260425T070000Z/PT2H,20260426T070000Z/20260426T073000Z',
    );

    expect(event.addedLocals).toEqual(['2026-04-24T10:00', '2026-04-25T10:00', '2026-04-26T10:00']);
    expect(event.overrides.map(({ startLocal, durationMinutes }) => [startLocal, durationMinutes])).toEqual([
      ['2026-04-25T10:00', 120],
      ['2026-04-26T10:00', 30],
    ]);
  });

  it.each([
    ['RRULE:FREQ=DAILY', '7 RULE_ENDLESS'],
    ['RRULE:FREQ=SECONDLY;COUNT=9', '7 RULE_FREQUENCY'],
    ['RRULE:FREQ=YEARLY;BYEASTER=0;COUNT=2', '7 RULE_PART'],
    ['RRULE:FREQ=SOMETIMES;COUNT=2', '7 RULE_UNREADABLE'],
    ['RRULE:FREQ=DAILY;COUNT=100000', '7 RULE_TOO_MANY'],
    ['RRULE:FREQ=DAILY;UNTIL=20990101T000000Z', '3 RULE_TOO_MANY'],
    ['RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30;COUNT=2', '3 RULE_UNREACHABLE'],
    ['EXRULE:FREQ=DAILY;COUNT=2', '7 RULE_SEVERAL'],
    [`EXDATE:${'20260423T070000Z,'.repeat(800)}20260423T070000Z`, '7 RULE_TOO_MANY'],
  ])('is refused with its reason: %s', (line, problem) => {
    expect(problemsOf(start, line)).toEqual([problem]);
  });

  it('counts against what a file may hold', () => {
    const series = (uid: string) => [
      'BEGIN:VEVENT',
      `UID:${uid}`,
      'SUMMARY:Şölen',
      start,
      'RRULE:FREQ=DAILY;COUNT=3',
      'END:VEVENT',
    ];
    const { items } = readCalendar(file(...series('1'), ...series('2'), ...series('3')), {
      ...readingLimits,
      occurrencesInFile: 4,
    });

    expect(problems(items)).toEqual(['15 TOO_MANY_OCCURRENCES']);
    expect(items.length).toBe(3);
  });

  const override = (id: string, ...lines: readonly string[]) => [
    'BEGIN:VEVENT',
    'UID:1@ornek',
    `RECURRENCE-ID${id}`,
    ...lines,
    'END:VEVENT',
  ];
  const series = vevent(start, 'DURATION:PT1H', 'LOCATION:Meydan', 'RRULE:FREQ=DAILY;COUNT=5');

  it('gathers the times that differ, wherever they stand in the file', () => {
    const moved = override(
      ':20260424T070000Z',
      'DTSTART:20260424T150000Z',
      'DURATION:PT2H',
      'SUMMARY:Akşam',
      'LOCATION:Kapalı salon',
    );
    const off = override(';TZID=Europe/Istanbul:20260425T100000', 'STATUS:CANCELLED', start.replace('23T', '25T'));
    const event = only(readCalendar(file(...moved, ...series, ...off)));

    expect(event.overrides).toEqual([
      {
        startLocal: '2026-04-24T10:00',
        newStartLocal: '2026-04-24T18:00',
        durationMinutes: 120,
        summary: 'Akşam',
        location: 'Kapalı salon',
        status: 'CONFIRMED',
      },
      { startLocal: '2026-04-25T10:00', newStartLocal: '2026-04-25T10:00', durationMinutes: 0, status: 'CANCELLED' },
    ]);
  });

  it('takes the later version of a time that differs', () => {
    const time = (sequence: number, hour: string) =>
      override(':20260424T070000Z', `SEQUENCE:${sequence}`, `DTSTART:20260424T${hour}0000Z`);

    expect(only(readCalendar(file(...series, ...time(2, '15'), ...time(1, '12')))).overrides).toEqual([
      { startLocal: '2026-04-24T10:00', newStartLocal: '2026-04-24T18:00', durationMinutes: 0, status: 'CONFIRMED' },
    ]);
  });

  it('refuses a difference at a time that it does not have, and one for all that follow', () => {
    const text = file(
      ...series,
      ...override(':20260424T080000Z', 'DTSTART:20260424T150000Z'),
      ...override(';RANGE=THISANDFUTURE:20260424T070000Z', 'DTSTART:20260424T150000Z'),
    );

    expect(problems(readCalendar(text).items)).toEqual(['11 OVERRIDE_UNKNOWN', '18 OVERRIDE_RANGE']);
  });

  it('takes one time of a series that is not in the file as an event of its own', () => {
    const event = only(
      readCalendar(file(...override(':20260424T070000Z', 'SUMMARY:Şölen', 'DTSTART:20260424T150000Z'))),
    );

    expect([event.uid, event.startLocal, event.zone]).toEqual(['1@ornek/2026-04-24T07:00', '2026-04-24T15:00', 'UTC']);
  });

  it('that is refused takes its differing times with it', () => {
    const endless = vevent(start, 'RRULE:FREQ=DAILY');
    const { items } = readCalendar(file(...endless, ...override(':20260424T070000Z', 'DTSTART:20260424T150000Z')));

    expect(problems(items)).toEqual(['7 RULE_ENDLESS', '9 RULE_ENDLESS']);
  });

  it('is the newest of those with its UID', () => {
    const text = file(...vevent(start, 'SEQUENCE:1'), ...vevent('DTSTART:20260501T100000', 'SEQUENCE:2'));
    const { items } = readCalendar(text);

    expect(items).toEqual([
      { problem: 'SAME_UID', summary: 'Açılış', line: 3 },
      { event: expect.objectContaining({ startLocal: '2026-05-01T10:00' }) },
    ]);
  });
});

describe('what the house writes', () => {
  const written: IcsEvent = {
    uid: '019db8f0@tekses.example',
    sequence: 3,
    createdAt: new Date('2026-04-01T05:30:00.000Z'),
    changedAt: new Date('2026-04-23T06:00:00.000Z'),
    summary: 'Işıklı yürüyüş: İskele’den çarşıya, şarkılarla',
    description: 'Satır bir\nsatır iki; \\n değil',
    location: 'Kaleiçi, Muratpaşa',
    geo: { latitude: 36.8841, longitude: 30.7056 },
    url: 'https://ornek.bel.tr/etkinlik',
    categories: ['Kültür, sanat', 'Gençlik'],
    status: 'TENTATIVE',
    isPrivate: true,
    isBusy: false,
    startLocal: '2026-04-23T22:30',
    durationMinutes: 180,
    zone: 'Europe/Istanbul',
    isAllDay: false,
    rule: 'FREQ=WEEKLY;UNTIL=20260604T193000Z;BYDAY=TH',
    addedLocals: ['2026-05-01T22:30'],
    excludedLocals: ['2026-05-07T22:30'],
    organizer: null,
    attendees: [],
    overrides: [
      {
        startLocal: '2026-04-30T22:30',
        newStartLocal: '2026-05-02T21:00',
        durationMinutes: 60,
        summary: 'Kısa yürüyüş',
        location: 'Işıklar',
        status: 'CANCELLED',
      },
    ],
  };

  it('is read as it was', () => {
    const text = calendarText({ name: 'Şölen', description: null, refreshMinutes: 60, events: [written] });
    const { createdAt: _, ...expected } = written;

    expect(only(readCalendar(text))).toEqual({ ...expected, lost: [], line: expect.any(Number) });
  });

  it('comes back whatever the words are', () => {
    const word = fc.string({ unit: 'binary', maxLength: 80 });

    fc.assert(
      fc.property(word, word, (description, location) => {
        const event = { ...written, description, location, overrides: [] };
        const read = only(readCalendar(calendarText({ name: 'İ', description, refreshMinutes: 1, events: [event] })));

        expect(read.description).toBe(plainText(description).trim() || null);
        expect(read.location).toBe(plainLine(location) || null);
      }),
      { numRuns: 150 },
    );
  });
});

describe('text of any kind', () => {
  const pieces = `
    BEGIN:VCALENDAR
    END:VCALENDAR
    BEGIN:VEVENT
    END:VEVENT
    BEGIN:VTIMEZONE
    END:VTIMEZONE
    BEGIN:STANDARD
    END:STANDARD
    TZID:X
    TZOFFSETTO:+0300
    TZOFFSETFROM:+9999
    UID:1
    SUMMARY:Ş
    DTSTART:20260423T100000Z
    DTSTART;TZID=X:20260423T100000
    DTSTART;VALUE=DATE:20260423
    DTEND:2
    RRULE:FREQ=DAILY;COUNT=3
    RRULE;VALUE=PERIOD:FREQ=YEARLY
    RECURRENCE-ID:20260424T100000Z
    EXDATE:,,
    RDATE;VALUE=PERIOD:/
    RDATE;VALUE=PERIOD:20260423T100000Z/P
    DURATION:PT
    GEO:;
    CATEGORIES:,
    ATTENDEE;CN=:mailto:
    ORGANIZER;CN="":mailto:a@b
    SUMMARY;VALUE=BOOLEAN:TRUE
    __PROTO__;__proto__=1:x
    DTSTART;VALUE=DURATION:P1D
    DTSTART;VALUE=RECUR:FREQ=DAILY
    CONSTRUCTOR:1
    SUMMARY;VALUE=DATE:x
    ;:
    =;
    ${start}`
    .trim()
    .split(/\n\s*/)
    .concat(' x');

  it('never makes it crash', () => {
    const line = fc.oneof(
      { weight: 6, arbitrary: fc.constantFrom(...pieces) },
      { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) },
      {
        weight: 1,
        arbitrary: fc.tuple(fc.constantFrom(...pieces), fc.string({ maxLength: 10 })).map((each) => each.join('')),
      },
    );

    fc.assert(
      fc.property(fc.array(line, { maxLength: 40 }), (lines) => {
        const { items } = readCalendar(lines.join('\n'));

        expect(items.length).toBeGreaterThan(0);
      }),
      { numRuns: 1_500 },
    );
  });

  it('never makes it crash, nested, repeated or quoted without end', () => {
    const texts = [
      'BEGIN:VEVENT\n',
      'BEGIN:VALARM\n',
      'END:VEVENT\n',
      'BEGIN:A\nEND:B\n',
      ' \n',
      '"',
      ';a=b',
      'A:',
      '\r',
    ];
    const counts = texts.map((text) => readCalendar(text.repeat(20_000)).items.length);

    expect(counts).toEqual([readingLimits.events + 1, 1, 1, 1, 1, 1, 1, 1, 1]);
  });

  it('refuses a line whose parameters have no end', () => {
    expect(problemsOf(`DTSTART${';X=y'.repeat(2_000)}:20260423T100000`)).toEqual(['6 LINE_UNREADABLE']);
  });
});

/**
 * Sample files of the ical4j project: examples of RFC 5545, of CalConnect, of Exchange and others, and broken ones. For each
 * file the events, the differing times of their series, and the problems.
 */
describe('the sample files', () => {
  const root = join(__dirname, '../../../../../../shared/data/ics-corpus');
  const folders = ['ical4j-valid', 'ical4j-invalid'];
  const files = folders.flatMap((folder) =>
    readdirSync(join(root, folder))
      .filter((name) => name.endsWith('.ics'))
      .map((name) => `${folder}/${name}`),
  );
  const expected: Readonly<Record<string, readonly [events: number, differing: number, problems: string]>> = {
    'ical4j-valid/1106817412.ics': [0, 0, '1 TOO_LONG'],
    'ical4j-valid/2207678.ics': [0, 0, '1 RULE_ENDLESS'],
    'ical4j-valid/3.ics': [0, 0, '1 NO_EVENTS'],
    'ical4j-valid/4.ics': [0, 0, '1 NO_EVENTS'],
    'ical4j-valid/6.ics': [1, 0, ''],
    'ical4j-valid/7.ics': [1, 0, ''],
    'ical4j-valid/ArgentinaHolidays.ics': [11, 0, ''],
    'ical4j-valid/Australian32Holidays.ics': [4, 0, '7 RULE_ENDLESS'],
    'ical4j-valid/Australian_TV_Melbourne.ics': [41, 0, ''],
    'ical4j-valid/Belgische32feestdagen.ics': [30, 0, ''],
    'ical4j-valid/Buddhist.ics': [1, 0, '3 RULE_ENDLESS'],
    'ical4j-valid/Casablanca.ics': [0, 0, '1 NO_EVENTS'],
    'ical4j-valid/Christian32Holidays.ics': [36, 1, ''],
    'ical4j-valid/Dryway.ics': [30, 0, ''],
    'ical4j-valid/EXDATE-IN-UTC.ics': [1, 0, ''],
    'ical4j-valid/EXDATE.ics': [1, 0, ''],
    'ical4j-valid/Earth32Seasons.ics': [72, 0, ''],
    'ical4j-valid/New_Years_Day.ics': [1, 0, ''],
    'ical4j-valid/Packers.ics': [66, 0, ''],
    'ical4j-valid/Session6.ics': [1, 0, ''],
    'ical4j-valid/Standup.ics': [0, 0, '1 RULE_ENDLESS'],
    'ical4j-valid/SwedishHolidays2003-2006.ics': [52, 0, ''],
    'ical4j-valid/bears.ics': [21, 0, ''],
    'ical4j-valid/bhav23-1.ics': [1, 0, ''],
    'ical4j-valid/bitfire1.ics': [0, 0, '1 NO_SUMMARY'],
    'ical4j-valid/blalor.ics': [0, 0, '3 RULE_ENDLESS'],
    'ical4j-valid/blankTzid.ics': [0, 0, '1 NO_SUMMARY'],
    'ical4j-valid/calconnect.ics': [1, 0, ''],
    'ical4j-valid/calconnect10.ics': [1, 0, ''],
    'ical4j-valid/calconnect2.ics': [1, 0, ''],
    'ical4j-valid/calconnect3.ics': [1, 0, ''],
    'ical4j-valid/calconnect4.ics': [1, 0, ''],
    'ical4j-valid/calconnect5.ics': [1, 0, ''],
    'ical4j-valid/calconnect6.ics': [1, 0, ''],
    'ical4j-valid/calconnect7.ics': [1, 0, ''],
    'ical4j-valid/calconnect8.ics': [1, 0, ''],
    'ical4j-valid/calconnect9.ics': [1, 0, ''],
    'ical4j-valid/canada.ics': [23, 0, '7 RULE_ENDLESS'],
    'ical4j-valid/categories.ics': [0, 0, '1 NO_SUMMARY'],
    'ical4j-valid/classify.ics': [1, 0, '1 TOO_LONG'],
    'ical4j-valid/custom_component.ics': [0, 0, '1 NO_EVENTS'],
    'ical4j-valid/derryn.ics': [3, 0, ''],
    'ical4j-valid/dst-only-vtimezone.ics': [1, 0, ''],
    'ical4j-valid/evolution.ics': [1, 0, ''],
    'ical4j-valid/evolution2.ics': [1, 0, ''],
    'ical4j-valid/friday13-NOT.ics': [0, 0, '1 RULE_SEVERAL'],
    'ical4j-valid/friday13.ics': [0, 0, '1 RULE_ENDLESS'],
    'ical4j-valid/incoming.ics': [1, 0, '5 NO_SUMMARY, 2 SAME_UID, 1 TOO_LONG'],
    'ical4j-valid/japan_west.ics': [49, 0, ''],
    'ical4j-valid/korganizer_sample.ics': [2, 0, ''],
    'ical4j-valid/lotr-updated.ics': [1, 0, '36 RULE_ENDLESS'],
    'ical4j-valid/lotr.ics': [1, 0, '36 RULE_ENDLESS'],
    'ical4j-valid/mansour.ics': [0, 0, '1 NO_START'],
    'ical4j-valid/maritz.ics': [0, 0, '1 RULE_ENDLESS'],
    'ical4j-valid/miked.ics': [1, 0, ''],
    'ical4j-valid/multiple_calendars.ics': [2, 0, ''],
    'ical4j-valid/oracle-personal-notes-test-empty.ics': [1, 0, ''],
    'ical4j-valid/oracle-personal-notes-test.ics': [1, 0, ''],
    'ical4j-valid/php-flp.ics': [1, 0, ''],
    'ical4j-valid/rfc5545-sec3.4.ics': [1, 0, ''],
    'ical4j-valid/rfc5545-sec3.6.1.ics': [3, 0, '1 RULE_ENDLESS'],
    'ical4j-valid/rfc5545-sec3.6.2.ics': [0, 0, '1 NO_EVENTS'],
    'ical4j-valid/rfc5545-sec3.6.3.ics': [0, 0, '1 NO_EVENTS'],
    'ical4j-valid/rfc5545-sec3.6.4.ics': [0, 0, '1 NO_EVENTS'],
    'ical4j-valid/rfc5545-sec3.6.5.ics': [0, 0, '1 NO_EVENTS'],
    'ical4j-valid/rfc5545-sec3.6.6.ics': [0, 0, '1 NO_EVENTS'],
    'ical4j-valid/rfc5545-sec4.1.ics': [1, 0, ''],
    'ical4j-valid/rfc5545-sec4.2.ics': [1, 0, ''],
    'ical4j-valid/rfc5545-sec4.3.ics': [1, 0, ''],
    'ical4j-valid/rfc5545-sec4.4.ics': [0, 0, '1 NO_EVENTS'],
    'ical4j-valid/rfc5545-sec4.5.ics': [0, 0, '1 NO_EVENTS'],
    'ical4j-valid/stacksize.ics': [1, 0, ''],
    'ical4j-valid/zidestoreical4jbomb.ics': [1, 0, ''],
    'ical4j-invalid/0.ics': [0, 0, '1 NO_START'],
    'ical4j-invalid/13-MoonPhase.ics': [41, 0, '1 NOT_CLOSED'],
    'ical4j-invalid/bhav23-2.ics': [1, 0, ''],
    'ical4j-invalid/boeing.ics': [0, 0, '1 NO_EVENTS'],
    'ical4j-invalid/eli_courtwright.ics': [1, 0, ''],
    'ical4j-invalid/eli_test.ics': [1, 0, ''],
    'ical4j-invalid/groupwise.ics': [1, 0, ''],
    'ical4j-invalid/korganizer-lowercase.ics': [0, 0, '1 RULE_ENDLESS'],
    'ical4j-invalid/korganizer.ics': [0, 0, '1 RULE_ENDLESS'],
    'ical4j-invalid/lastfm.ics': [33, 0, ''],
    'ical4j-invalid/overlaps.ics': [0, 0, '5 NO_SUMMARY'],
    'ical4j-invalid/phpicalendar_sample.ics': [5, 0, '8 RULE_ENDLESS, 3 TIME_OUT_OF_RANGE, 1 TIME_UNREADABLE'],
    'ical4j-invalid/schedule-unstable.ics': [37, 0, ''],
    'ical4j-invalid/smallcluster.ics': [0, 0, '1 RULE_PART'],
    'ical4j-invalid/sogo-geo-escaped-semicolon.ics': [1, 0, ''],
    'ical4j-invalid/talios.ics': [1, 0, ''],
    'ical4j-invalid/tmeher.ics': [1, 0, ''],
    'ical4j-invalid/twinkle.ics': [3, 0, '4 RULE_ENDLESS'],
    'ical4j-invalid/twinkle_orig.ics': [3, 0, '4 RULE_ENDLESS'],
  };

  it('are all in the table', () => {
    expect(files.toSorted()).toEqual(Object.keys(expected).toSorted());
  });

  it.each(files)('are read or refused with a reason: %s', (name) => {
    const text = readFileSync(join(root, name), 'utf8');
    const { items } = readCalendar(text);
    const events = items.flatMap((item) => ('event' in item ? [item.event] : []));
    const differing = events.reduce((sum, event) => sum + event.overrides.length, 0);
    const reasons = items.flatMap((item) => ('problem' in item ? [item.problem] : [])).toSorted();
    const counted = [...new Set(reasons)].map(
      (each) => `${reasons.filter((reason) => reason === each).length} ${each}`,
    );

    expect([events.length, differing, counted.join(', ')]).toEqual(expected[name]);
  });
});
