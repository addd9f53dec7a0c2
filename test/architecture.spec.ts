/**
 * Rules of the house that a reader of one file cannot see (docs/architecture.md). Import directions are checked by
 * dependency-cruiser; here is what a search in the text can tell. A new exception is a line below, with its reason.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const root = join(__dirname, '..');

/** Where letter case of machine text is changed: ASCII by its definition, so the Turkish i does not matter. */
const asciiCasing: Record<string, string> = {
  'apps/api/src/core/mail/': 'names, encodings and media types in mail headers',
  'apps/api/src/core/delivery/deliveries.service.ts': 'e-mail addresses of receivers',
  'apps/api/src/core/files/': 'extensions, names of formats and factory captions of cameras',
  'apps/api/src/identity/second-factor.service.ts': 'letters and digits of a recovery code',
  'apps/api/src/identity/network.ts': 'hexadecimal digits of a network address',
  'libs/domain/src/identity/common-passwords.ts': 'compared with a list that was folded in the same way',
  'libs/domain/src/identity/email-address.ts': 'the letters A to Z of an address',
  'libs/domain/src/bulletins/number.ts': 'letters of an office code, folded before',
  'apps/api/src/calendar/ics/': 'RFC 5545 names properties in ASCII',
  'libs/domain/src/calendar/recurrence.ts': 'RFC 5545 names parts of rules in ASCII',
  'libs/turkish/': 'the place where casing is made right',
};

describe('the product', () => {
  const files = [...codeIn('apps'), ...codeIn('libs')];
  const product = files.filter(({ path }) => !/spec\.tsx?$/.test(path));

  it('is found', () => {
    expect(product.map(({ path }) => path)).toContain('apps/api/src/config/env.ts');
    expect(product.length).toBeGreaterThan(100);
  });

  it('reads the environment in one place', () => {
    // The build of the web app runs before there is a product; Vite reads one address for development there.
    const readers = ['apps/api/src/config/env.ts', 'apps/web/vite.config.ts'];

    expect(matching(product, /process\.env|from '(node:)?process'/, readers)).toEqual([]);
  });

  it('asks its clock for the time, never the system', () => {
    const systemTime = /new Date\(\)|Date\.now\(|Temporal\.Now\b|\bDate\(\)/;

    // A page shows the time of the person's device; what counts is decided by the server's clock.
    expect(matching(product, systemTime, ['apps/api/src/core/clock.ts', 'apps/web/src/'])).toEqual([]);
  });

  it('changes letter case by the Turkish alphabet', () => {
    const plainCasing = /\.to(Locale)?(Lower|Upper)Case\(\)/;

    expect(matching(product, plainCasing, Object.keys(asciiCasing))).toEqual([]);
    for (const exception of Object.keys(asciiCasing)) {
      const places = product.filter(({ path, text }) => path.startsWith(exception) && plainCasing.test(text));
      expect({ exception, isNeeded: places.length > 0 }).toEqual({ exception, isNeeded: true });
    }
  });

  it('reaches the database through the context, outside the frame', () => {
    const frame = ['apps/api/src/core/', 'apps/api/src/commands/'];

    expect(matching(product, /\bDataSource\b|@InjectRepository|getRepository\(/, frame)).toEqual([]);
  });

  it('records events in place of looking forward', () => {
    expect(matching(product, /\bforwardRef\(/, [])).toEqual([]);
  });

  it('publishes only the fields that a type names', () => {
    const entities = product.filter(({ path }) => path.endsWith('.entity.ts'));

    expect(entities.length).toBeGreaterThan(5);
    expect(matching(entities, /@nestjs\/graphql/, [])).toEqual([]);
  });

  it('names files after what they hold', () => {
    const empty = /(^|[-/])(utils?|helpers?|managers?|common|misc|infos?|handlers?|dtos?|impl)$/;

    expect(files.map(({ path }) => path.replace(/\.\w+$/, '')).filter((path) => empty.test(path))).toEqual([]);
  });

  it('keeps every file to 400 lines', () => {
    const long = product.map(({ path, text }) => ({ path, lines: text.trimEnd().split('\n').length }));

    expect(long.filter(({ lines }) => lines > 400)).toEqual([]);
  });
});

interface CodeFile {
  /** Relative to the root folder, with slashes. */
  readonly path: string;
  readonly text: string;
}

function codeIn(folder: string): CodeFile[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(ts|tsx|mjs|cjs)$/.test(name))
    .map((name) => ({
      path: `${folder}/${name.replaceAll('\\', '/')}`,
      text: readFileSync(join(root, folder, name), 'utf8'),
    }))
    .sort((one, other) => (one.path < other.path ? -1 : 1));
}

/** `path:line` of every match, comments aside, outside the excepted files and folders. */
function matching(files: readonly CodeFile[], pattern: RegExp, except: readonly string[]): string[] {
  return files
    .filter(({ path }) => !except.some((exception) => path.startsWith(exception)))
    .flatMap(({ path, text }) =>
      text.split('\n').flatMap((line, index) => {
        const isComment = /^\s*(\/\/|\/?\*)/.test(line);
        return !isComment && pattern.test(line) ? [`${path}:${index + 1}`] : [];
      }),
    );
}
