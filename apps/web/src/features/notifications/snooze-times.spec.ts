import { snoozeTimes } from './snooze-times';

describe('snoozeTimes', () => {
  it('offers an hour, this evening and tomorrow morning by the clocks of Istanbul', () => {
    expect(snoozeTimes(new Date('2026-04-23T09:00:00+03:00'))).toEqual({
      hour: new Date('2026-04-23T10:00:00+03:00'),
      evening: new Date('2026-04-23T18:00:00+03:00'),
      morning: new Date('2026-04-24T09:00:00+03:00'),
    });
  });

  it('offers no evening that is over, and the right morning shortly before midnight', () => {
    expect(snoozeTimes(new Date('2026-04-23T23:30:00+03:00'))).toEqual({
      hour: new Date('2026-04-24T00:30:00+03:00'),
      evening: null,
      morning: new Date('2026-04-24T09:00:00+03:00'),
    });
  });
});
