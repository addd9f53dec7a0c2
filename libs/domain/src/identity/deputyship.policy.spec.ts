import { deputyshipSpanFault } from './deputyship.policy';

const now = new Date('2026-04-23T09:00:00+03:00');
const at = (text: string) => new Date(`${text}+03:00`);

it.each([
  ['2026-04-24T00:00:00', '2026-04-30T00:00:00', null],
  ['2026-04-01T00:00:00', '2026-04-23T09:00:00.001', null],
  ['2026-04-23T09:00:00', '2026-10-20T09:00:00', null],
  ['2026-04-23T09:00:00', '2026-10-20T09:00:00.001', 'TOO_LONG'],
  ['2026-04-24T00:00:00', '2026-04-24T00:00:00', 'ENDS_BEFORE_START'],
  ['2026-04-24T00:00:00', '2026-04-23T00:00:00', 'ENDS_BEFORE_START'],
  ['2026-04-01T00:00:00', '2026-04-23T09:00:00', 'OVER'],
])('judges a span from %s to %s: %p', (from, until, fault) => {
  expect(deputyshipSpanFault(at(from), at(until), now)).toBe(fault);
});
