import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

const root = join(__dirname, '../..');

describe('the weight of the built web app', () => {
  it('stays within its budgets', async () => {
    const { stdout } = await promisify(execFile)(process.execPath, [join(root, 'tools/web-weight.mjs')]).catch(
      (error: { readonly stdout: string }) => error,
    );

    expect(stdout).toContain('first route, scripts (shell + Bugün)');
    expect(stdout.split('\n').filter((line) => line.startsWith('OVER'))).toEqual([]);
  });
});
