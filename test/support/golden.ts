import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const GOLDEN_FOLDER = join(__dirname, '../golden');

/**
 * Compares a text with the committed file `test/golden/<name>`: what a reviewer should notice is a diff of that file.
 * `UPDATE_GOLDEN=1` writes the file instead; without it a missing file fails.
 */
export function expectGolden(name: string, actual: string): void {
  const path = join(GOLDEN_FOLDER, name);
  if (process.env['UPDATE_GOLDEN'] === '1') {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, actual);
    return;
  }
  if (!existsSync(path))
    throw new Error(`Comparing with ${name} failed: there is no such golden file; \`npm run golden\` writes it`);
  expect(actual).toBe(readFileSync(path, 'utf8'));
}
