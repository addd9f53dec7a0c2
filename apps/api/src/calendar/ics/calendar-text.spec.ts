import fc from 'fast-check';
import ICAL from 'ical.js';
import { calendarText } from './calendar-text';
import type { IcsCalendar, IcsEvent } from './ics-calendar';
import { plainLine, plainText } from './plain-text';

const at = new Date('2026-04-23T06:00:00.000Z');

function event(changes: Partial<IcsEvent> = {}): IcsEvent {
  return {
    uid: '019db8f0-0000-7000-8000-000000000001@tekses.example',
    sequence: 3,
    createdAt: new Date('2026-04-01T05:30:00.000Z'),
    changedAt: at,
    summary: 'Çocuk şenliği',
    description: null,
    location: null,
    geo: null,
    url: null,
    categories: [],
    status: 'CONFIRMED',
    isPrivate: false,
    isBusy: true,
    startLocal: '2026-04-23T10:00',
    durationMinutes: 90,
    zone: 'Europe/Istanbul',
    isAllDay: false,
    rule: null,
    addedLocals: [],
    excludedLocals: [],
    organizer: null,
    overrides: [],
    ...changes,
  };
}

function calendar(events: readonly IcsEvent[], changes: Partial<IcsCalendar> = {}): IcsCalendar {
  return { name: 'Ortak takvim', description: null, refreshMinutes: 60, events, ...changes };
}

/** The text of one event, unfolded, without the head and the zones. */
function linesOf(...events: IcsEvent[]): string[] {
  const lines = calendarText(calendar(events)).replaceAll('\r\n ', '').split('\r\n');
  return lines.slice(lines.indexOf('BEGIN:VEVENT'), lines.lastIndexOf('END:VEVENT') + 1);
}

function readBack(...events: IcsEvent[]): ICAL.Component[] {
  return new ICAL.Component(ICAL.parse(calendarText(calendar(events)))).getAllSubcomponents('vevent');
}

function readOne(changes: Partial<IcsEvent>): ICAL.Component {
  const [component] = readBack(event(changes));
  if (!component) throw new Error('no event came back');
  return component;
}

/** The starts as another program reckons them, as instants in UTC. */
function startsOf(changes: Partial<IcsEvent>, count: number): string[] {
  const [master, ...exceptions] = readBack(event(changes));
  if (!master) throw new Error('no event came back');
  const series = new ICAL.Event(master, { exceptions });
  const iterator = series.iterator();
  return Array.from({ length: count }, () => iterator.next())
    .filter((start) => start)
    .map((start) => new Date(series.getOccurrenceDetails(start).startDate.toJSDate()).toISOString());
}

describe('a calendar', () => {
  it('says its name, when to ask again, and in mail what it asks for', () => {
    const text = calendarText(calendar([], { name: 'Kültür, sanat; şenlik', method: 'REQUEST' }));

    expect(text).toBe(
      [
        'BEGIN:VCALENDAR',
        'VERSION:2.0',
        'PRODID:-//Tek Ses//Ortak takvim//TR',
        'CALSCALE:GREGORIAN',
        'METHOD:REQUEST',
        String.raw`NAME:Kültür\, sanat\; şenlik`,
        String.raw`X-WR-CALNAME:Kültür\, sanat\; şenlik`,
        'X-WR-TIMEZONE:Europe/Istanbul',
        'REFRESH-INTERVAL;VALUE=DURATION:PT60M',
        'X-PUBLISHED-TTL:PT60M',
        'END:VCALENDAR',
        '',
      ].join('\r\n'),
    );
  });

  it('describes itself for newer and older programs, with line ends escaped', () => {
    const text = calendarText(calendar([], { description: 'Altı ofis,\nbir takvim' }));

    expect(text).toContain('\r\nDESCRIPTION:Altı ofis\\,\\nbir takvim\r\nX-WR-CALDESC:Altı ofis\\,\\nbir takvim\r\n');
    expect(text).not.toContain('METHOD');
  });

  it('folds at 75 octets and never inside a letter', () => {
    const text = calendarText(calendar([event({ summary: 'İşçi şöleni ğüşıöç'.repeat(30) })]));
    const lines = text.split('\r\n');

    expect(Math.max(...lines.map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75);
    expect(lines.every((line) => Buffer.from(line).toString('utf8') === line && line.isWellFormed())).toBe(true);
    expect(readOne({ summary: 'İşçi şöleni ğüşıöç'.repeat(30) }).getFirstPropertyValue('summary')).toBe(
      'İşçi şöleni ğüşıöç'.repeat(30),
    );
  });

  it.each([0, 1, 2, 3, 4, 5])('folds a row of İ right when %s letters stand before it', (shift) => {
    const summary = 'x'.repeat(shift) + 'İşÇ😀'.repeat(40);

    expect(readOne({ summary }).getFirstPropertyValue('summary')).toBe(summary);
  });
});

describe('an event', () => {
  it('is written whole', () => {
    const lines = linesOf(
      event({
        description: 'Alan; sahne, ses\nGiriş ücretsiz \\ açık',
        location: 'Cumhuriyet Meydanı, Antalya',
        geo: { latitude: 36.8874, longitude: 30.7075 },
        url: 'https://ornek.bel.tr/etkinlik/şenlik?a=1;b=2',
        categories: ['Kültür, sanat', 'Çocuk'],
        organizer: { name: 'Basın "Ofisi"; Kepez', address: 'basin@ornek.bel.tr' },
      }),
    );

    expect(lines).toEqual([
      'BEGIN:VEVENT',
      'UID:019db8f0-0000-7000-8000-000000000001@tekses.example',
      'DTSTAMP:20260423T060000Z',
      'CREATED:20260401T053000Z',
      'LAST-MODIFIED:20260423T060000Z',
      'SEQUENCE:3',
      'DTSTART;TZID=Europe/Istanbul:20260423T100000',
      'DTEND;TZID=Europe/Istanbul:20260423T113000',
      'SUMMARY:Çocuk şenliği',
      String.raw`DESCRIPTION:Alan\; sahne\, ses\nGiriş ücretsiz \\ açık`,
      String.raw`LOCATION:Cumhuriyet Meydanı\, Antalya`,
      'GEO:36.887400;30.707500',
      'URL:https://ornek.bel.tr/etkinlik/%C5%9Fenlik?a=1;b=2',
      String.raw`CATEGORIES:Kültür\, sanat,Çocuk`,
      'STATUS:CONFIRMED',
      'CLASS:PUBLIC',
      'TRANSP:OPAQUE',
      `ORGANIZER;CN="Basın ^'Ofisi^'; Kepez":mailto:basin@ornek.bel.tr`,
      'END:VEVENT',
    ]);
  });

  it('keeps a cancelled and private one, free of the time', () => {
    const lines = linesOf(event({ status: 'CANCELLED', isPrivate: true, isBusy: false }));

    expect(lines).toEqual(expect.arrayContaining(['STATUS:CANCELLED', 'CLASS:PRIVATE', 'TRANSP:TRANSPARENT']));
  });

  it('asks those invited for an answer', () => {
    const lines = linesOf(
      event({ attendees: [{ name: 'Işıl Şahin', address: 'isil@ornek.com', status: 'NEEDS-ACTION' }] }),
    );

    expect(lines).toContain(
      'ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=TRUE;CN=Işıl Şahin:mailto:isil@ornek.com',
    );
  });

  it('lets no text begin a line of its own', () => {
    const hostile = 'a\r\nATTENDEE:mailto:x@x\u2028END:VEVENT\u0085\u0000';
    const lines = linesOf(
      event({
        uid: hostile,
        summary: hostile,
        url: `https://ornek.com/${hostile}`,
        categories: [hostile],
        organizer: { name: hostile, address: hostile },
      }),
    );

    expect(lines.filter((line) => /^(ATTENDEE|END)/.test(line))).toEqual(['END:VEVENT']);
    expect(lines).toContain('ORGANIZER;CN="a ATTENDEE:mailto:x@x END:VEVENT":mailto:aATTENDEE:mailto:x@xEND:VEVENT');
  });

  it('leaves out an address that is none', () => {
    expect(linesOf(event({ url: 'ornek' })).some((line) => line.startsWith('URL'))).toBe(false);
  });

  it('crosses midnight', () => {
    const component = readOne({ startLocal: '2026-12-31T22:30', durationMinutes: 180 });

    expect(component.getFirstPropertyValue('dtend')?.toString()).toBe('2027-01-01T01:30:00');
  });

  it('without length has no end', () => {
    expect(readOne({ durationMinutes: 0 }).hasProperty('dtend')).toBe(false);
  });

  it.each([
    ['one day', 1440, '20260424'],
    ['several days', 3 * 1440, '20260426'],
    ['less than a day', 60, '20260424'],
  ])('as whole days ends before the next one: %s', (_, durationMinutes, end) => {
    const lines = linesOf(event({ isAllDay: true, startLocal: '2026-04-23T00:00', durationMinutes }));

    expect(lines).toEqual(expect.arrayContaining(['DTSTART;VALUE=DATE:20260423', `DTEND;VALUE=DATE:${end}`]));
  });

  it('abroad is an instant in UTC, and needs no zone', () => {
    const text = calendarText(calendar([event({ zone: 'Europe/Berlin', startLocal: '2026-07-01T10:00' })]));

    expect(text).toContain('DTSTART:20260701T080000Z\r\nDTEND:20260701T093000Z');
    expect(text).not.toContain('VTIMEZONE');
  });

  it('keeps any text that people can write', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), fc.string({ unit: 'binary' }), (summary, name) => {
        const component = readOne({ summary: `İ${summary}`, organizer: { name, address: 'a@ornek.com' } });

        expect(component.getFirstPropertyValue('summary')).toBe(plainText(`İ${summary}`));
        expect(component.getFirstProperty('organizer')?.getParameter('cn') ?? '').toBe(plainLine(name));
      }),
      { numRuns: 150 },
    );
  });
});

describe('a series', () => {
  const weekly = {
    rule: 'FREQ=WEEKLY;BYDAY=TH;COUNT=5',
    excludedLocals: ['2026-05-07T10:00'],
    addedLocals: ['2026-05-08T14:00'],
  };

  it('says days left out and added in its own zone', () => {
    expect(linesOf(event(weekly))).toEqual(
      expect.arrayContaining([
        'RRULE:FREQ=WEEKLY;BYDAY=TH;COUNT=5',
        'RDATE;TZID=Europe/Istanbul:20260508T140000',
        'EXDATE;TZID=Europe/Istanbul:20260507T100000',
      ]),
    );
  });

  it('is reckoned by another program as it was meant', () => {
    const overrides = [
      {
        startLocal: '2026-04-30T10:00',
        newStartLocal: '2026-04-30T18:00',
        durationMinutes: 60,
        summary: 'Akşam buluşması',
        status: 'CONFIRMED' as const,
      },
    ];

    expect(startsOf({ ...weekly, overrides }, 10)).toEqual([
      '2026-04-23T07:00:00.000Z',
      '2026-04-30T15:00:00.000Z',
      '2026-05-08T11:00:00.000Z',
      '2026-05-14T07:00:00.000Z',
      '2026-05-21T07:00:00.000Z',
    ]);
  });

  it('names what differs, and keeps the rest', () => {
    const [master, override] = readBack(
      event({
        ...weekly,
        location: 'Konyaaltı',
        overrides: [
          {
            startLocal: '2026-04-30T10:00',
            newStartLocal: '2026-05-01T10:00',
            durationMinutes: 60,
            status: 'CANCELLED',
          },
        ],
      }),
    );
    const names = ['uid', 'sequence', 'location', 'summary'] as const;

    expect(override?.getFirstProperty('recurrence-id')?.toICALString()).toBe(
      'RECURRENCE-ID;TZID=Europe/Istanbul:20260430T100000',
    );
    expect(override?.getFirstPropertyValue('status')).toBe('CANCELLED');
    expect(override?.hasProperty('rrule')).toBe(false);
    expect(names.map((name) => override?.getFirstPropertyValue(name))).toEqual(
      names.map((name) => master?.getFirstPropertyValue(name)),
    );
  });

  it('of whole days has days for all of its times', () => {
    const lines = linesOf(
      event({
        isAllDay: true,
        startLocal: '2026-04-23T00:00',
        durationMinutes: 1440,
        rule: 'FREQ=YEARLY;UNTIL=20300423T000000',
        excludedLocals: ['2027-04-23T00:00'],
        addedLocals: ['2026-05-19T00:00'],
        overrides: [
          {
            startLocal: '2028-04-23T00:00',
            newStartLocal: '2028-04-24T00:00',
            durationMinutes: 1440,
            status: 'TENTATIVE',
          },
        ],
      }),
    );

    expect(lines).toEqual(
      expect.arrayContaining([
        'RRULE:FREQ=YEARLY;UNTIL=20300423',
        'EXDATE;VALUE=DATE:20270423',
        'RDATE;VALUE=DATE:20260519',
        'RECURRENCE-ID;VALUE=DATE:20280423',
        'DTSTART;VALUE=DATE:20280424',
      ]),
    );
  });

  it.each([
    ['20260430', 'Europe/Istanbul', '20260430T205959Z'],
    ['20260430T100000', 'Europe/Istanbul', '20260430T070000Z'],
    ['20260430T070000Z', 'Europe/Istanbul', '20260430T070000Z'],
    ['20260130T100000', 'Europe/Berlin', '20260130T090000Z'],
  ])('with times ends at an instant: %s in %s', (until, zone, written) => {
    expect(linesOf(event({ rule: `FREQ=DAILY;UNTIL=${until}`, zone }))).toContain(`RRULE:FREQ=DAILY;UNTIL=${written}`);
  });

  it('abroad keeps its hour when the clocks change there', () => {
    const changes = {
      zone: 'Europe/Berlin',
      startLocal: '2026-03-22T10:00',
      rule: 'FREQ=WEEKLY;COUNT=3',
    };

    expect(startsOf(changes, 5)).toEqual([
      '2026-03-22T09:00:00.000Z',
      '2026-03-29T08:00:00.000Z',
      '2026-04-05T08:00:00.000Z',
    ]);
  });

  it('in UTC stays in UTC', () => {
    const lines = linesOf(event({ zone: 'UTC', rule: 'FREQ=DAILY;COUNT=2', excludedLocals: ['2026-04-24T10:00'] }));

    expect(lines).toEqual(expect.arrayContaining(['DTSTART:20260423T100000Z', 'EXDATE:20260424T100000Z']));
  });
});

describe('the zone of Istanbul', () => {
  it('is one block for what begins after September 2016', () => {
    const text = calendarText(calendar([event()]));

    expect(text.match(/BEGIN:(STANDARD|DAYLIGHT)/g)).toEqual(['BEGIN:STANDARD']);
    expect(text).toContain(
      'TZID:Europe/Istanbul\r\nBEGIN:STANDARD\r\nDTSTART:20160907T000000\r\nTZOFFSETFROM:+0300\r\nTZOFFSETTO:+0300\r\n',
    );
  });

  it.each(['2007-01-15T12:00', '2026-04-23T10:00'])('has the right offset on every day since %s', (startLocal) => {
    const text = calendarText(calendar([event({ startLocal })]));
    const [block] = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vtimezone');
    const zone = new ICAL.Timezone(block);
    const first = Temporal.PlainDateTime.from(startLocal);
    const wrong = Array.from({ length: 24 * 366 }, (_, step) => first.add({ hours: step * 21 })).filter((local) => {
      const time = ICAL.Time.fromDateTimeString(local.toString({ smallestUnit: 'second' }));
      const expected = local.toZonedDateTime('Europe/Istanbul');
      // An hour that the clocks skip or repeat has two answers.
      const isClear = expected.equals(local.toZonedDateTime('Europe/Istanbul', { disambiguation: 'later' }));
      return isClear && zone.utcOffset(time) * 1e9 !== expected.offsetNanoseconds;
    });

    expect(wrong.map(String)).toEqual([]);
  });

  it('knows the rule of 2016: ten o’clock stayed ten o’clock', () => {
    expect(startsOf({ startLocal: '2016-10-27T10:00', rule: 'FREQ=WEEKLY;COUNT=2' }, 2)).toEqual([
      '2016-10-27T07:00:00.000Z',
      '2016-11-03T07:00:00.000Z',
    ]);
    expect(startsOf({ startLocal: '2014-10-23T10:00', rule: 'FREQ=WEEKLY;COUNT=2' }, 2)).toEqual([
      '2014-10-23T07:00:00.000Z',
      '2014-10-30T08:00:00.000Z',
    ]);
  });
});
