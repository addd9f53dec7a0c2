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
const editorPage = 'src/features/bulletins/desk/bulletin-page.tsx';
const firstPage = 'src/features/today/today-page.tsx';
/** What is fetched when somebody writes. */
const isEditor = (source) => source.includes('/editor/');
/** Pages that are lists; the others are shown and have no budget of their own. */
const isListPage = (source) =>
  /\/(?:.*-list|contacts|outlets|lists|templates|members|offices|ledger|sessions)-page\.tsx$/.test(source);
const isPage = (source) => /^src\/features\/.*-page\.tsx$/.test(source);

/**
 * In kB. Shared are dialogs, menus and form fields, fetched once after the first route; they count with it. Each page
 * brings its own styles, so that all of them together grow with the modules.
 */
const budgets = {
  firstScripts: 190,
  withShared: 250,
  styles: 25,
  allStyles: 30,
  firstFonts: 32,
  listPage: 20,
  editor: 200,
};

/** A chunk that so many pages load is shared; none of them bears its weight alone. */
const sharedByPages = 4;

/** Rows `{ what, kB, budget }`, budget null where there is none; `folder` holds a built app. */
export function measureWeights(folder = join(root, 'dist', 'web')) {
  const manifest = JSON.parse(readFileSync(join(folder, '.vite', 'manifest.json'), 'utf8'));
  const zipped = (file) => gzipSync(readFileSync(join(folder, file)), { level: 9 }).length / 1000;
  const sum = (files, weigh) => [...new Set(files)].reduce((total, file) => total + weigh(file), 0);
  const scripts = (keys) => sum(keys.map((key) => manifest[key].file).filter(isScript), zipped);

  const dynamic = Object.keys(manifest).filter((key) => manifest[key].isDynamicEntry);
  const pages = dynamic.filter((source) => isPage(source) && source !== firstPage);
  const first = closure(manifest, [entry, firstPage]);
  const beyondFirst = (source) => [...closure(manifest, [source])].filter((key) => !first.has(key));
  const shared = new Set(
    pages.flatMap(beyondFirst).filter((key, _, all) => all.filter((other) => other === key).length >= sharedByPages),
  );
  const ofItsOwn = (source) => beyondFirst(source).filter((key) => !shared.has(key));
  const itsPage = new Set(ofItsOwn(editorPage));
  const editor = dynamic
    .filter(isEditor)
    .flatMap(ofItsOwn)
    .filter((key) => !itsPage.has(key));

  const stylesOf = (keys) => keys.flatMap((key) => [...(manifest[key].css ?? []), manifest[key].file]).filter(isStyle);
  const fonts = (manifest[entry].assets ?? []).filter((file) => /source-sans.*\.woff2$/.test(file));
  const fontsWeight = sum(fonts, (file) => statSync(join(folder, file)).size / 1000);
  return [
    row('first route, scripts (shell + Bugün)', scripts([...first]), budgets.firstScripts),
    row('styles on first paint', sum(stylesOf([...first]), zipped), budgets.styles),
    row('styles, all', sum(stylesOf(Object.keys(manifest)), zipped), budgets.allStyles),
    row('fonts on first paint', fontsWeight, budgets.firstFonts),
    row('first route and what pages share', scripts([...first, ...shared]), budgets.withShared),
    row('editor, beyond its page', scripts(editor), budgets.editor),
    ...pages.map((page) => row(nameOf(page), scripts(ofItsOwn(page)), isListPage(page) ? budgets.listPage : null)),
  ];
}

const row = (what, kB, budget) => ({ what, kB, budget });
const isStyle = (file) => file.endsWith('.css');
const isScript = (file) => file.endsWith('.js');
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
    const weight = `${what.padEnd(width)} ${kB.toFixed(1).padStart(7)}`;
    return budget === null ? `     ${weight} kB` : `${kB > budget ? 'OVER' : 'ok  '} ${weight} of ${budget} kB`;
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const rows = measureWeights();
  console.log(weightTable(rows).join('\n'));
  process.exitCode = rows.every(({ kB, budget }) => budget === null || kB <= budget) ? 0 : 1;
}
