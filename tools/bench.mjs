/**
 * `npm run bench`: how fast the API is, as a ratio to a bare `node:http` + `pg` server that answers the same JSON from
 * the same database in the same run, mails as a ratio to bare nodemailer,
 * and milliseconds from a keystroke to the other writer's screen. See docs/performance.md.
 *
 * BENCH_DATABASE_URL  an empty database to use instead of the embedded one in .data/bench (it is filled and kept)
 * BENCH_SECONDS       length of one measurement, default 5
 * BENCH_ROUNDS        measurements of each, alternating; medians are shown, default 3
 * BENCH_BULLETINS     bulletins in a new database, default 50000
 * BENCH_ONLY          names of what is measured, e.g. `list,mail`; default all
 */
import { createRequire } from 'node:module';
import { openBenchDatabase, openSessions, removeDrafts, withClient } from '../test/bench/database.mjs';
import { ask, load, median, mustAgree } from '../test/bench/load.mjs';
import { measureMails } from '../test/bench/mails.mjs';
import { startApi, startBeside, stopAll } from '../test/bench/processes.mjs';
import { draftHeadline, questions, toApi, toBare } from '../test/bench/questions.mjs';
import { measureEditor } from '../test/bench/editor.mjs';
import { measureTyping } from '../test/bench/typing.mjs';
import { compiled, ensureBuild } from './build.mjs';

const require = createRequire(import.meta.url);
const seconds = Number(process.env.BENCH_SECONDS ?? 5);
const rounds = Number(process.env.BENCH_ROUNDS ?? 3);
const count = Number(process.env.BENCH_BULLETINS ?? 50_000);
const only = process.env.BENCH_ONLY?.split(',');
const isWanted = (name) => !only || only.includes(name);

/** Bulletins that everybody may see, spread over the years. */
async function someIds(url) {
  return withClient(url, async (db) => {
    const { rows } = await db.query(
      `select id from bulletins where state = 'RELEASED' and right(id::text, 1) in ('0', '5') order by md5(id::text) limit 40`,
    );
    return rows.map(({ id }) => id);
  });
}

async function measureApi(url) {
  const { toPrefixTsquery } = require(compiled('libs/turkish/src/search'));
  const sessions = await openSessions(url);
  const asked = questions({ sessions, ids: await someIds(url), searchWord: toPrefixTsquery });
  const api = await startApi(url);
  const bare = await startBeside('bare-server.mjs', [url]);
  const bareUrl = `http://127.0.0.1:${bare.port}`;
  const rows = [];
  for (const question of asked.filter(({ name }) => isWanted(name))) {
    console.log(`${question.name}…`);
    rows.push(await measure(question, api.url, bareUrl, url));
  }
  await Promise.all([api.stop(), bare.stop()]);
  return rows;
}

async function measure({ name, mustMatch, requests }, apiUrl, bareUrl, databaseUrl) {
  const sides = [
    { url: bareUrl, requests: requests.map(toBare), runs: [] },
    { url: apiUrl, requests: requests.map(toApi), runs: [] },
  ];
  const [bare, api] = sides;
  if (mustMatch) {
    for (const [place, request] of api.requests.entries()) {
      await mustAgree([apiUrl, request], [bareUrl, bare.requests[place]]);
    }
  } else for (const side of sides) await ask(side.url, side.requests[0]);
  for (const side of sides) await load(side.url, side.requests, seconds);
  for (let round = 0; round < rounds; round += 1) {
    for (const side of sides) {
      side.runs.push(await load(side.url, side.requests, seconds));
      if (!mustMatch) await removeDrafts(databaseUrl, draftHeadline);
    }
  }
  const ratios = api.runs.map((run, round) => run.perSecond / bare.runs[round].perSecond);
  return {
    what: name,
    'bare /s': Math.round(median(bare.runs.map((run) => run.perSecond))),
    'bare p99 ms': median(bare.runs.map((run) => run.p99)),
    'ours /s': Math.round(median(api.runs.map((run) => run.perSecond))),
    'ours p99 ms': median(api.runs.map((run) => run.p99)),
    ratio: Number(median(ratios).toFixed(2)),
    'of the rounds': ratios.map((ratio) => ratio.toFixed(2)).join(' '),
  };
}

async function main() {
  await ensureBuild();
  const { url, stop } = await openBenchDatabase({ count, log: console.log });
  try {
    const rows = await measureApi(url);
    if (rows.length > 0) console.table(rows);
    if (isWanted('typing')) console.table([await measureTyping(url)]);
    if (isWanted('editor')) console.table([await measureEditor(url)]);
    if (isWanted('mail')) console.table([await measureMails(url, { rounds })]);
  } finally {
    await stopAll();
    await stop();
  }
}

await main();
