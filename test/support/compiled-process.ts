/** Processes of the compiled product, for tests that kill one. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

const root = join(__dirname, '..', '..');

export interface CompiledProcess {
  /** What it wrote to standard error, for the message of a test that fails. */
  readonly complaints: () => string;
  /** What it wrote to standard output. */
  readonly words: () => string;
  /** Waits for its own end and answers its exit code. */
  ended(): Promise<number | null>;
  /** Sends the signal and waits for the end. */
  end(signal: 'SIGKILL' | 'SIGTERM'): Promise<void>;
}

/** Compiles the product unless that was done already. */
export async function ensureCompiled(): Promise<void> {
  const script = `import('./tools/build.mjs').then((build) => build.ensureBuild({ announce: () => undefined }))`;
  const child = spawn(process.execPath, ['-e', script], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
  const [code] = (await once(child, 'exit')) as [number | null];
  if (code !== 0) throw new Error(`compiling ended with code ${code}`);
}

/** Starts `dist/…/<module>.js`, such as 'worker', with these settings and no others, and these arguments. */
export function startCompiled(
  module: string,
  settings: Readonly<Record<string, string>>,
  given: readonly string[] = [],
): CompiledProcess {
  const path = join(root, 'dist', 'apps', 'api', 'apps', 'api', 'src', `${module}.js`);
  const env = { PATH: process.env['PATH'], HOME: process.env['HOME'], ...settings };
  const child: ChildProcess = spawn(process.execPath, [path, ...given], {
    cwd: root,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let words = '';
  child.stdout?.on('data', (chunk: Buffer) => (words += chunk.toString()));
  let complaints = '';
  child.stderr?.on('data', (chunk: Buffer) => (complaints += chunk.toString()));
  const ended = once(child, 'close') as Promise<[number | null]>;
  return {
    complaints: () => complaints,
    words: () => words,
    ended: async () => (await ended)[0],
    end: async (signal) => {
      child.kill(signal);
      await ended;
    },
  };
}
