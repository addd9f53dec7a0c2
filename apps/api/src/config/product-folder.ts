import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The folder of the product's `package.json`, wherever this file was compiled to. */
export function productFolder(): string {
  let folder = __dirname;
  while (!existsSync(join(folder, 'package.json')) && dirname(folder) !== folder) folder = dirname(folder);
  return folder;
}
