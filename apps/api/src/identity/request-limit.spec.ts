import { RequestLimit } from './request-limit';

const start = 1_776_924_000_000;

it('lets a minute’s worth go at once, then one by one', () => {
  const limit = new RequestLimit(60);

  expect(Array.from({ length: 60 }, () => limit.take('ışıl', start))).toEqual(Array.from({ length: 60 }, () => 0));
  expect(limit.take('ışıl', start)).toBe(1);
  expect(limit.take('ışıl', start + 999)).toBe(1);
  expect(limit.take('ışıl', start + 1_000)).toBe(0);
  expect(limit.take('ışıl', start + 1_000)).toBe(1);
});

it('says how long to wait, in whole seconds', () => {
  const limit = new RequestLimit(6);
  for (let index = 0; index < 6; index += 1) limit.take('şule', start);

  expect(limit.take('şule', start)).toBe(10);
  expect(limit.take('şule', start + 4_500)).toBe(6);
});

it('counts each key alone', () => {
  const limit = new RequestLimit(1);
  limit.take('a', start);

  expect(limit.take('a', start)).toBe(60);
  expect(limit.take('b', start)).toBe(0);
});

it('forgets the quiet ones when there are very many', () => {
  const limit = new RequestLimit(1);
  for (let index = 0; index < 20_000; index += 1) limit.take(`eski-${index}`, start);
  limit.take('yeni', start + 59_000);

  limit.take('bir daha', start + 60_000);

  expect(limit.take('yeni', start + 60_000)).toBe(59);
});
