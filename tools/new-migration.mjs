/** `npm run db:new -- add-press-cards`: an empty migration with the next time stamp. */
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './build.mjs';

const folder = join(root, 'apps/api/src/core/database/migrations');
const name = process.argv[2] ?? '';
if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name)) {
  console.error('Kullanım: npm run db:new -- <what-changes>   (küçük harf, rakam ve tire: add-press-cards)');
  process.exit(2);
}
const latest = Math.max(0, ...readdirSync(folder).map((file) => Number.parseInt(file, 10) || 0));
const stamp = Math.max(Date.now(), latest + 1);
const className = name.replace(/(^|-)([a-z0-9])/g, (_, __, letter) => letter.toUpperCase()) + stamp;
const path = join(folder, `${stamp}-${name}.ts`);
writeFileSync(
  path,
  `import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What changes and why. */
export class ${className} implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(\`\`);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
`,
  { flag: 'wx' },
);
console.log(path);
