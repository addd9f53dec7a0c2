/**
 * `node tools/web-weight.mjs`: what the built web app weighs, by Vite's manifest in `dist/web`, against its budgets.
 * Scripts and styles in kB (1000 bytes) after gzip -9, fonts as they are. Prints a table; exit code 1 when one is over.
 */
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { root } from './build.mjs';

const entry = 'index.html';
const firstPage = 'src/features/today/today-page.tsx';
/** The desk page and what it fetches when somebody writes. */
const isEditor = (source) => source.includes('/editor/') || source.endsWith('desk/bulletin-page.tsx');
const isPage = (source) => /^src\/features\/.*-page\.tsx$/.test(source);
const isListPage = (source) => source.endsWith('-list-page.tsx');

/** In kB. */
const budgets = { firstScripts: 190, styles: 25, firstFonts: 32, listChunk: 20, shared: 60, editor: 200 };

/** Rows `{ what, kB, budget }`; `folder` holds a built app. */
export function measureWeights(folder = join(root, 'dist', 'web')) {
  const manifest = JSON.parse(readFileSync(join(folder, '.vite', 'manifest.json'), 'utf8'));
  const zipped = (file) => gzipSync(readFileSync(join(folder, file)), { level: 9 }).length / 1000;
  const sum = (files, weigh) => [...new Set(files)].reduce((total, file) => total + weigh(file), 0);
  const scriptsOf = (keys) => keys.map((key) => manifest[key].file).filter((file) => file.endsWith('.js'));
  const first = closure(manifest, [entry, firstPage]);
  const beyondFirst = (source) => [...closure(manifest, [source])].filter((key) => !first.has(key));
  const dynamic = Object.keys(manifest).filter((key) => manifest[key].isDynamicEntry);
  const extra = (source) => sum(scriptsOf(beyondFirst(source)), zipped);
  const editors = dynamic.filter(isEditor);
  const pages = dynamic.filter((source) => isPage(source) && source !== firstPage && !isEditor(source));
  const own = (source) => zipped(manifest[source].file);

  const styles = Object.values(manifest).flatMap(({ file, css = [] }) => [...css, ...(isStyle(file) ? [file] : [])]);
  const fonts = (manifest[entry].assets ?? []).filter((file) => /source-sans.*\.woff2$/.test(file));
  return [
    {
      what: 'first route, scripts (shell + Bugün)',
      kB: sum(scriptsOf([...first]), zipped),
      budget: budgets.firstScripts,
    },
    { what: 'styles, all', kB: sum(styles, zipped), budget: budgets.styles },
    {
      what: 'fonts on first paint',
      kB: sum(fonts, (file) => statSync(join(folder, file)).size / 1000),
      budget: budgets.firstFonts,
    },
    ...pages.filter(isListPage).map((page) => row(`${nameOf(page)}, its chunk`, own(page), budgets.listChunk)),
    ...pages.map((page) =>
      row(`${nameOf(page)}, beyond the first route`, extra(page), budgets.shared + budgets.listChunk),
    ),
    row('editor, beyond the first route', sum(scriptsOf(editors.flatMap(beyondFirst)), zipped), budgets.editor),
  ];
}

const row = (what, kB, budget) => ({ what, kB, budget });
const isStyle = (file) => file.endsWith('.css');
const nameOf = (source) => source.replace(/^.*\/(.*)\.tsx$/, '$1');

/** The chunks of the manifest that these load at once, themselves among them. */
function closure(manifest, keys, found = new Set()) {
  for (const key of keys) {
    if (found.has(key)) continue;
    if (!manifest[key]) throw new Error(`the build has no ${key}`);
    found.add(key);
    closure(manifest, manifest[key].imports ?? [], found);
  }
  return found;
}

/** The table as lines of text. */
export function weightTable(rows) {
  const width = Math.max(...rows.map(({ what }) => what.length));
  return rows.map(({ what, kB, budget }) => {
    const numbers = `${kB.toFixed(1).padStart(7)} of ${String(budget).padStart(3)} kB`;
    return `${kB > budget ? 'OVER' : 'ok  '} ${what.padEnd(width)} ${numbers}`;
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const rows = measureWeights();
  console.log(weightTable(rows).join('\n'));
  process.exitCode = rows.every(({ kB, budget }) => kB <= budget) ? 0 : 1;
}
