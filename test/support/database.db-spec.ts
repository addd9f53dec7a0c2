import { PgBoss } from 'pg-boss';
import { testDatabase, type TestDatabase } from './database';

describe('testDatabase', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await testDatabase();
  });
  afterAll(() => database.close());

  const count = async (table: string): Promise<number> => {
    const [row] = await database.dataSource.query<{ count: number }[]>(`SELECT count(*)::int AS count FROM ${table}`);
    return row?.count ?? -1;
  };
  const addLink = () =>
    database.dataSource.query(`INSERT INTO links VALUES (uuidv7(), 'a', uuidv7(), 'İlgili', 'b', uuidv7(), now())`);

  it('stands on every migration', async () => {
    expect(await database.dataSource.showMigrations()).toBe(false);
    expect(await count('migrations')).toBe(database.dataSource.migrations.length);
  });

  it('forgets rows and jobs at reset, even append-only ones', async () => {
    await addLink();
    await sendJob(database.url);
    await database.dataSource.query(`
      INSERT INTO events VALUES (uuidv7(), 'test', 1, 'test.done', 'test', uuidv7(), NULL, NULL, now(), '{}', 'r', '', '')`);
    expect([await count('links'), await count('events'), await count('pgboss.job')]).toEqual([1, 1, 1]);

    await database.reset();

    expect([await count('links'), await count('events'), await count('pgboss.job')]).toEqual([0, 0, 0]);
    expect(await count('pgboss.queue')).toBe(1);
    expect(await count('migrations')).toBe(database.dataSource.migrations.length);
  });

  it('leaves foreign keys and triggers at work after reset', async () => {
    await database.reset();
    await addLink();

    const [setting] = await database.dataSource.query<{ session_replication_role: string }[]>(
      'SHOW session_replication_role',
    );

    expect(setting?.session_replication_role).toBe('origin');
  });

  it('gives each caller a database of its own', async () => {
    await addLink();

    const second = await testDatabase();

    const [row] = await second.dataSource.query<{ count: number }[]>('SELECT count(*)::int AS count FROM links');
    expect(row?.count).toBe(0);
    expect(second.url).not.toBe(database.url);
    await second.close();
  });
});

async function sendJob(url: string): Promise<void> {
  const boss = new PgBoss({ connectionString: url, supervise: false, schedule: false });
  await boss.start();
  await boss.createQueue('deneme');
  await boss.send('deneme', { yer: 'Ayvalık' });
  await boss.stop({ graceful: false });
}
