import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { schemaText } from '../../apps/api/src/schema';
import { startTestApp, type TestApp } from '../support/app';

const committed = join(__dirname, '../../apps/api/schema.graphql');

describe('the committed schema', () => {
  let test: TestApp;

  beforeAll(async () => {
    test = await startTestApp();
  });
  afterAll(() => test.close());

  it('is the one that the running application serves', () => {
    const served = schemaText(test.app.get(GraphQLSchemaHost).schema);

    if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(committed, served);
    expect(served).toBe(readFileSync(committed, 'utf8'));
  });
});
