/** Runs a command of the server in its compiled form: `node tools/run.mjs apps/api/src/commands/seed [arguments]`. */
import { BuildError, compiled, ensureBuild, load } from './build.mjs';

const [module] = process.argv.slice(2);
if (!module) {
  console.error('Kullanım: node tools/run.mjs apps/api/src/commands/<komut> [değerler]');
  process.exit(2);
}
try {
  await ensureBuild({ only: ['api'] });
} catch (error) {
  console.error(error instanceof BuildError ? error.message : error);
  process.exit(1);
}
// The command sees its own path and arguments, as if it had been called directly.
process.argv.splice(1, 2, compiled(module));
await load(module);
