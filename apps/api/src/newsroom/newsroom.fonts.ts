import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { productFolder } from '../config/product-folder';

export interface NewsroomFont {
  /** Part of the address; it carries the hash of the content, so that browsers may keep it for ever. */
  readonly name: string;
  readonly path: string;
  readonly content: Buffer;
}

/** Letters that only the second file of a family has: ğ ı İ ş Ş Œ ₺. */
const TURKISH = 'U+11E-11F, U+130-131, U+152-153, U+15E-15F, U+20BA';

/**
 * The fonts of the workspace, served from the newsroom's own address: nobody else learns who reads. Source Sans 3 (27 kB)
 * sets every page. Source Serif 4 (38 kB) sets the words of a bulletin alone and is optional: text never waits for it nor
 * moves when it comes; the system's serif stands in until the next page.
 */
const FACES = [
  { family: 'Source Sans 3', file: 'source-sans-3-latin', display: 'swap', range: null },
  { family: 'Source Sans 3', file: 'source-sans-3-latin-ext', display: 'swap', range: TURKISH },
  { family: 'Source Serif 4', file: 'source-serif-4-latin', display: 'optional', range: null },
  { family: 'Source Serif 4', file: 'source-serif-4-latin-ext', display: 'optional', range: TURKISH },
].map((face) => ({ ...face, font: readFont(face.file) }));

export const FONTS: readonly NewsroomFont[] = FACES.map(({ font }) => font);

/** Asked for with the page itself, before the stylesheet has said so: what the first words are set in. */
export const FIRST_FONTS: readonly NewsroomFont[] = FONTS.slice(0, 2);

export const FONT_FACES = FACES.map(
  ({ family, font, display, range }) =>
    `@font-face{font-family:'${family}';src:url('${font.path}') format('woff2');font-weight:400 700;`
    + `font-display:${display}${range === null ? '' : `;unicode-range:${range}`}}`,
).join('');

function readFont(file: string): NewsroomFont {
  const content = readFileSync(join(productFolder(), 'apps', 'web', 'src', 'styles', 'fonts', `${file}.woff2`));
  const name = `${file}-${createHash('sha256').update(content).digest('hex').slice(0, 12)}.woff2`;
  return { name, path: `/basin/yazi-${name}`, content };
}
