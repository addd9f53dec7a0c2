import { addMonths, isDay, mondayOf, periodOf, stepped, weeksOf } from './calendar-days';

describe('the periods of the calendar', () => {
  it('are whole weeks of the month from Monday on, six at most', () => {
    expect(periodOf('ay', '2026-11-24')).toEqual({ from: '2026-10-26', until: '2026-12-06' });
    expect(weeksOf(periodOf('ay', '2026-11-24'))).toHaveLength(6);
    expect(weeksOf(periodOf('ay', '2027-02-10'))).toEqual([
      ['2027-02-01', '2027-02-02', '2027-02-03', '2027-02-04', '2027-02-05', '2027-02-06', '2027-02-07'],
      ['2027-02-08', '2027-02-09', '2027-02-10', '2027-02-11', '2027-02-12', '2027-02-13', '2027-02-14'],
      ['2027-02-15', '2027-02-16', '2027-02-17', '2027-02-18', '2027-02-19', '2027-02-20', '2027-02-21'],
      ['2027-02-22', '2027-02-23', '2027-02-24', '2027-02-25', '2027-02-26', '2027-02-27', '2027-02-28'],
    ]);
  });

  it('are the week around a day and the thirty days after it', () => {
    expect(periodOf('hafta', '2026-11-29')).toEqual({ from: '2026-11-23', until: '2026-11-29' });
    expect(periodOf('birimler', '2026-11-23')).toEqual({ from: '2026-11-23', until: '2026-11-29' });
    expect(periodOf('ajanda', '2026-11-24')).toEqual({ from: '2026-11-24', until: '2026-12-23' });
  });

  it('follow each other without leaving a month or a week out', () => {
    expect(stepped('ay', '2027-01-31', 1)).toBe('2027-02-28');
    expect(stepped('ay', '2027-01-31', -1)).toBe('2026-12-31');
    expect(stepped('hafta', '2026-12-29', 1)).toBe('2027-01-05');
    expect(stepped('birimler', '2027-01-05', -1)).toBe('2026-12-29');
    expect(stepped('ajanda', '2026-11-24', 1)).toBe('2026-12-24');
  });

  it('know leap days and days that do not exist', () => {
    expect(addMonths('2028-01-30', 1)).toBe('2028-02-29');
    expect(mondayOf('2028-03-01')).toBe('2028-02-28');
    expect(isDay('2028-02-29')).toBe(true);
    expect(isDay('2027-02-29')).toBe(false);
    expect(isDay('2027-13-01')).toBe(false);
  });
});
