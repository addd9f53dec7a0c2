import { fold } from '@turkish/fold';
import { extensionsOf, type FileKind } from './file-kinds';

const LONGEST_NAME = 120;
const NAMELESS = 'dosya';
/** Control, direction and invisible characters, lone surrogates, private use. */
const UNSEEN = /[\p{C}\p{Zl}\p{Zp}]/gu;
/** What Windows refuses in names, and what would end a header value or a path. */
const FORBIDDEN = /[<>:"/\\|?*;%]/g;
const WINDOWS_DEVICES = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i;

/**
 * A name under which the file can be stored, shown and downloaded anywhere: the last part of whatever path came,
 * composed (NFC, as macOS sends letters and marks apart), one line, at most 120 characters, with an extension of
 * its real kind. Turkish letters stay. `../../İlan\r\n.php` of a PDF becomes `İlan.pdf`.
 */
export function cleanFileName(raw: string, kind: FileKind): string {
  const last = raw.split(/[/\\]/).at(-1) ?? '';
  const flat = last.normalize('NFC').replaceAll(UNSEEN, ' ').replaceAll(FORBIDDEN, '-').replaceAll(/\s+/g, ' ');
  const [stem, extension] = splitExtension(flat.trim());
  const wanted = extensionsOf(kind);
  const kept = wanted.find((candidate) => candidate === extension.toLowerCase());
  const ending = `.${kept ?? wanted[0]}`;
  return shorten(safeStem(stem), LONGEST_NAME - ending.length) + ending;
}

/** The name of a rendition of the file: `Zeytin hasadı.png`, w800, JPEG → `Zeytin hasadı-w800.jpg`. */
export function renditionFileName(fileName: string, rendition: string, extension: string): string {
  const [stem] = splitExtension(fileName);
  return `${stem}-${rendition}.${extension}`;
}

/**
 * A Content-Disposition header. Every reader of today takes the UTF-8 form; the folded ASCII name is for the others.
 * Source: RFC 6266 §4.3 and appendix D, RFC 8187 §3.2 (was RFC 5987).
 */
export function contentDisposition(kind: 'inline' | 'attachment', fileName: string): string {
  const ascii = fold(fileName).replaceAll(/[^\x20-\x7e]|["\\%]/g, '-');
  const encoded = encodeURIComponent(fileName.toWellFormed()).replaceAll(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `${kind}; filename="${ascii}"; filename*=UTF-8''${encoded}`;
}

/** Cuts a short ending of letters and digits off: `rapor.v2.docx` → `rapor.v2`, `docx`. */
function splitExtension(name: string): readonly [stem: string, extension: string] {
  const match = /^(.*)\.([A-Za-z0-9]{1,5})$/u.exec(name);
  return match ? [match[1] ?? '', match[2] ?? ''] : [name, ''];
}

/** No dots or spaces at the ends (hidden files, Windows), no device names, never empty. */
function safeStem(stem: string): string {
  const trimmed = stem.replaceAll(/^[.\s-]+|[.\s]+$/g, '');
  if (trimmed === '') return NAMELESS;
  return WINDOWS_DEVICES.test(trimmed) ? `${NAMELESS}-${trimmed}` : trimmed;
}

function shorten(text: string, length: number): string {
  return Array.from(text).slice(0, length).join('').trimEnd();
}
