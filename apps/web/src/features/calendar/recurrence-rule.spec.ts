import { recurrenceOf, ruleOf, never, type Recurrence } from './recurrence-rule';

const tuesday = '2026-05-12T14:00';

describe('a rule of the form', () => {
  const written: readonly [string, Partial<Recurrence>, string | null][] = [
    ['once', {}, null],
    ['every day, ten times', { frequency: 'DAILY' }, 'FREQ=DAILY;COUNT=10'],
    ['every second week', { frequency: 'WEEKLY', interval: 2, count: 4 }, 'FREQ=WEEKLY;INTERVAL=2;COUNT=4'],
    ['the second Tuesday', { frequency: 'MONTHLY_WEEKDAY', count: 3 }, 'FREQ=MONTHLY;BYDAY=2TU;COUNT=3'],
    ['until a day, included', { frequency: 'YEARLY', until: '2030-05-12' }, 'FREQ=YEARLY;UNTIL=20300512T205959Z'],
  ];

  it.each(written)('is written: %s', (_, part, rule) => {
    expect(ruleOf({ ...never, ...part }, tuesday)).toBe(rule);
  });

  it.each(written)('is read back: %s', (_, part) => {
    const recurrence = { ...never, ...part };
    const rule = ruleOf(recurrence, tuesday);
    expect(ruleOf(recurrenceOf(rule, tuesday), tuesday)).toBe(rule);
    expect(recurrenceOf(rule, tuesday).frequency).toBe(recurrence.frequency);
  });

  it('takes the fifth weekday of a month for the last one', () => {
    expect(ruleOf({ ...never, frequency: 'MONTHLY_WEEKDAY' }, '2026-06-30T10:00')).toBe(
      'FREQ=MONTHLY;BYDAY=-1TU;COUNT=10',
    );
  });
});

it.each([
  'FREQ=WEEKLY;BYDAY=MO,WE;COUNT=6',
  'FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=-1;COUNT=3',
  'FREQ=YEARLY;BYMONTH=3;COUNT=2',
])('leaves a rule alone that the form cannot write: %s', (rule) => {
  expect(recurrenceOf(rule, tuesday).frequency).toBe('OTHER');
});

it('reads a weekly rule that names the day of its start', () => {
  expect(recurrenceOf('FREQ=WEEKLY;BYDAY=TU;UNTIL=20270525T180000Z', tuesday)).toEqual({
    frequency: 'WEEKLY',
    interval: 1,
    count: null,
    until: '2027-05-25',
  });
});
