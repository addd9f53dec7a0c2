/** Cuts the fonts of the web app to the letters it uses: Latin with ğ ş İ ı ₺ and press punctuation. Run by hand. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import subsetFont from 'subset-font';
import { root } from './build.mjs';

const range = (from, to) => String.fromCodePoint(...Array.from({ length: to - from + 1 }, (_, index) => from + index));
const letters = `${range(0x20, 0x7e)}${range(0xa0, 0xff)}ĞğİıŞşŒœ–—‘’“”„…•‹›₺€→←↑↓⌘✓×−`;
const fonts = [
  ['source-sans-3', 'source-sans-3-latin-wght-normal', 'source-sans-3-latin-ext-wght-normal'],
  ['source-serif-4', 'source-serif-4-latin-wght-normal', 'source-serif-4-latin-ext-wght-normal'],
];
for (const [family, ...files] of fonts) {
  for (const file of files) {
    const source = readFileSync(join(root, 'node_modules/@fontsource-variable', family, 'files', `${file}.woff2`));
    const cut = await subsetFont(source, letters, {
      targetFormat: 'woff2',
      variationAxes: { wght: { min: 400, max: 700 } },
    });
    writeFileSync(join(root, 'apps/web/src/styles/fonts', `${file.replace('-wght-normal', '')}.woff2`), cut);
    console.log(file, cut.length);
  }
}
