/** What the documents say about names and places must be so; the rest is for readers. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { loadEnv } from '../apps/api/src/config/env';

const root = join(__dirname, '..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');

const decisions = readdirSync(join(root, 'docs/adr')).map((name) => `docs/adr/${name}`);
const pages = readdirSync(join(root, 'docs'))
  .filter((name) => name.endsWith('.md'))
  .map((name) => `docs/${name}`);
const documents = ['README.md', ...pages, ...decisions];

/** Places from which documents name files. */
const bases = ['', 'apps/api/src', 'apps/api/src/core', 'apps/api/src/identity', 'libs/domain/src/bulletins'];
const folders =
  /^(?:apps|libs|test|tools|docs|docker|core|config|identity|offices|documents|media|bulletins|newsroom|distribution|notifications|seed|commands)\//;

function matches(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].map(([, found = '']) => found);
}

describe.each(documents)('%s', (path) => {
  const text = read(path);

  it('leads only to what is there', () => {
    const links = matches(text, /\]\(([^)#]+)(?:#[^)]*)?\)/g).filter((link) => !link.startsWith('http'));

    expect(links.filter((link) => !existsSync(join(root, dirname(path), link)))).toEqual([]);
  });

  it('names only files and folders that are there', () => {
    const named = matches(text, /`([^`\s]+)`/g).filter((name) => folders.test(name) && !/[*…<:(]/.test(name));

    expect(named.filter((name) => !bases.some((base) => existsSync(join(root, base, name))))).toEqual([]);
  });

  it('names only commands that are there', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };

    expect(matches(text, /npm run ([a-z0-9:]+)/g).filter((name) => !(name in scripts))).toEqual([]);
  });
});

it('keeps a decision to 30 lines', () => {
  const lines = decisions.map((path) => ({ path, lines: read(path).trimEnd().split('\n').length }));

  expect(lines.length).toBeGreaterThan(5);
  expect(lines.filter((decision) => decision.lines > 30)).toEqual([]);
});

it('lists every setting in the README, and no other', () => {
  const table = /^## Settings$[^]*?^## /m.exec(read('README.md'))?.[0] ?? '';

  const listed = matches(table, /^\| `([A-Z_]+)`/gm).sort();

  expect(listed).toEqual(Object.keys(loadEnv({ DATA_DIR: join(tmpdir(), 'docs-spec') })).sort());
});

it('lists every table in the architecture', () => {
  const folder = 'apps/api/src/core/database/migrations';
  const created = readdirSync(join(root, folder)).flatMap((name) =>
    matches(read(`${folder}/${name}`), /create table (\w+)/g),
  );
  const named = new Set(matches(read('docs/architecture.md'), /`(\w+)`/g));

  expect(created.length).toBeGreaterThan(30);
  expect(created.filter((table) => !named.has(table))).toEqual([]);
});
