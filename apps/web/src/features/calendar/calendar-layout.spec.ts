import { daysTaken, firstHourOf, isBar, layDay, layWeek, type Span } from './calendar-layout';

const week = [
  '2026-11-23',
  '2026-11-24',
  '2026-11-25',
  '2026-11-26',
  '2026-11-27',
  '2026-11-28',
  '2026-11-29',
] as const;

const hours = (id: string, start: string, end: string): Span => ({ id, start, end, isAllDay: false });
const wholeDays = (id: string, first: string, end: string): Span => ({
  id,
  start: `${first}T00:00`,
  end: `${end}T00:00`,
  isAllDay: true,
});

describe('the days of an event', () => {
  it.each([
    ['an hour', hours('a', '2026-11-24T10:00', '2026-11-24T11:00'), '2026-11-24', false],
    ['until midnight', hours('a', '2026-11-24T20:00', '2026-11-25T00:00'), '2026-11-24', false],
    ['into the night', hours('a', '2026-11-24T22:00', '2026-11-25T02:30'), '2026-11-24', false],
    ['into the morning', hours('a', '2026-11-24T22:00', '2026-11-25T09:00'), '2026-11-25', true],
    ['two nights', hours('a', '2026-11-24T22:00', '2026-11-26T02:00'), '2026-11-26', true],
    ['one whole day', wholeDays('a', '2026-11-24', '2026-11-25'), '2026-11-24', true],
    ['three whole days', wholeDays('a', '2026-11-24', '2026-11-27'), '2026-11-26', true],
  ])('%s', (_, span, last, bar) => {
    expect(daysTaken(span)).toEqual({ first: '2026-11-24', last });
    expect(isBar(span)).toBe(bar);
  });
});

describe('a row of the month', () => {
  const summary = (items: readonly Span[], lanes = 4) => {
    const { placed, hidden } = layWeek(items, week, lanes);
    return { placed: placed.map(({ item, lane, from, until }) => `${item.id} ${lane} ${from}-${until}`), hidden };
  };

  it('puts bars above hours, the longest first, and hours into the gaps', () => {
    const items = [
      hours('öğle', '2026-11-25T12:00', '2026-11-25T13:00'),
      hours('sabah', '2026-11-25T09:00', '2026-11-25T10:00'),
      wholeDays('gün', '2026-11-25', '2026-11-26'),
      wholeDays('şenlik', '2026-11-25', '2026-11-28'),
      hours('cuma', '2026-11-27T09:00', '2026-11-27T10:00'),
    ];

    expect(summary(items)).toEqual({
      placed: ['şenlik 0 2-4', 'gün 1 2-2', 'sabah 2 2-2', 'öğle 3 2-2', 'cuma 1 4-4'],
      hidden: [0, 0, 0, 0, 0, 0, 0],
    });
  });

  it('cuts what began before and goes on after', () => {
    const [bar] = layWeek([wholeDays('sergi', '2026-11-20', '2026-12-02')], week, 4).placed;

    expect(bar).toMatchObject({ from: 0, until: 6, comesFromBefore: true, goesOn: true });
  });

  it('leaves the last lane of a full day to the count of the others', () => {
    const items = ['08', '09', '10', '11', '12'].map((hour) =>
      hours(hour, `2026-11-24T${hour}:00`, `2026-11-24T${hour}:30`),
    );

    expect(summary(items)).toEqual({
      placed: ['08 0 1-1', '09 1 1-1', '10 2 1-1'],
      hidden: [0, 2, 0, 0, 0, 0, 0],
    });
    expect(summary(items.slice(1)).hidden).toEqual([0, 0, 0, 0, 0, 0, 0]);
  });

  it('shows a bar on all of its days or counts it on all of them', () => {
    const items = [
      wholeDays('bir', '2026-11-23', '2026-11-25'),
      wholeDays('iki', '2026-11-23', '2026-11-26'),
      hours('salı', '2026-11-24T10:00', '2026-11-24T11:00'),
      hours('çarşamba', '2026-11-25T10:00', '2026-11-25T11:00'),
    ];

    expect(summary(items, 2)).toEqual({
      placed: ['iki 0 0-2', 'çarşamba 1 2-2'],
      hidden: [1, 2, 0, 0, 0, 0, 0],
    });
  });

  it('leaves other weeks out', () => {
    expect(summary([hours('öbür hafta', '2026-11-30T10:00', '2026-11-30T11:00')]).placed).toEqual([]);
  });
});

describe('a column of the week', () => {
  const summary = (items: readonly Span[], day = '2026-11-24', firstHour = 7) =>
    layDay(items, day, firstHour).map(({ item, from, until, lane, lanes }) => [item.id, from, until, lane, lanes]);

  it('puts side by side what overlaps, and gives the whole width to what does not', () => {
    const items = [
      hours('a', '2026-11-24T10:00', '2026-11-24T12:00'),
      hours('b', '2026-11-24T10:30', '2026-11-24T11:00'),
      hours('c', '2026-11-24T11:30', '2026-11-24T13:00'),
      hours('d', '2026-11-24T13:00', '2026-11-24T14:00'),
    ];

    expect(summary(items)).toEqual([
      ['a', 600, 720, 0, 2],
      ['b', 630, 665, 1, 2],
      ['c', 690, 780, 1, 2],
      ['d', 780, 840, 0, 1],
    ]);
  });

  it('shows the rest of the night at the top of the next day', () => {
    const night = [hours('gece', '2026-11-24T22:00', '2026-11-25T02:00')];

    expect(summary(night)).toEqual([['gece', 1320, 1440, 0, 1]]);
    expect(summary(night, '2026-11-25')).toEqual([['gece', 420, 455, 0, 1]]);
    expect(summary(night, '2026-11-26')).toEqual([]);
    expect(layDay(night, '2026-11-25', 7)[0]?.comesFromBefore).toBe(true);
  });

  it('keeps room for the words of what begins just before midnight', () => {
    expect(summary([hours('son', '2026-11-24T23:55', '2026-11-25T00:00')])).toEqual([['son', 1405, 1440, 0, 1]]);
  });

  it('leaves bars to the row above', () => {
    expect(summary([wholeDays('şenlik', '2026-11-24', '2026-11-25')])).toEqual([]);
  });

  it('begins at seven, or as early as something begins', () => {
    const early = hours('balık mezadı', '2026-11-24T05:30', '2026-11-24T08:00');

    expect(firstHourOf([], week)).toBe(7);
    expect(firstHourOf([early], week)).toBe(5);
    expect(firstHourOf([wholeDays('şenlik', '2026-11-24', '2026-11-25')], week)).toBe(7);
  });
});
