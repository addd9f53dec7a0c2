import { claimsOf, durationOf, emptyDraft, movedTo } from './event-draft';
import { formatSpan } from './local-times';

const draft = emptyDraft('2026-12-31T22:00');

it('lasts an hour at first, and keeps its length at another start, over midnight and years', () => {
  expect(durationOf(draft)).toBe(60);
  const longer = { ...draft, end: '2027-01-01T01:30' };
  expect(durationOf(longer)).toBe(210);
  expect(movedTo(longer, '2026-12-30T09:00')).toMatchObject({ start: '2026-12-30T09:00', end: '2026-12-30T12:30' });
});

it('counts whole days with the last one', () => {
  const days = { ...draft, isAllDay: true, start: '2026-12-31T00:00', end: '2027-01-02T00:00' };
  expect(claimsOf(days)).toMatchObject({ startLocal: '2026-12-31T00:00', durationMinutes: 3 * 1_440, isAllDay: true });
});

it.each([
  ['without a beginning', { start: null }],
  ['without an end', { end: null }],
  ['that ends before it begins', { end: '2026-12-31T21:00' }],
])('claims nothing %s', (_, part) => {
  expect(claimsOf({ ...draft, ...part })).toBeNull();
});

it.each([
  ['2026-11-24T14:30', '2026-11-24T16:00', false, '24 Kasım 2026 Salı 14.30–16.00'],
  ['2026-12-31T22:00', '2027-01-01T01:00', false, '31 Aralık 2026 Perşembe 22.00 – 1 Ocak 2027 Cuma 01.00'],
  ['2026-12-09T00:00', '2026-12-11T00:00', true, '9 Aralık 2026 Çarşamba – 10 Aralık 2026 Perşembe, tüm gün'],
  ['2026-12-09T00:00', '2026-12-10T00:00', true, '9 Aralık 2026 Çarşamba, tüm gün'],
])('is told in words: %s to %s', (start, end, isAllDay, words) => {
  expect(formatSpan(start, end, isAllDay)).toBe(words);
});
