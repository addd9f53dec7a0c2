/** The scripts behind `npm start` and `npm test`, each in a copy of the tree with stand-ins for the programs it calls. */
import { spawn } from 'node:child_process';
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

interface Ended {
  readonly code: number | null;
  readonly lines: readonly string[];
}

let tree: string;
beforeEach(() => {
  tree = mkdtempSync(join(tmpdir(), 'araclar-'));
  cpSync(join(__dirname, '..', 'tools'), join(tree, 'tools'), { recursive: true });
});
afterEach(() => rmSync(tree, { recursive: true }));

const write = (path: string, text: string): void => {
  mkdirSync(dirname(join(tree, path)), { recursive: true });
  writeFileSync(join(tree, path), text);
};
const calls = (): string[] => {
  try {
    return readFileSync(join(tree, 'calls'), 'utf8').trim().split('\n');
  } catch {
    return [];
  }
};
/** A program that notes its call and then does `body`. */
const standIn = (path: string, name: string, body = ''): void =>
  write(path, `require('fs').appendFileSync(${JSON.stringify(join(tree, 'calls'))}, '${name}\\n'); ${body}`);

function tool(script: string, env: Record<string, string> = {}, args: readonly string[] = []): Promise<Ended> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [join(tree, 'tools', script), ...args], {
      cwd: tree,
      env: { ...process.env, ...env },
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.once('close', (code) => resolve({ code, lines: output.trim().split('\n') }));
  });
}

describe('bootstrap', () => {
  const npm = () => ({ npm_execpath: join(tree, 'npm.cjs'), npm_node_execpath: process.execPath });
  const install = `
    if (process.argv[2] !== 'ci') process.exit(1);
    require('fs').mkdirSync('node_modules/.bin', { recursive: true });
    require('fs').writeFileSync('node_modules/.package-lock.json', '{}');`;
  beforeEach(() => {
    write('package-lock.json', '{"lockfileVersion":3}');
    standIn('npm.cjs', 'npm', install);
  });

  it('installs once, and again when the lock file says something else', async () => {
    await tool('bootstrap.cjs', npm());
    await tool('bootstrap.cjs', npm());
    expect(calls()).toEqual(['npm']);

    appendFileSync(join(tree, 'package-lock.json'), '\n');
    expect(await tool('bootstrap.cjs', npm())).toMatchObject({ code: 0 });

    expect(calls()).toEqual(['npm', 'npm']);
  });

  it('is not misled by the time stamp of a copied lock file', async () => {
    await tool('bootstrap.cjs', npm());
    utimesSync(join(tree, 'package-lock.json'), new Date('2099-01-01'), new Date('2099-01-01'));

    await tool('bootstrap.cjs', npm());

    expect(calls()).toEqual(['npm']);
  });

  it('keeps an installation that npm made by itself', async () => {
    write('node_modules/.package-lock.json', '{}');

    await tool('bootstrap.cjs', npm());

    expect(calls()).toEqual([]);
  });

  it('says in one sentence that the installation failed', async () => {
    standIn('npm.cjs', 'npm', 'process.exit(7)');

    const { code, lines } = await tool('bootstrap.cjs', npm());

    expect(code).toBe(1);
    expect(lines.at(-1)).toBe('Bağımlılıklar kurulamadı: yukarıdaki npm iletisine bakın.');
  });
});

/** Sources of both parts, and a Vite that builds an empty page. */
function writeSources(): void {
  for (const path of ['apps/api/tsconfig.app.json', 'nest-cli.json', 'package-lock.json', 'tsconfig.json'])
    write(path, '{}');
  write('apps/api/src/main.ts', '');
  write('apps/web/src/main.tsx', '');
  write('libs/domain/src/ids.ts', '');
  standIn(
    'node_modules/vite/bin/vite.js',
    'vite',
    `const folder = process.argv[process.argv.indexOf('--outDir') + 1];
     require('fs').mkdirSync(folder, { recursive: true });
     require('fs').writeFileSync(folder + '/index.html', '');`,
  );
}

describe('build and run', () => {
  const main = 'dist/.draft/apps/api/apps/api/src/main.js';
  const nest = 'node_modules/@nestjs/cli/bin/nest.js';
  const compile = `
    require('fs').mkdirSync(require('path').dirname('${main}'), { recursive: true });
    require('fs').writeFileSync('${main}', "console.log(['ran', ...process.argv.slice(2)].join(' '))");`;
  beforeEach(() => {
    writeSources();
    standIn(nest, 'nest', compile);
  });

  it('compiles when a source changed, not when a test did', async () => {
    expect(await tool('start.mjs')).toEqual({ code: 0, lines: ['Derleniyor…', 'ran'] });
    write('libs/domain/src/ids.spec.ts', 'changed');
    expect(await tool('start.mjs')).toEqual({ code: 0, lines: ['ran'] });
    write('libs/domain/src/ids.ts', 'changed');
    expect(await tool('start.mjs')).toEqual({ code: 0, lines: ['Derleniyor…', 'ran'] });

    expect(calls().sort()).toEqual(['nest', 'nest', 'vite', 'vite']);
  });

  it('builds the web app alone when only that changed', async () => {
    await tool('start.mjs');
    write('apps/web/src/main.tsx', 'changed');

    expect(await tool('start.mjs')).toEqual({ code: 0, lines: ['Derleniyor…', 'ran'] });
    expect(calls().sort()).toEqual(['nest', 'vite', 'vite']);
  });

  it('compiles once when two processes want it', async () => {
    standIn(nest, 'nest', `setTimeout(() => { ${compile} }, 300)`);

    const both = await Promise.all([tool('start.mjs'), tool('start.mjs')]);

    expect(both.map(({ code }) => code)).toEqual([0, 0]);
    expect(calls().sort()).toEqual(['nest', 'vite']);
  });

  it('is not held up by a build that was killed', async () => {
    write('dist/.building', String(2 ** 22 + 1));

    expect(await tool('start.mjs')).toMatchObject({ code: 0 });
  });

  it('does not run what could not be compiled, and keeps the last build for those who run it', async () => {
    await tool('start.mjs');
    write('libs/domain/src/ids.ts', 'changed');
    standIn(nest, 'nest', `console.log('ids.ts:1 wrong'); process.exit(1)`);

    const refused = { code: 1, lines: ['Derleniyor…', 'ids.ts:1 wrong', 'Derleme başarısız oldu.'] };
    expect(await tool('start.mjs')).toEqual(refused);
    expect(await tool('start.mjs')).toEqual(refused);
    expect(existsSync(join(tree, 'dist/apps/api/apps/api/src/main.js'))).toBe(true);
  });
});

describe('new-migration', () => {
  const folder = 'apps/api/src/core/database/migrations';
  const files = (): string[] => readdirSync(join(tree, folder)).sort();

  it('comes after every other migration, even one from the future', async () => {
    write(`${folder}/9999999999990-core.ts`, '');

    const { code } = await tool('new-migration.mjs', {}, ['add-press-cards']);

    expect(code).toBe(0);
    expect(files()).toEqual(['9999999999990-core.ts', '9999999999991-add-press-cards.ts']);
    expect(readFileSync(join(tree, folder, '9999999999991-add-press-cards.ts'), 'utf8')).toContain(
      'export class AddPressCards9999999999991 implements MigrationInterface',
    );
  });

  it.each(['', 'AddCards', '../cards', 'kartlar_ekle'])('refuses the name %p', async (name) => {
    write(`${folder}/1764000000000-core.ts`, '');

    expect(await tool('new-migration.mjs', {}, [name])).toMatchObject({ code: 2 });

    expect(files()).toEqual(['1764000000000-core.ts']);
  });
});

describe('test', () => {
  const programs = {
    lint: 'node_modules/oxlint/bin/oxlint',
    zones: 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs',
    format: 'node_modules/prettier/bin/prettier.cjs',
    types: 'node_modules/typescript/bin/tsc',
  };
  const jestReport = (report: object) => `
    const file = process.argv.find((word) => word.startsWith('--outputFile=')).slice(13);
    require('fs').writeFileSync(file, ${JSON.stringify(JSON.stringify(report))});`;
  const jest = (body: string): void => standIn('node_modules/jest/bin/jest.js', 'jest', body);
  beforeEach(() => {
    writeSources();
    write('tools/web-types.mjs', '');
    write('apps/api/schema.graphql', 'type Query');
    for (const [name, path] of Object.entries(programs)) {
      if (path.endsWith('.mjs')) write(path, '');
      else standIn(path, name);
    }
    const output = 'dist/.draft/apps/api/apps/api/src';
    const made = `require('fs').mkdirSync('${output}/commands', { recursive: true });
      require('fs').writeFileSync('${output}/main.js', '');
      require('fs').writeFileSync('${output}/commands/schema.js', '');`;
    standIn('node_modules/@nestjs/cli/bin/nest.js', 'nest', made);
  });

  it.each([...Object.values(programs), 'node_modules/jest/bin/jest.js'])('calls %s, which is installed', (path) => {
    expect(existsSync(join(__dirname, '..', path))).toBe(true);
  });

  it('ends with the counts of both groups of tests on the last line', async () => {
    jest(jestReport({ numPassedTests: 1234, numFailedTests: 0, testResults: [] }));

    const { code, lines } = await tool('test.mjs');

    expect(lines.at(-1)).toBe('2468 passed, 0 failed');
    expect(lines.filter((line) => /\d+ passed, \d+ failed/.test(line))).toHaveLength(1);
    expect(code).toBe(0);
  });

  it('counts failed tests, files that could not be loaded and failed steps', async () => {
    standIn(programs.lint, 'lint', `console.log('no-shadow'); process.exit(1)`);
    const unloadable = { status: 'failed', assertionResults: [] };
    const failing = { status: 'failed', assertionResults: [{}, {}] };
    jest(`${jestReport({ numPassedTests: 5, numFailedTests: 2, testResults: [unloadable, failing] })} process.exit(1)`);

    const { code, lines } = await tool('test.mjs');

    expect(lines).toContain('no-shadow');
    expect(lines.slice(-2)).toEqual(['failed before the tests: lint', '10 passed, 7 failed']);
    expect(code).toBe(1);
  });

  it('refuses a schema that is not the committed one', async () => {
    standIn(
      'node_modules/@nestjs/cli/bin/nest.js',
      'nest',
      `const folder = 'dist/.draft/apps/api/apps/api/src/commands/'; require('fs').mkdirSync(folder, { recursive: true });
       require('fs').writeFileSync(folder + '../main.js', '');
       require('fs').writeFileSync(folder + 'schema.js', "require('fs').writeFileSync('apps/api/schema.graphql', 'type New')");`,
    );
    jest(jestReport({ numPassedTests: 1, numFailedTests: 0, testResults: [] }));

    const { code, lines } = await tool('test.mjs');

    expect(lines.slice(-2)).toEqual(['failed before the tests: schema', '2 passed, 1 failed']);
    expect(code).toBe(1);
  });

  it('fails when jest dies without a report', async () => {
    jest('process.exit(134)');

    const { code, lines } = await tool('test.mjs');

    expect(lines.at(-1)).toBe('0 passed, 2 failed');
    expect(code).toBe(1);
  });
});
