import { dayBefore, dayInIstanbul } from './days';

it.each([
  ['2026-04-22T20:59:59.999Z', '2026-04-22'],
  ['2026-04-22T21:00:00.000Z', '2026-04-23'],
  ['2026-12-31T21:00:00.000Z', '2027-01-01'],
])('finds the day in Istanbul at %s: %s', (instant, day) => {
  expect(dayInIstanbul(new Date(instant))).toBe(day);
});

it.each([
  ['2026-03-01', '2026-02-28'],
  ['2028-03-01', '2028-02-29'],
  ['2027-01-01', '2026-12-31'],
])('finds the day before %s: %s', (day, before) => {
  expect(dayBefore(day)).toBe(before);
});
