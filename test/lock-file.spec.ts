import { readFileSync } from 'node:fs';
import { join } from 'node:path';

interface Locked {
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly integrity?: string;
  readonly link?: boolean;
}

describe('package-lock.json', () => {
  const read = (name: string): unknown => JSON.parse(readFileSync(join(__dirname, '..', name), 'utf8'));
  const { packages } = read('package-lock.json') as { packages: Readonly<Record<string, Locked>> };

  /** Where Node would look for `name` from a package at `place`, innermost first. */
  const candidates = (place: string, name: string): string[] => {
    const parts = place === '' ? [] : place.split('/node_modules/');
    return [...parts.keys(), parts.length].map((depth) => [...parts.slice(0, depth), name].join('/node_modules/'));
  };
  const isLocked = (place: string, name: string): boolean =>
    candidates(place, name).some((path) => path in packages || `node_modules/${path}` in packages);

  it('holds the packages of every platform', () => {
    const missing = Object.entries(packages).flatMap(([place, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies)
        .filter((name) => !isLocked(place, name))
        .map((name) => `${name} of ${place}`),
    );

    // "npm ci" refuses such a lock file. A version that the registry holds for all platforms goes into "overrides".
    expect(missing).toEqual([]);
  });

  it('pins every package by its content', () => {
    const loose = Object.entries(packages).filter(
      ([place, { integrity, link }]) => place !== '' && !integrity && !link,
    );

    expect(loose.map(([place]) => place)).toEqual([]);
  });

  it('is the one of package.json', () => {
    const { dependencies, devDependencies, optionalDependencies } = read('package.json') as Record<string, object>;

    expect(packages['']).toMatchObject({ dependencies, devDependencies, optionalDependencies });
  });
});
