import { systemActor } from '@domain/identity/actor';
import { testDatabase, type TestDatabase } from '../../../../test/support/database';
import { Env } from '../config/env';
import { RequestContext } from '../core/context';
import { SecretBox } from './secret-box';
import { Throttles } from './throttles.service';

const start = new Date('2026-04-23T09:00:00+03:00');
const throttle = { name: 'deneme', limit: 10, windowSeconds: 900 };

describe('Throttles', () => {
  let database: TestDatabase;
  const box = new SecretBox(Object.assign(new Env(), { SESSION_SECRET: 'çok gizli bir anahtar, otuz iki harf' }));
  const throttles = new Throttles(box);
  const at = (seconds: number) =>
    new RequestContext(systemActor, new Date(start.getTime() + seconds * 1_000), database.dataSource.manager, 'r');

  beforeAll(async () => {
    database = await testDatabase();
  });
  beforeEach(() => database.reset());
  afterAll(() => database.close());

  it('grants the limit and then refuses with the seconds until the oldest try leaves the window', async () => {
    for (let index = 0; index < 10; index += 1) await throttles.take(at(index * 10), throttle, 'ışıl');

    await expect(throttles.take(at(100), throttle, 'ışıl')).rejects.toMatchObject({
      code: 'TOO_MANY',
      details: { retryAfterSeconds: 800 },
    });
  });

  it('never grants more than the limit in any window, however it is laid', async () => {
    const granted: number[] = [];
    for (let second = 0; second < 4_000; second += 37) {
      if (await throttles.hasTaken(at(second), throttle, 'gülşah')) granted.push(second);
    }

    const most = Math.max(...granted.map((from) => granted.filter((try_) => try_ >= from && try_ < from + 900).length));
    expect(most).toBe(10);
    expect(granted.length).toBeGreaterThan(40);
  });

  it('grants exactly the limit to requests side by side', async () => {
    const answers = await Promise.all(Array.from({ length: 60 }, () => throttles.hasTaken(at(0), throttle, 'çağrı')));

    expect(answers.filter(Boolean)).toHaveLength(10);
  });

  it('counts each key alone, and keeps none in clear', async () => {
    for (let index = 0; index < 11; index += 1) await throttles.hasTaken(at(0), throttle, 'a@ornek.bel.tr');

    expect(await throttles.hasTaken(at(0), throttle, 'b@ornek.bel.tr')).toBe(true);
    const rows: { key: string }[] = await database.dataSource.query('select key from throttles');
    expect(rows).toHaveLength(2);
    expect(rows.filter(({ key }) => key.includes('ornek'))).toEqual([]);
  });

  it('gives one try back', async () => {
    for (let index = 0; index < 10; index += 1) await throttles.take(at(index), throttle, 'şule');
    await throttles.giveBack(at(9), throttle, 'şule');

    expect(await throttles.hasTaken(at(20), throttle, 'şule')).toBe(true);
    expect(await throttles.hasTaken(at(21), throttle, 'şule')).toBe(false);
  });

  it('sweeps rows whose window is over', async () => {
    await throttles.take(at(0), throttle, 'eski');
    await throttles.take(at(800), throttle, 'yeni');

    await throttles.sweep(at(901));

    const [row]: { count: number }[] = await database.dataSource.query('select count(*)::int as count from throttles');
    expect(row?.count).toBe(1);
  });
});
