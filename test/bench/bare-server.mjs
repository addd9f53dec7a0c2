/**
 * The measure of what is possible here: `node:http` and `pg` with one hand-written statement per answer, prepared once.
 * No framework, no schema, no session, no rights beyond the rows of an office that the caller names, no errors.
 * Started by the measurement with the address of the database; tells its port on standard output.
 */
import { createHash, randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import pg from 'pg';
import { createSql, detailSql, listSql, searchSql } from './bare-sql.mjs';

const pool = new pg.Pool({ connectionString: process.argv[2], max: 20, min: 2, idleTimeoutMillis: 600_000 });
const kinds = ['HEADLINE', 'SPOT', 'LEAD', 'FACTS', 'CLOSING'];

const routes = {
  '/list': async ({ officeId }) => page(await pool.query({ name: 'list', text: listSql, values: [officeId] })),
  '/search': async ({ officeId, query }) =>
    page(await pool.query({ name: 'search', text: searchSql, values: [officeId, query] })),
  '/detail': async ({ officeId, id }) => {
    const { rows } = await pool.query({ name: 'detail', text: detailSql, values: [officeId, id] });
    if (rows.length === 0) return '{"data":{"bulletin":null}}';
    const sections = rows[0].sections.map((section) => ({ ...section, content: JSON.stringify(section.content) }));
    return `{"data":{"bulletin":${rows[0].node.slice(0, -1)},"sections":${JSON.stringify(sections)}}}}`;
  },
  '/create': async (values) => {
    const { rows } = await pool.query({ name: 'create', text: createSql, values: draft(values) });
    return `{"data":{"bulletinCreate":{"bulletin":${rows[0].node},"errors":[]}}}`;
  },
};

function page({ rows }) {
  const shown = rows.slice(0, 20);
  const last = shown.at(-1);
  const cursor = last && Buffer.from(JSON.stringify([last.updatedAt.toISOString(), last.id])).toString('base64url');
  const pageInfo = JSON.stringify({ hasNextPage: rows.length > 20, endCursor: cursor ?? null });
  const edges = shown.map(({ node }) => `{"node":${node}}`).join(',');
  return `{"data":{"bulletins":{"edges":[${edges}],"pageInfo":${pageInfo}}}}`;
}

function draft({ officeId, userId, headline }) {
  const now = new Date();
  const sections = kinds.map((kind, position) => ({
    id: randomUUID(),
    kind,
    position,
    content: JSON.stringify({
      type: 'doc',
      content: [
        kind === 'HEADLINE'
          ? { type: 'paragraph', content: [{ type: 'text', text: headline }] }
          : { type: 'paragraph' },
      ],
    }),
  }));
  const hashes = sections.map((section) => createHash('sha256').update(section.content).digest('hex'));
  const id = randomUUID();
  const requestId = randomUUID();
  return [
    id,
    officeId,
    headline,
    userId,
    now,
    sections.map((section) => section.id),
    kinds,
    sections.map(({ position }) => position),
    sections.map(({ content }) => content),
    hashes,
    sections.map(() => randomUUID()),
    sections.map((section) => JSON.stringify(section)),
    Buffer.alloc(32),
    JSON.stringify({ name: 'bulletin.created', subjectId: id, officeId, actorId: userId, at: now, requestId }),
    randomUUID(),
    requestId,
  ];
}

async function answer(request, response, body) {
  try {
    const json = await routes[request.url](JSON.parse(body));
    response.writeHead(200, {
      'content-type': 'application/json; charset=utf-8',
      'content-length': Buffer.byteLength(json),
    });
    response.end(json);
  } catch (error) {
    response.writeHead(500);
    response.end(String(error));
  }
}

const server = createServer((request, response) => {
  const chunks = [];
  request.on('data', (chunk) => chunks.push(chunk));
  request.on('end', () => void answer(request, response, Buffer.concat(chunks).toString('utf8')));
});
server.listen(0, '127.0.0.1', () => console.log(server.address().port));
