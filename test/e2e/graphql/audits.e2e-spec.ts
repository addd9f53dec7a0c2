import { serverAudits, type AuditResult } from 'graphql-http';
import { startTestApp, type TestApp } from '../../support/app';

const levels = ['MUST', 'SHOULD', 'MAY'] as const;

/**
 * What we answer otherwise than the audits like: 400 instead of 200 where a client accepts `application/json` only, and
 * no operations in the address of a GET, which a foreign page could send with the cookie of the reader.
 */
const known = [
  'notice 5A70 MAY accept application/x-www-form-urlencoded formatted GET requests',
  'notice D6D5 MAY allow URL-encoded JSON string {variables} parameter in GETs when accepting application/graphql-response+json',
  'notice 6A70 MAY allow URL-encoded JSON string {variables} parameter in GETs when accepting application/json',
  'warn 572B SHOULD use 200 status code on document parsing failure when accepting application/json',
  'warn FDE2 SHOULD use 200 status code on document validation failure when accepting application/json',
  'warn 7B9B SHOULD use a status code of 200 on variable coercion failure when accepting application/json',
];

describe('GraphQL over HTTP, by the audits of graphql-http', () => {
  let test: TestApp;
  const results: AuditResult[] = [];

  beforeAll(async () => {
    test = await startTestApp();
    for (const audit of serverAudits({ url: `${test.url}/graphql` })) results.push(await audit.fn());
  });
  afterAll(() => test.close());

  const ofLevel = (level: string) => results.filter(({ name }) => name.startsWith(level));
  const passed = (level: string) => ofLevel(level).filter(({ status }) => status === 'ok').length;

  it('passes all that must be, and differs where it means to', () => {
    const totals = levels.map((level) => `${level} ${passed(level)}/${ofLevel(level).length}`);
    console.info(`graphql-http server audits: ${totals.join(', ')}`);

    expect(results.filter(({ status }) => status === 'error')).toEqual([]);
    expect(totals).toEqual(['MUST 13/13', 'SHOULD 20/23', 'MAY 22/25']);
    const others = results.filter(({ status }) => status !== 'ok');
    expect(others.map(({ status, id, name }) => `${status} ${id} ${name}`)).toEqual(known);
  });
});
