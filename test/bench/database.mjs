/** The database of the measurement: `BENCH_DATABASE_URL`, or an embedded server in `.data/bench`, filled once and kept. */
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import pg from 'pg';
import { compiled, root } from '../../tools/build.mjs';
import { fill } from './fill.mjs';

const require = createRequire(import.meta.url);

/** Gives `{ url, stop }` of a migrated and filled database. */
export async function openBenchDatabase({ count, log }) {
  const { url, stop } = await start(log);
  const { migrate } = require(compiled('apps/api/src/core/database/migrate'));
  await migrate(url);
  await withClient(url, (db) => fill(db, { count, log }));
  return { url, stop };
}

function start(log) {
  const url = process.env.BENCH_DATABASE_URL;
  if (url) return { url, stop: () => Promise.resolve() };
  const { startEmbeddedPostgres } = require(compiled('apps/api/src/core/database/embedded-postgres'));
  return startEmbeddedPostgres({ dataDir: join(root, '.data', 'bench', 'postgres'), log });
}

export async function withClient(url, work) {
  const db = new pg.Client({ connectionString: url });
  await db.connect();
  try {
    return await work(db);
  } finally {
    await db.end();
  }
}

/** The editor of each office with a fresh session: `{ officeId, userId, cookie }`. */
export function openSessions(url) {
  return withClient(url, async (db) => {
    const { rows } = await db.query(
      `select m.office_id as "officeId", m.user_id as "userId" from memberships m join offices o on o.id = m.office_id
       where m.role = 'EDITOR' and o.state = 'ACTIVE' order by o.protocol_order`,
    );
    for (const person of rows) {
      const secret = `ts_s_${randomBytes(32).toString('base64url')}`;
      await db.query(
        `insert into sessions (id, token_hash, user_id, office_id, created_at, last_seen_at, expires_at, ip, user_agent)
         values ($1, $2, $3, $4, now(), now(), now() + interval '1 day', '127.0.0.1', 'bench')`,
        [randomUUID(), createHash('sha256').update(secret).digest(), person.userId, person.officeId],
      );
      person.cookie = `tekses=${secret}`;
    }
    return rows;
  });
}

/** Takes out what a measurement of writing left behind, so that the next one finds the same lists. */
export function removeDrafts(url, headline) {
  return withClient(url, async (db) => {
    await db.query("delete from bulletins where updated_at > now() - interval '1 hour' and headline = $1", [headline]);
    await db.query('vacuum analyze bulletins, bulletin_sections, bulletin_revisions');
  });
}
