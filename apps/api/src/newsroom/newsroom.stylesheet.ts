import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FONT_FACES } from './newsroom.fonts';

/** The one stylesheet, read once. Its name carries its hash, so that browsers may keep it for ever. */
const css = FONT_FACES + compact(readFileSync(join(__dirname, 'newsroom.css'), 'utf8'));
const hash = createHash('sha256').update(css).digest('hex').slice(0, 12);

export const STYLESHEET = { css, hash, path: `/basin/stil-${hash}.css` };

/** A letter T whose bar is six strokes: one voice of many. Shown in tabs and bookmarks. */
export const ICON = [
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">',
  '<rect width="32" height="32" rx="6" fill="#16202b"/>',
  '<path d="M6 9h20" stroke="#fff" stroke-width="4" stroke-dasharray="2.5 1"/>',
  '<path d="M16 9v16" stroke="#fff" stroke-width="4"/>',
  '</svg>',
].join('');

/** Without comments and indentation; our stylesheet has no string in which white space counts. */
function compact(source: string): string {
  return source
    .replaceAll(/\/\*[\s\S]*?\*\//g, '')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/ ?([{};]) ?/g, '$1')
    .trim();
}
