import fc from 'fast-check';
import {
  formatDateFull,
  formatDateLong,
  formatDateOfficial,
  formatDateRange,
  formatDateTimePress,
  formatTimePress,
  localToUtc,
  parseDate,
  parseTime,
  utcToLocal,
} from './dates';

const MINUTE = 60_000;
const day = fc
  .date({ min: new Date('1900-01-01T00:00Z'), max: new Date('2199-12-31T00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const wholeMinute = (from: string, until: string) =>
  fc
    .integer({ min: Date.parse(from) / MINUTE, max: Date.parse(until) / MINUTE })
    .map((minutes) => new Date(minutes * MINUTE));

describe('formatting days and times', () => {
  it('names the same month and weekday as CLDR', () => {
    const cldr = new Intl.DateTimeFormat('tr-TR', { dateStyle: 'full', timeZone: 'UTC' });
    fc.assert(
      fc.property(day, (date) => {
        expect(formatDateFull(date)).toBe(cldr.format(new Date(`${date}T00:00Z`)));
      }),
    );
  });

  it('names both years of a range over the new year', () => {
    expect(formatDateRange('2026-12-30', '2027-01-02')).toBe('30 Aralık 2026-2 Ocak 2027');
  });

  it('refuses a range that ends before it starts', () => {
    expect(() => formatDateRange('2026-11-26', '2026-11-24')).toThrow(RangeError);
  });

  it.each(['2027-02-29', '2026-13-01', '2026-4-23', '23.04.2026', ''])('refuses the day "%s"', (text) => {
    expect(() => formatDateLong(text)).toThrow(RangeError);
  });

  it.each(['24:00', '9:05', '14.30', ''])('refuses the time "%s"', (text) => {
    expect(() => formatTimePress(text)).toThrow(RangeError);
  });

  it('writes an instant by the clock of Istanbul', () => {
    expect(formatDateTimePress(new Date('2026-11-24T11:30:00Z'))).toBe('24 Kasım 2026 Salı 14.30');
    expect(formatDateTimePress(new Date('2026-12-31T21:00:00Z'))).toBe('1 Ocak 2027 Cuma 00.00');
    expect(formatDateTimePress(new Date('2026-11-24T11:30:00Z'), 'UTC')).toBe('24 Kasım 2026 Salı 11.30');
  });
});

describe('parseDate', () => {
  it('reads back what the formatters write', () => {
    fc.assert(
      fc.property(day, (date) => {
        expect(parseDate(formatDateFull(date))).toBe(date);
        expect(parseDate(formatDateLong(date))).toBe(date);
        expect(parseDate(formatDateOfficial(date))).toBe(date);
        expect(parseDate(date)).toBe(date);
      }),
    );
  });

  it.each([
    ['24/11/2026', '2026-11-24'],
    ['24-11-2026', '2026-11-24'],
    ['4.1.2027', '2027-01-04'],
    ['24.11.26', '2026-11-24'],
    ['3 ARALIK 2026', '2026-12-03'],
    ['3 Ara 2026', '2026-12-03'],
    ['8  şubat  2027,  pazartesi', '2027-02-08'],
    ['29.02.2028', '2028-02-29'],
  ])('reads "%s"', (text, expected) => {
    expect(parseDate(text)).toBe(expected);
  });

  it.each(['29.02.2027', '24 Kasım 2026 Pazar', '24 Kasem 2026', '24.11/2026', '32.01.2027', 'yarın', ''])(
    'refuses "%s"',
    (text) => {
      expect(parseDate(text)).toBeNull();
    },
  );
});

describe('parseTime', () => {
  it.each([
    ['14:30', '14:30'],
    ['14 30', '14:30'],
    ['930', '09:30'],
    ['9', '09:00'],
    ['Saat 14.30', '14:30'],
    [' 00.00 ', '00:00'],
  ])('reads "%s"', (text, expected) => {
    expect(parseTime(text)).toBe(expected);
  });

  it.each(['24.00', '25:10', '14.5', '14.300', '-1', 'öğlen', ''])('refuses "%s"', (text) => {
    expect(parseTime(text)).toBeNull();
  });
});

describe('localToUtc and utcToLocal', () => {
  it('undo each other in Istanbul since the clocks stand still (September 2016)', () => {
    fc.assert(
      fc.property(wholeMinute('2016-09-08T00:00Z', '2100-01-01T00:00Z'), (instant) => {
        expect(localToUtc(utcToLocal(instant)).getTime()).toBe(instant.getTime());
      }),
    );
  });

  it('come back to the same wall clock in any zone', () => {
    const zone = fc.constantFrom(
      'Europe/Istanbul',
      'Europe/Berlin',
      'America/New_York',
      'Asia/Kathmandu',
      'UTC',
      'Australia/Lord_Howe',
    );
    fc.assert(
      fc.property(wholeMinute('1970-01-01T00:00Z', '2100-01-01T00:00Z'), zone, (instant, name) => {
        expect(utcToLocal(localToUtc(utcToLocal(instant, name), name), name)).toBe(utcToLocal(instant, name));
      }),
    );
  });

  it('know the history of the zone', () => {
    expect(localToUtc('2016-07-01T12:00').toISOString()).toBe('2016-07-01T09:00:00.000Z');
    expect(localToUtc('2015-11-01T12:00').toISOString()).toBe('2015-11-01T09:00:00.000Z');
    expect(localToUtc('2015-11-09T12:00').toISOString()).toBe('2015-11-09T10:00:00.000Z');
    expect(localToUtc('1920-12-01T14:30').toISOString()).toBe('1920-12-01T12:30:00.000Z');
  });

  it('move a skipped time on and take the first of a repeated one', () => {
    expect(localToUtc('2026-03-29T02:30', 'Europe/Berlin').toISOString()).toBe('2026-03-29T01:30:00.000Z');
    expect(localToUtc('2026-10-25T02:30', 'Europe/Berlin').toISOString()).toBe('2026-10-25T00:30:00.000Z');
    expect(localToUtc('2026-11-01T01:30', 'America/New_York').toISOString()).toBe('2026-11-01T05:30:00.000Z');
    expect(localToUtc('2026-03-08T02:30', 'America/New_York').toISOString()).toBe('2026-03-08T07:30:00.000Z');
  });

  it('drop the seconds of an instant', () => {
    expect(utcToLocal(new Date('2026-04-23T06:00:59.999Z'))).toBe('2026-04-23T09:00');
  });

  it('refuse malformed times and unknown zones', () => {
    expect(() => localToUtc('2026-02-30T10:00')).toThrow(RangeError);
    expect(() => localToUtc('2026-04-23T24:00')).toThrow(RangeError);
    expect(() => localToUtc('2026-04-23 09:00')).toThrow(RangeError);
    expect(() => localToUtc('2026-04-23T09:00', 'Europe/Edremit')).toThrow(RangeError);
    expect(() => utcToLocal(new Date(Number.NaN))).toThrow(RangeError);
  });
});
