import { isId, newId } from './ids';

describe('newId', () => {
  const now = new Date('2026-04-23T09:00:00.123+03:00');

  it('is a UUID of version 7 that begins with the instant', () => {
    const id = newId(now);

    expect(isId(id)).toBe(true);
    expect(id[14]).toBe('7');
    expect(parseInt(id.replaceAll('-', '').slice(0, 12), 16)).toBe(now.getTime());
  });

  it('keeps the order of making within one millisecond, even for ten thousand', () => {
    const ids = Array.from({ length: 10_000 }, () => newId(now));

    expect(ids).toEqual([...ids].sort());
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('follows a clock that is set back', () => {
    const later = newId(new Date(now.getTime() + 1_000));
    const earlier = newId(now);

    expect(earlier < later).toBe(true);
  });

  it('tells malformed ids', () => {
    for (const text of ['', 'x', '019dbe12-db00-7a52-8c91', `${newId(now)}0`, "1' or '1'='1"])
      expect(isId(text)).toBe(false);
  });
});
