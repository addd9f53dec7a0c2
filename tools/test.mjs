/**
 * `npm test`: lint, types, build with the committed schema, then every test against a real PostgreSQL server.
 * The last line is `N passed, N failed`: tests, with each failed step before them counted as one failure.
 * Arguments go to jest: `npm test -- bulletins`.
 */
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { compiled, ensureBuild, root, run } from './build.mjs';

/** What runs after one another. With two workers two files run at once, each on its own database; Chromium wants both cores. */
const groups = [
  { projects: ['unit', 'db', 'e2e'], workers: 2 },
  { projects: ['browser'], workers: 1 },
];
const schemaFile = join(root, 'apps/api/schema.graphql');
const bin = (path) => join(root, 'node_modules', path);

/** Each answers the complaint to show, or an empty text. */
const steps = {
  'types of the API': () => wordsOf([join(root, 'tools/web-types.mjs')]),
  lint: () => complaint(['oxlint/bin/oxlint', '--type-aware', 'apps', 'libs', 'test', 'tools']),
  zones: () =>
    complaint(['dependency-cruiser/bin/dependency-cruiser.mjs', '--config', '.dependency-cruiser.cjs', 'apps', 'libs']),
  format: () => complaint(['prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.']),
  types: () => complaint(['typescript/bin/tsc', '--noEmit', '-p', 'tsconfig.json']),
  'types of the web': checkWebTypes,
  build: () =>
    ensureBuild({ announce: () => undefined }).then(
      () => '',
      (error) => error.message,
    ),
  schema: checkSchema,
};

let isStopped = false;
const failedSteps = [];
for (const [name, step] of Object.entries(steps)) {
  const start = performance.now();
  const words = await step();
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(`${words === '' ? 'ok    ' : 'FAILED'} ${name} (${seconds} s)`);
  if (words === '') continue;
  failedSteps.push(name);
  console.log(words);
}
const start = performance.now();
let passed = 0;
let failed = 0;
for (const group of groups) {
  if (isStopped) break;
  const counts = await runTests(group, process.argv.slice(2));
  passed += counts.passed;
  failed += counts.failed;
}
console.log(`tests (${((performance.now() - start) / 1000).toFixed(1)} s)`);
if (failedSteps.length > 0) console.log(`failed before the tests: ${failedSteps.join(', ')}`);
const failures = failed + failedSteps.length;
console.log(`${passed} passed, ${failures} failed`);
process.exitCode = failures === 0 ? 0 : 1;

function complaint([program, ...args]) {
  return wordsOf([bin(program), ...args]);
}

async function wordsOf([script, ...args]) {
  const { code, output } = await run(process.execPath, [script, ...args]);
  return code === 0 ? '' : output || `${script} ended with code ${code}`;
}

/** Browser tests are checked with the web app, as both know the DOM. */
async function checkWebTypes() {
  const web = await complaint(['typescript/bin/tsc', '-p', 'apps/web/tsconfig.json']);
  return web || complaint(['typescript/bin/tsc', '--noEmit', '-p', 'test/browser/tsconfig.json']);
}

/** The committed schema is the one that the code makes; a stale one is written anew for the next commit. */
async function checkSchema() {
  const before = readFileSync(schemaFile, { encoding: 'utf8', flag: 'a+' });
  const { code, output } = await run(process.execPath, [compiled('apps/api/src/commands/schema')]);
  if (code !== 0) return output || `the schema command ended with code ${code}`;
  const isSame = readFileSync(schemaFile, 'utf8') === before;
  return isSame ? '' : 'apps/api/schema.graphql was stale; it has been written anew: review and commit it';
}

/** Runs one group; a file that cannot be loaded or a jest that dies is a failure too. */
async function runTests({ projects, workers }, args) {
  const report = join(root, '.data', 'test', `jest-${projects.at(-1)}.json`);
  mkdirSync(join(root, '.data', 'test'), { recursive: true });
  rmSync(report, { force: true });
  const flags = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'];
  const options = ['--json', `--outputFile=${report}`, '--passWithNoTests', `--maxWorkers=${workers}`];
  const jest = [bin('jest/bin/jest.js'), ...options, ...args, '--selectProjects', ...projects];
  const code = await new Promise((resolve) => {
    // The report also goes to standard output, where nobody wants it; the progress goes to standard error.
    const child = spawn(process.execPath, [...flags, ...jest], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
    for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => stop(child, signal));
    child.once('close', (ended) => resolve(ended ?? 1));
  });
  return countsOf(report, code);
}

function stop(child, signal) {
  isStopped = true;
  child.kill(signal);
}

/** Counts from jest's own report. */
function countsOf(report, code) {
  try {
    const counts = JSON.parse(readFileSync(report, 'utf8'));
    const broken = counts.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0);
    const counted = counts.numFailedTests + broken.length;
    return { passed: counts.numPassedTests, failed: code !== 0 && counted === 0 ? 1 : counted };
  } catch {
    console.log(`jest ended with code ${code} and left no report`);
    return { passed: 0, failed: 1 };
  }
}
