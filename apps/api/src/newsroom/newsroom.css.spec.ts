import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { contrast } from '../../../../test/support/contrast';
import { FONTS } from './newsroom.fonts';
import { STYLESHEET } from './newsroom.stylesheet';

const tokens = new Map(
  [...STYLESHEET.css.matchAll(/--([a-z-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g)].map(
    ([, name = '', light = '', dark = '']) => [name, [light, dark] as const],
  ),
);

const inks = [
  ['ink', 'paper'],
  ['quiet', 'paper'],
  ['link', 'paper'],
  ['alert', 'paper'],
  ['ink', 'tint'],
  ['ink', 'alert-tint'],
  ['alert', 'alert-tint'],
  ['link', 'alert-tint'],
  ['ink', 'mark'],
  ['link', 'accent-tint'],
  ['on-accent', 'accent'],
  ['on-accent', 'accent-hover'],
  ['quiet', 'tint'],
] as const;

describe('stylesheet', () => {
  it.each(inks.flatMap((pair) => [[...pair, 0] as const, [...pair, 1] as const]))(
    'writes %s on %s with a contrast of at least 4.5 in scheme %i',
    (ink, ground, scheme) => {
      const [front, back] = [tokens.get(ink)?.[scheme], tokens.get(ground)?.[scheme]];

      expect(front).toBeDefined();
      expect(contrast(front ?? '', back ?? '')).toBeGreaterThanOrEqual(4.5);
    },
  );

  it('calls every token that it uses by a name that it has', () => {
    const defined = new Set([...STYLESHEET.css.matchAll(/(--[a-z-]+):/g)].map(([, name]) => name));
    const used = [...STYLESHEET.css.matchAll(/var\((--[a-z-]+)/g)].map(([, name]) => name);

    expect(used.filter((name) => !defined.has(name))).toEqual([]);
  });

  it('has the colours, fonts and sizes of the workspace, word for word', () => {
    const workspace = readFileSync(join(__dirname, '../../../web/src/styles/tokens.css'), 'utf8');
    const own = readFileSync(join(__dirname, 'newsroom.css'), 'utf8');
    const root = own.slice(own.indexOf(':root {'), own.indexOf('--gap:'));
    const declared = [...root.matchAll(/--[a-z-]+: [^;]+;/g)].map(([declaration]) => declaration);

    expect(declared.length).toBeGreaterThan(20);
    expect(declared.filter((declaration) => !workspace.includes(declaration))).toEqual([]);
  });

  it('names no colour outside of its tokens but on paper', () => {
    const parts = STYLESHEET.css.slice(STYLESHEET.css.indexOf('--gap:'), STYLESHEET.css.indexOf('@layer print{'));

    expect(parts).not.toMatch(/#[0-9a-f]{3,8}\b|rgb\(|light-dark\(/);
  });

  it('loads its own fonts and nothing else, moves nothing and stays below 17 kB', () => {
    const loaded = [...STYLESHEET.css.matchAll(/url\('([^']+)'\)/g)].map(([, path]) => path);

    expect(loaded).toEqual(FONTS.map(({ path }) => path));
    expect(STYLESHEET.css).not.toMatch(/@import|animation|transition/);
    expect(Buffer.byteLength(STYLESHEET.css)).toBeLessThan(17_000);
  });
});
