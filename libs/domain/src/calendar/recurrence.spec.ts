import { DomainError, ErrorCode } from '../errors';
import {
  allOccurrences,
  maxOccurrences,
  nextOccurrences,
  occurrencesBetween,
  parseRule,
  splitSeries,
  untilOf,
  type Series,
} from './recurrence';

function series(startLocal: string, rule: string | null, rest: Partial<Series> = {}): Series {
  return {
    startLocal,
    rule: rule === null ? null : parseRule(rule),
    zone: 'Europe/Istanbul',
    durationMinutes: 60,
    addedLocals: [],
    excludedLocals: [],
    ...rest,
  };
}

const at = (local: string) => new Date(`${local}+03:00`);
const locals = (of: Series): string[] => allOccurrences(of).map(({ startLocal }) => startLocal);
const days = (of: Series): string =>
  locals(of)
    .map((local) => local.slice(0, 10))
    .join(' ');
const instants = (of: Series): string[] => allOccurrences(of).map(({ startsAt }) => startsAt.toISOString());

function refusal(act: () => unknown): unknown {
  try {
    act();
  } catch (error) {
    if (error instanceof DomainError) return error.details['reason'] ?? error.code;
    throw error;
  }
  return 'nothing refused';
}

describe('the examples of RFC 5545 §3.8.5.3', () => {
  /** In New York at nine; endless ones are given a COUNT here. `3-5` in a month is the days 3, 4 and 5. */
  const examples: [rule: string, start: string, days: string][] = [
    ['FREQ=DAILY;COUNT=10', '1997-09-02', '1997-09: 2-11'],
    ['FREQ=DAILY;UNTIL=19971224T000000Z', '1997-09-02', '1997-09: 2-30, 1997-10: 1-31, 1997-11: 1-30, 1997-12: 1-23'],
    ['FREQ=DAILY;INTERVAL=2;COUNT=6', '1997-09-02', '1997-09: 2 4 6 8 10 12'],
    ['FREQ=DAILY;INTERVAL=10;COUNT=5', '1997-09-02', '1997-09: 2 12 22, 1997-10: 2 12'],
    [
      'FREQ=YEARLY;UNTIL=20000131T140000Z;BYMONTH=1;BYDAY=SU,MO,TU,WE,TH,FR,SA',
      '1998-01-01',
      '1998-01: 1-31, 1999-01: 1-31, 2000-01: 1-31',
    ],
    ['FREQ=DAILY;UNTIL=20000131T140000Z;BYMONTH=1', '1998-01-01', '1998-01: 1-31, 1999-01: 1-31, 2000-01: 1-31'],
    ['FREQ=WEEKLY;COUNT=10', '1997-09-02', '1997-09: 2 9 16 23 30, 1997-10: 7 14 21 28, 1997-11: 4'],
    [
      'FREQ=WEEKLY;UNTIL=19971224T000000Z',
      '1997-09-02',
      '1997-09: 2 9 16 23 30, 1997-10: 7 14 21 28, 1997-11: 4 11 18 25, 1997-12: 2 9 16 23',
    ],
    ['FREQ=WEEKLY;INTERVAL=2;WKST=SU;COUNT=5', '1997-09-02', '1997-09: 2 16 30, 1997-10: 14 28'],
    [
      'FREQ=WEEKLY;UNTIL=19971007T000000Z;WKST=SU;BYDAY=TU,TH',
      '1997-09-02',
      '1997-09: 2 4 9 11 16 18 23 25 30, 1997-10: 2',
    ],
    ['FREQ=WEEKLY;COUNT=10;WKST=SU;BYDAY=TU,TH', '1997-09-02', '1997-09: 2 4 9 11 16 18 23 25 30, 1997-10: 2'],
    [
      'FREQ=WEEKLY;INTERVAL=2;UNTIL=19971224T000000Z;WKST=SU;BYDAY=MO,WE,FR',
      '1997-09-01',
      '1997-09: 1 3 5 15 17 19 29, 1997-10: 1 3 13 15 17 27 29 31, 1997-11: 10 12 14 24 26 28, 1997-12: 8 10 12 22',
    ],
    ['FREQ=WEEKLY;INTERVAL=2;COUNT=8;WKST=SU;BYDAY=TU,TH', '1997-09-02', '1997-09: 2 4 16 18 30, 1997-10: 2 14 16'],
    [
      'FREQ=MONTHLY;COUNT=10;BYDAY=1FR',
      '1997-09-05',
      '1997-09: 5, 1997-10: 3, 1997-11: 7, 1997-12: 5, 1998-01: 2, 1998-02: 6, 1998-03: 6, 1998-04: 3, 1998-05: 1, 1998-06: 5',
    ],
    ['FREQ=MONTHLY;UNTIL=19971224T000000Z;BYDAY=1FR', '1997-09-05', '1997-09: 5, 1997-10: 3, 1997-11: 7, 1997-12: 5'],
    [
      'FREQ=MONTHLY;INTERVAL=2;COUNT=10;BYDAY=1SU,-1SU',
      '1997-09-07',
      '1997-09: 7 28, 1997-11: 2 30, 1998-01: 4 25, 1998-03: 1 29, 1998-05: 3 31',
    ],
    [
      'FREQ=MONTHLY;COUNT=6;BYDAY=-2MO',
      '1997-09-22',
      '1997-09: 22, 1997-10: 20, 1997-11: 17, 1997-12: 22, 1998-01: 19, 1998-02: 16',
    ],
    [
      'FREQ=MONTHLY;BYMONTHDAY=-3;COUNT=6',
      '1997-09-28',
      '1997-09: 28, 1997-10: 29, 1997-11: 28, 1997-12: 29, 1998-01: 29, 1998-02: 26',
    ],
    [
      'FREQ=MONTHLY;COUNT=10;BYMONTHDAY=2,15',
      '1997-09-02',
      '1997-09: 2 15, 1997-10: 2 15, 1997-11: 2 15, 1997-12: 2 15, 1998-01: 2 15',
    ],
    [
      'FREQ=MONTHLY;COUNT=10;BYMONTHDAY=1,-1',
      '1997-09-30',
      '1997-09: 30, 1997-10: 1 31, 1997-11: 1 30, 1997-12: 1 31, 1998-01: 1 31, 1998-02: 1',
    ],
    ['FREQ=MONTHLY;INTERVAL=18;COUNT=10;BYMONTHDAY=10,11,12,13,14,15', '1997-09-10', '1997-09: 10-15, 1999-03: 10-13'],
    ['FREQ=MONTHLY;INTERVAL=2;BYDAY=TU;COUNT=9', '1997-09-02', '1997-09: 2 9 16 23 30, 1997-11: 4 11 18 25'],
    [
      'FREQ=YEARLY;COUNT=10;BYMONTH=6,7',
      '1997-06-10',
      '1997-06: 10, 1997-07: 10, 1998-06: 10, 1998-07: 10, 1999-06: 10, 1999-07: 10, 2000-06: 10, 2000-07: 10, 2001-06: 10, 2001-07: 10',
    ],
    [
      'FREQ=YEARLY;INTERVAL=2;COUNT=10;BYMONTH=1,2,3',
      '1997-03-10',
      '1997-03: 10, 1999-01: 10, 1999-02: 10, 1999-03: 10, 2001-01: 10, 2001-02: 10, 2001-03: 10, 2003-01: 10, 2003-02: 10, 2003-03: 10',
    ],
    ['FREQ=YEARLY;BYDAY=20MO;COUNT=3', '1997-05-19', '1997-05: 19, 1998-05: 18, 1999-05: 17'],
    ['FREQ=YEARLY;BYMONTH=3;BYDAY=TH;COUNT=7', '1997-03-13', '1997-03: 13 20 27, 1998-03: 5 12 19 26'],
    [
      'FREQ=YEARLY;BYDAY=TH;BYMONTH=6,7,8;COUNT=13',
      '1997-06-05',
      '1997-06: 5 12 19 26, 1997-07: 3 10 17 24 31, 1997-08: 7 14 21 28',
    ],
    [
      'FREQ=MONTHLY;BYDAY=SA;BYMONTHDAY=7,8,9,10,11,12,13;COUNT=10',
      '1997-09-13',
      '1997-09: 13, 1997-10: 11, 1997-11: 8, 1997-12: 13, 1998-01: 10, 1998-02: 7, 1998-03: 7, 1998-04: 11, 1998-05: 9, 1998-06: 13',
    ],
    [
      'FREQ=YEARLY;INTERVAL=4;BYMONTH=11;BYDAY=TU;BYMONTHDAY=2,3,4,5,6,7,8;COUNT=3',
      '1996-11-05',
      '1996-11: 5, 2000-11: 7, 2004-11: 2',
    ],
    ['FREQ=MONTHLY;COUNT=3;BYDAY=TU,WE,TH;BYSETPOS=3', '1997-09-04', '1997-09: 4, 1997-10: 7, 1997-11: 6'],
    [
      'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-2;COUNT=7',
      '1997-09-29',
      '1997-09: 29, 1997-10: 30, 1997-11: 27, 1997-12: 30, 1998-01: 29, 1998-02: 26, 1998-03: 30',
    ],
    ['FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=MO', '1997-08-05', '1997-08: 5 10 19 24'],
    ['FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=SU', '1997-08-05', '1997-08: 5 17 19 31'],
    ['FREQ=MONTHLY;BYMONTHDAY=15,30;COUNT=5', '2007-01-15', '2007-01: 15 30, 2007-02: 15, 2007-03: 15 30'],
  ];

  /** `1997-09: 2-4 7` is the 2nd, 3rd, 4th and 7th. */
  function spelledOut(text: string): string {
    return text
      .split(', ')
      .flatMap((line) => {
        const [month = '', numbers = ''] = line.split(': ');
        return numbers.split(' ').flatMap((span) => {
          const [first = 0, last = first] = span.split('-').map(Number);
          return Array.from({ length: last - first + 1 }, (_, i) => `${month}-${String(first + i).padStart(2, '0')}`);
        });
      })
      .join(' ');
  }

  it.each(examples)('%s from %s', (rule, start, expected) => {
    const of = series(`${start}T09:00`, rule, { zone: 'America/New_York' });
    expect(days(of)).toBe(spelledOut(expected));
    expect(new Set(locals(of).map((local) => local.slice(10)))).toEqual(new Set(['T09:00']));
  });

  it('leaves the first Friday out that no rule but the start made: Friday the 13th, EXDATE on the start', () => {
    const of = series('1997-09-02T09:00', 'FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13;COUNT=6', {
      zone: 'America/New_York',
      excludedLocals: ['1997-09-02T09:00'],
    });
    expect(days(of)).toBe('1998-02-13 1998-03-13 1998-11-13 1999-08-13 2000-10-13');
  });
});

describe('a series', () => {
  it('has its leap day in leap years only', () => {
    expect(days(series('2028-02-29T10:00', 'FREQ=YEARLY;COUNT=4'))).toBe('2028-02-29 2032-02-29 2036-02-29 2040-02-29');
    expect(days(series('2096-02-29T10:00', 'FREQ=YEARLY;COUNT=2'))).toBe('2096-02-29 2104-02-29');
  });

  it('falls out in months that do not have its day, and takes the last day where that is said', () => {
    expect(days(series('2027-01-31T10:00', 'FREQ=MONTHLY;COUNT=4'))).toBe(
      '2027-01-31 2027-03-31 2027-05-31 2027-07-31',
    );
    expect(days(series('2027-01-31T10:00', 'FREQ=MONTHLY;BYMONTHDAY=-1;COUNT=3'))).toBe(
      '2027-01-31 2027-02-28 2027-03-31',
    );
  });

  it('counts the start even where the rule would not make it', () => {
    expect(days(series('2026-12-07T10:00', 'FREQ=WEEKLY;BYDAY=TU;COUNT=3'))).toBe('2026-12-07 2026-12-08 2026-12-15');
  });

  it.each(['FREQ=DAILY;UNTIL=20261201', 'FREQ=MONTHLY;BYDAY=1TH;UNTIL=20261201'])(
    'takes place once when its rule ends before it starts: %s',
    (rule) => {
      const of = series('2026-12-07T10:00', rule);
      expect(locals(of)).toEqual(['2026-12-07T10:00']);
      expect(occurrencesBetween(of, at('2026-12-01T00:00'), at('2026-12-31T00:00'))).toEqual(allOccurrences(of));
      expect(occurrencesBetween(of, at('2026-12-08T00:00'), at('2026-12-31T00:00'))).toEqual([]);
      expect(nextOccurrences(of, at('2026-04-23T09:00'), 5)).toEqual(allOccurrences(of));
    },
  );

  it('counts before it leaves out, and adds after', () => {
    const of = series('2026-12-07T10:00', 'FREQ=WEEKLY;COUNT=4', {
      excludedLocals: ['2026-12-14T10:00', '2026-12-15T10:00'],
      addedLocals: ['2026-12-16T15:30', '2026-12-21T10:00', '2026-12-01T09:00'],
    });
    expect(locals(of)).toEqual([
      '2026-12-01T09:00',
      '2026-12-07T10:00',
      '2026-12-16T15:30',
      '2026-12-21T10:00',
      '2026-12-28T10:00',
    ]);
  });

  it('leaves out what was added at a time that is left out', () => {
    const both = { addedLocals: ['2026-12-09T10:00'], excludedLocals: ['2026-12-09T10:00'] };
    expect(locals(series('2026-12-07T10:00', null, both))).toEqual(['2026-12-07T10:00']);
  });

  it.each([
    ['an instant just at the last start', '20261209T070000Z', 3],
    ['an instant a second before it', '20261209T065959Z', 2],
    ['a local time', '20261209T100000', 3],
    ['a local time before it', '20261209T095959', 2],
    ['a day: all of it', '20261209', 3],
  ])('ends with UNTIL as %s', (_, until, count) => {
    expect(locals(series('2026-12-07T10:00', `FREQ=DAILY;UNTIL=${until}`))).toHaveLength(count);
  });

  it('takes a day of UNTIL on its own clocks, late in the evening and in the small hours', () => {
    expect(days(series('2026-12-07T23:30', 'FREQ=DAILY;UNTIL=20261208'))).toBe('2026-12-07 2026-12-08');
    expect(days(series('2026-12-07T00:30', 'FREQ=DAILY;UNTIL=20261208'))).toBe('2026-12-07 2026-12-08');
    expect(untilOf('FREQ=DAILY;UNTIL=20261208', 'Europe/Istanbul')).toEqual(new Date('2026-12-08T23:59:59+03:00'));
    expect(untilOf('FREQ=DAILY;UNTIL=20261208T120000Z', 'Europe/Istanbul')).toEqual(new Date('2026-12-08T12:00:00Z'));
    expect(untilOf('FREQ=DAILY;COUNT=3', 'Europe/Istanbul')).toBeNull();
  });

  it('refuses more than two years of every day, and days that never come', () => {
    expect(allOccurrences(series('2026-01-01T10:00', `FREQ=DAILY;COUNT=${maxOccurrences}`))).toHaveLength(732);
    expect(refusal(() => allOccurrences(series('2026-01-01T10:00', 'FREQ=DAILY;UNTIL=99991231')))).toBe('TOO_MANY');
    const added = series('2026-01-01T10:00', `FREQ=DAILY;COUNT=${maxOccurrences}`, {
      addedLocals: ['2026-01-01T11:00'],
    });
    expect(refusal(() => allOccurrences(added))).toBe('TOO_MANY');
    for (const rule of [
      'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30;COUNT=5',
      'FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30;UNTIL=99991231',
    ]) {
      expect(refusal(() => allOccurrences(series('2026-01-01T10:00', rule)))).toBe('UNREACHABLE');
    }
  });
});

describe('the clocks of a zone', () => {
  it('keep ten o’clock when summer time came to Istanbul in March 2015', () => {
    expect(instants(series('2015-03-16T10:00', 'FREQ=WEEKLY;COUNT=4'))).toEqual([
      '2015-03-16T08:00:00.000Z',
      '2015-03-23T08:00:00.000Z',
      '2015-03-30T07:00:00.000Z',
      '2015-04-06T07:00:00.000Z',
    ]);
  });

  it('know that Istanbul left winter time after 2016', () => {
    const of = series('2014-01-15T10:00', 'FREQ=MONTHLY;INTERVAL=6;COUNT=8');
    expect(instants(of).map((instant) => instant.slice(0, 7) + instant.slice(10, 13))).toEqual([
      '2014-01T08',
      '2014-07T07',
      '2015-01T08',
      '2015-07T07',
      '2016-01T08',
      '2016-07T07',
      '2017-01T07',
      '2017-07T07',
    ]);
  });

  it('leave out of a rule what they skip, and do not count it', () => {
    expect(locals(series('2015-03-27T03:30', 'FREQ=DAILY;COUNT=4'))).toEqual([
      '2015-03-27T03:30',
      '2015-03-28T03:30',
      '2015-03-30T03:30',
      '2015-03-31T03:30',
    ]);
  });

  it('read a start that they skip by the offset before, and are right again the day after', () => {
    const of = series('2015-03-29T03:30', 'FREQ=DAILY;COUNT=3');
    expect(locals(of)).toEqual(['2015-03-29T04:30', '2015-03-30T03:30', '2015-03-31T03:30']);
    expect(instants(of)[0]).toBe('2015-03-29T01:30:00.000Z');
    expect(locals({ ...of, excludedLocals: ['2015-03-29T03:30'] })).toEqual(['2015-03-30T03:30', '2015-03-31T03:30']);
    const between = occurrencesBetween(of, new Date('2015-03-30T00:00Z'), new Date('2015-04-09T00:00Z'));
    expect(between.map(({ startLocal }) => startLocal)).toEqual(['2015-03-30T03:30', '2015-03-31T03:30']);
  });

  it('mean the first of two when a time comes twice', () => {
    expect(instants(series('2015-11-07T03:30', 'FREQ=DAILY;COUNT=3'))).toEqual([
      '2015-11-07T00:30:00.000Z',
      '2015-11-08T00:30:00.000Z',
      '2015-11-09T01:30:00.000Z',
    ]);
  });

  it('make a whole day as long as it is, and leave an hour an hour', () => {
    const [whole] = allOccurrences(series('2015-03-28T00:00', null, { durationMinutes: 2 * 1_440 }));
    expect(whole?.endsAt).toEqual(new Date('2015-03-30T00:00:00+03:00'));
    const [timed] = allOccurrences(series('2015-03-28T22:00', null, { durationMinutes: 600 }));
    expect(timed?.endsAt).toEqual(new Date('2015-03-29T09:00:00+03:00'));
  });
});

describe('a window', () => {
  const daily = series('2026-12-07T23:00', 'FREQ=DAILY;UNTIL=20261231', { durationMinutes: 120 });
  const between = (from: string, until: string, limit?: number) =>
    occurrencesBetween(daily, new Date(from), new Date(until), limit).map(({ startLocal }) => startLocal.slice(0, 10));

  it.each([
    ['from the end on: that is over', '2026-12-09T01:00+03:00', '2026-12-10T23:00+03:00', ['2026-12-09']],
    ['from just before the end', '2026-12-09T00:59+03:00', '2026-12-10T23:00+03:00', ['2026-12-08', '2026-12-09']],
    ['until the start: not yet', '2026-12-01T00:00+03:00', '2026-12-07T23:00+03:00', []],
    ['until just after the start', '2026-12-01T00:00+03:00', '2026-12-07T23:01+03:00', ['2026-12-07']],
    ['after all', '2027-01-01T01:00+03:00', '2028-01-01T00:00+03:00', []],
    ['upside down', '2027-01-01T01:00+03:00', '2026-12-01T00:00+03:00', []],
  ])('%s', (_, from, until, expected) => {
    expect(between(from, until)).toEqual(expected);
  });

  it('gives no more than asked for', () => {
    expect(between('2026-12-01T00:00Z', '2027-12-01T00:00Z', 2)).toEqual(['2026-12-07', '2026-12-08']);
  });

  it('has what takes no time at its own first instant', () => {
    const moment = series('2026-12-07T10:00', null, { durationMinutes: 0 });
    const start = at('2026-12-07T10:00');
    expect(occurrencesBetween(moment, start, new Date(start.getTime() + 1))).toHaveLength(1);
    expect(occurrencesBetween(moment, new Date(start.getTime() - 1), start)).toEqual([]);
  });

  it('has whole days that are still going on, and added starts far from the rule', () => {
    const week = series('2026-12-07T00:00', null, { durationMinutes: 7 * 1_440, addedLocals: ['2030-01-01T00:00'] });
    expect(occurrencesBetween(week, new Date('2026-12-13T20:00Z'), new Date('2026-12-13T21:00Z'))).toHaveLength(1);
    expect(occurrencesBetween(week, new Date('2026-12-13T21:00Z'), new Date('2026-12-13T22:00Z'))).toEqual([]);
    expect(occurrencesBetween(week, new Date('2030-01-02T00:00Z'), new Date('2030-01-03T00:00Z'))).toHaveLength(1);
  });
});

describe('the next five', () => {
  const next = (of: Series, from: string, count = 5) =>
    nextOccurrences(of, new Date(from), count).map(({ startLocal }) => startLocal.slice(0, 10));

  it('begin with the one that begins now, and skip what is left out', () => {
    const of = series('2026-12-07T10:00', 'FREQ=WEEKLY;COUNT=8', { excludedLocals: ['2026-12-21T10:00'] });
    expect(next(of, '2026-12-14T10:00+03:00')).toEqual([
      '2026-12-14',
      '2026-12-28',
      '2027-01-04',
      '2027-01-11',
      '2027-01-18',
    ]);
    expect(next(of, '2026-12-14T10:01+03:00', 1)).toEqual(['2026-12-28']);
    expect(next(of, '2027-01-18T10:01+03:00')).toEqual(['2027-01-25']);
    expect(next(of, '2027-01-25T10:01+03:00')).toEqual([]);
  });

  it('are found years ahead', () => {
    const leap = series('2028-02-29T10:00', 'FREQ=YEARLY;UNTIL=21001231');
    expect(next(leap, '2026-04-23T09:00+03:00')).toEqual([
      '2028-02-29',
      '2032-02-29',
      '2036-02-29',
      '2040-02-29',
      '2044-02-29',
    ]);
    expect(next(leap, '2093-01-01T00:00+03:00')).toEqual(['2096-02-29']);
    expect(next(series('2026-12-07T10:00', null, { addedLocals: ['2035-01-01T10:00'] }), '2026-12-07T07:00Z')).toEqual([
      '2026-12-07',
      '2035-01-01',
    ]);
  });
});

describe('a cut', () => {
  const weekly = series('2026-12-07T10:00', 'FREQ=WEEKLY;COUNT=6');

  it('divides COUNT', () => {
    expect(splitSeries(weekly, '2026-12-21T10:00')).toEqual({
      before: { ...weekly, rule: 'FREQ=WEEKLY;COUNT=2' },
      after: { ...weekly, startLocal: '2026-12-21T10:00', rule: 'FREQ=WEEKLY;COUNT=4' },
    });
  });

  it('sets UNTIL of the first part right before it', () => {
    const of = series('2026-12-07T10:00', 'FREQ=WEEKLY;UNTIL=20270131;BYDAY=MO,TH');
    expect(splitSeries(of, '2026-12-24T10:00')).toEqual({
      before: { ...of, rule: 'FREQ=WEEKLY;UNTIL=20261224T065959Z;BYDAY=MO,TH' },
      after: { ...of, startLocal: '2026-12-24T10:00' },
    });
  });

  it('at the first is none: the whole series is meant', () => {
    expect(splitSeries(weekly, '2026-12-07T10:00')).toEqual({ before: null, after: weekly });
    const firstOut = { ...weekly, excludedLocals: ['2026-12-07T10:00'] };
    expect(splitSeries(firstOut, '2026-12-14T10:00')).toEqual({ before: null, after: firstOut });
  });

  it('shares out what is left out and added', () => {
    const of: Series = {
      ...weekly,
      excludedLocals: ['2026-12-14T10:00', '2026-12-28T10:00'],
      addedLocals: ['2026-12-30T14:00', '2026-12-09T14:00'],
    };
    expect(splitSeries(of, '2026-12-21T10:00')).toEqual({
      before: {
        ...of,
        rule: 'FREQ=WEEKLY;COUNT=2',
        excludedLocals: ['2026-12-14T10:00'],
        addedLocals: ['2026-12-09T14:00'],
      },
      after: {
        ...of,
        startLocal: '2026-12-21T10:00',
        rule: 'FREQ=WEEKLY;COUNT=4',
        excludedLocals: ['2026-12-28T10:00'],
        addedLocals: ['2026-12-30T14:00'],
      },
    });
  });

  it('at an added start lets the rule begin at its own next one', () => {
    const of: Series = { ...weekly, addedLocals: ['2026-12-16T14:00'] };
    expect(splitSeries(of, '2026-12-16T14:00')).toEqual({
      before: { ...of, rule: 'FREQ=WEEKLY;COUNT=2', addedLocals: [] },
      after: { ...of, startLocal: '2026-12-21T10:00', rule: 'FREQ=WEEKLY;COUNT=4' },
    });
  });

  it('after the rule or before it leaves only added starts, without a rule', () => {
    const late: Series = { ...weekly, addedLocals: ['2027-03-02T10:00', '2027-02-01T10:00'] };
    expect(splitSeries(late, '2027-02-01T10:00').after).toEqual({
      ...weekly,
      startLocal: '2027-02-01T10:00',
      rule: null,
      addedLocals: ['2027-03-02T10:00'],
    });
    const early: Series = { ...weekly, addedLocals: ['2026-12-01T10:00'] };
    expect(splitSeries(early, '2026-12-07T10:00')).toEqual({
      before: { ...weekly, startLocal: '2026-12-01T10:00', rule: null },
      after: weekly,
    });
  });

  const cuts: Series[] = [
    weekly,
    series('2026-12-08T10:00', 'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SU;WKST=SU;COUNT=9'),
    series('2027-01-31T10:00', 'FREQ=MONTHLY;COUNT=7'),
    series('2027-01-29T10:00', 'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1;UNTIL=20271231T205959Z'),
    series('2026-12-07T10:00', 'FREQ=WEEKLY;BYDAY=TU;COUNT=5', { excludedLocals: ['2026-12-15T10:00'] }),
    series('2015-03-28T03:30', 'FREQ=DAILY;COUNT=5', { addedLocals: ['2015-03-30T12:00'] }),
    series('2015-03-29T03:30', 'FREQ=DAILY;COUNT=4'),
    series('2028-02-29T00:00', 'FREQ=YEARLY;UNTIL=20480301', { durationMinutes: 1_440 }),
    series('2026-12-07T10:00', null, { addedLocals: ['2026-12-09T10:00', '2026-12-11T10:00'] }),
  ];

  it.each(cuts)('anywhere loses and adds nothing: $startLocal $rule', (of) => {
    const every = allOccurrences(of);
    for (const [index, { startLocal }] of every.entries()) {
      const { before, after } = splitSeries(of, startLocal);
      expect(before === null ? [] : allOccurrences(before)).toEqual(every.slice(0, index));
      expect(allOccurrences(after)).toEqual(every.slice(index));
    }
  });

  it.each(cuts)('and a window show the same: $startLocal $rule', (of) => {
    const every = allOccurrences(of);
    for (const [index, { startsAt, endsAt }] of every.entries()) {
      expect(occurrencesBetween(of, startsAt, new Date(8.64e15 / 100))).toEqual(every.slice(index));
      expect(occurrencesBetween(of, new Date(0), endsAt)).toEqual(every.slice(0, index + 1));
      expect(nextOccurrences(of, startsAt, 3)).toEqual(every.slice(index, index + 3));
    }
  });

  it('is refused where it does not take place', () => {
    const of = { ...weekly, excludedLocals: ['2026-12-14T10:00'] };
    expect(refusal(() => splitSeries(of, '2026-12-14T10:00'))).toBe(ErrorCode.NOT_FOUND);
    expect(refusal(() => splitSeries(of, '2026-12-15T10:00'))).toBe(ErrorCode.NOT_FOUND);
  });
});

describe('a rule that somebody wrote', () => {
  it.each([
    [' rrule:freq=weekly;byday=mo,we;interval=2;count=8; ', 'FREQ=WEEKLY;INTERVAL=2;COUNT=8;BYDAY=MO,WE'],
    ['COUNT=3;FREQ=DAILY', 'FREQ=DAILY;COUNT=3'],
    ['FREQ=WEEKLY;BYDAY=TU;UNTIL=20270525T180000Z', 'FREQ=WEEKLY;UNTIL=20270525T180000Z;BYDAY=TU'],
    ['FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=7;BYDAY=1SU;COUNT=2', 'FREQ=YEARLY;COUNT=2;BYMONTH=3;BYMONTHDAY=7;BYDAY=1SU'],
    ['FREQ=YEARLY;BYDAY=-53MO;UNTIL=20270525', 'FREQ=YEARLY;UNTIL=20270525;BYDAY=-53MO'],
  ])('is brought into one form: %s', (text, rule) => {
    expect(parseRule(text)).toBe(rule);
    expect(parseRule(rule)).toBe(rule);
  });

  const refused: Record<string, string[]> = {
    UNREADABLE: [
      '',
      'her salı',
      'COUNT=3',
      'FREQ=',
      'FREQ=FORTNIGHTLY;COUNT=3',
      'FREQ=DAİLY;COUNT=3',
      'FREQ=DAILY;FREQ=WEEKLY;COUNT=3',
      'FREQ=DAILY;COUNT=0',
      'FREQ=DAILY;COUNT=-1',
      'FREQ=DAILY;COUNT=1.5',
      'FREQ=DAILY;INTERVAL=0;COUNT=3',
      'FREQ=DAILY;UNTIL=20270231',
      'FREQ=DAILY;UNTIL=20271301T000000Z',
      'FREQ=DAILY;UNTIL=yarın',
      'FREQ=DAILY;COUNT=3;UNTIL=20270101T000000Z',
      'FREQ=WEEKLY;BYDAY=PZT;COUNT=3',
      'FREQ=WEEKLY;BYDAY=1MO;COUNT=3',
      'FREQ=WEEKLY;BYMONTHDAY=1;COUNT=3',
      'FREQ=MONTHLY;BYDAY=6MO;COUNT=3',
      'FREQ=YEARLY;BYMONTH=3;BYDAY=6MO;COUNT=3',
      'FREQ=YEARLY;BYDAY=54MO;COUNT=3',
      'FREQ=MONTHLY;BYMONTHDAY=32;COUNT=3',
      'FREQ=MONTHLY;BYMONTHDAY=0;COUNT=3',
      'FREQ=YEARLY;BYMONTH=13;COUNT=3',
      'FREQ=DAILY;BYSETPOS=1;COUNT=3',
      'FREQ=MONTHLY;BYDAY=MO;BYSETPOS=0;COUNT=3',
      'FREQ=WEEKLY;WKST=XX;COUNT=3',
      'FREQ=DAILY;COUNT=3\nDTSTART:20260101T000000Z',
    ],
    FREQUENCY: ['FREQ=HOURLY;COUNT=3', 'FREQ=MINUTELY;COUNT=3', 'FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30'],
    PART: [
      'FREQ=DAILY;BYHOUR=9;COUNT=3',
      'FREQ=YEARLY;BYWEEKNO=20;COUNT=3',
      'FREQ=YEARLY;BYYEARDAY=1;COUNT=3',
      'FREQ=DAILY;X-A=1;COUNT=3',
      'FREQ=YEARLY;BYMONTHDAY=13,28;BYDAY=1SA;COUNT=3',
      'FREQ=YEARLY;BYDAY=MO,TU,WE,TH,FR,SA,SU;BYSETPOS=366;COUNT=100',
    ],
    ENDLESS: ['FREQ=DAILY', 'FREQ=WEEKLY;BYDAY=MO'],
    TOO_MANY: ['FREQ=DAILY;COUNT=733', 'FREQ=DAILY;COUNT=999999999'],
  };

  it('is refused when it is longer than 500 characters', () => {
    const days31 = Array.from({ length: 31 }, (_, index) => index + 1).join(',');
    expect(parseRule(`FREQ=MONTHLY;BYMONTHDAY=${days31};COUNT=3`)).toContain(days31);
    expect(refusal(() => parseRule(`FREQ=DAILY;COUNT=3${' '.repeat(482)}`))).toBe('nothing refused');
    expect(refusal(() => parseRule(`FREQ=DAILY;COUNT=3${' '.repeat(483)}`))).toBe('UNREADABLE');
  });

  it.each(Object.entries(refused).flatMap(([reason, texts]) => texts.map((text) => [reason, text] as const)))(
    'is refused as %s: %s',
    (reason, text) => {
      expect(refusal(() => parseRule(text))).toBe(reason);
    },
  );
});
