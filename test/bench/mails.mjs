/** Mails per second of the product's worker (gate, lock, record, all of it) against bare nodemailer, into one sink. */
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { withClient } from './database.mjs';
import { median } from './load.mjs';
import { runBeside, startBeside, startWorker } from './processes.mjs';

const mails = 1_000;

export async function measureMails(databaseUrl, { rounds }) {
  const sink = await startBeside('smtp-sink.mjs');
  const runs = { ours: [], bare: [] };
  for (let round = 0; round < rounds; round += 1) {
    const { perSecond, sample } = await sendOurs(databaseUrl, sink);
    runs.ours.push(perSecond);
    runs.bare.push(await sendBare(sink, sample));
  }
  await sink.stop();
  const ratios = runs.ours.map((perSecond, round) => perSecond / runs.bare[round]);
  return {
    what: 'mail',
    'bare /s': Math.round(median(runs.bare)),
    'ours /s': Math.round(median(runs.ours)),
    ratio: Number(median(ratios).toFixed(2)),
    'of the rounds': ratios.map((ratio) => ratio.toFixed(2)).join(' '),
  };
}

async function sendOurs(databaseUrl, sink) {
  await ask(sink, 'reset');
  const editionId = await planDeliveries(databaseUrl);
  const worker = startWorker(databaseUrl, `smtp://127.0.0.1:${sink.port}`);
  const seen = await untilAll(sink);
  await worker.stop();
  await withClient(databaseUrl, (db) => db.query('delete from deliveries where source_id = $1', [editionId]));
  return seen;
}

async function sendBare(sink, sample) {
  await ask(sink, 'reset');
  await runBeside('bare-mailer.mjs', [String(sink.port), String(mails)], sample);
  return (await untilAll(sink)).perSecond;
}

/** A row per recipient, as a distribution writes them, of a released bulletin. */
function planDeliveries(databaseUrl) {
  return withClient(databaseUrl, async (db) => {
    const { rows } = await db.query(
      `select e.id, e.bulletin_id as "bulletinId", b.lead_office_id as "officeId" from editions e
       join bulletins b on b.id = e.bulletin_id where b.state = 'RELEASED' and e.released_at is not null
       order by b.released_at desc limit 1`,
    );
    const ids = Array.from({ length: mails }, () => randomUUID());
    await db.query(
      `insert into deliveries (id, source_type, source_id, item_id, office_id, address, state, message_id, next_attempt_at, created_at)
       select id, 'edition', $2, $3, $4, 'kisi-' || place || '@ornek.example', 'PENDING', '<' || id || '@tekses.example>', now(), now()
       from unnest($1::uuid[]) with ordinality as row (id, place)`,
      [ids, rows[0].id, rows[0].bulletinId, rows[0].officeId],
    );
    return rows[0].id;
  });
}

async function untilAll(sink) {
  for (let tries = 0; tries < 1_200; tries += 1) {
    const { count, seconds, sample } = await ask(sink, 'count');
    if (count >= mails) return { perSecond: (mails - 1) / seconds, sample };
    await pause(250);
  }
  throw new Error('the mails did not arrive in five minutes');
}

async function ask({ child }, order) {
  const answer = once(child, 'message');
  child.send(order);
  const [seen] = await answer;
  return seen;
}
