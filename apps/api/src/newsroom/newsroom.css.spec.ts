import { STYLESHEET } from './newsroom.stylesheet';

const tokens = new Map(
  [...STYLESHEET.css.matchAll(/--([a-z-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g)].map(
    ([, name = '', light = '', dark = '']) => [name, [light, dark] as const],
  ),
);

/** Relative luminance and contrast. Source: WCAG 2.2, definitions of both. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return value <= 0.040_45 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

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

  it('loads nothing, moves nothing and stays below 15 kB', () => {
    expect(STYLESHEET.css).not.toMatch(/@import|url\(|animation|transition/);
    expect(Buffer.byteLength(STYLESHEET.css)).toBeLessThan(15_000);
  });
});
