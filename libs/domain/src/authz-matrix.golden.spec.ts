import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { authzMatrix } from './authz-matrix';

const golden = resolve(__dirname, '../../../test/golden/authz-matrix.txt');

it('gives the rights that were reviewed', () => {
  const matrix = authzMatrix();
  if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(golden, matrix);

  expect(matrix).toBe(readFileSync(golden, 'utf8'));
});
