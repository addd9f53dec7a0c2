import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { fontCoverage, type FontCoverage } from './font-coverage';

/** Templates and fonts; the build copies them beside the compiled code (nest-cli.json, `assets`). */
export const TEMPLATES_FOLDER = join(__dirname, 'templates');
const FONTS_FOLDER = join(TEMPLATES_FOLDER, 'fonts');

/** The first Typst with `title()` and PDF/UA-1. */
const OLDEST_TYPST = [0, 14] as const;

/** Families of the templates. The sans has one coverage for all weights; a character of the serif must be in all its styles. */
const SANS_FILES = ['Inter_400Regular.ttf'];
const SERIF_FILES = [
  'SourceSerif4_400Regular.ttf',
  'SourceSerif4_400Regular_Italic.ttf',
  'SourceSerif4_700Bold.ttf',
  'SourceSerif4_700Bold_Italic.ttf',
];

/**
 * PDF files cannot be made on this machine; every other format can. The native Typst that the templates need is published
 * for Linux x64 (glibc); the lock file pins an older one, or none, for other platforms (`overrides` in package.json).
 */
export class PdfUnavailableError extends Error {
  constructor(reason: string, cause?: unknown) {
    super(
      `Making a PDF failed: ${reason}. PDF needs Typst 0.14 or newer as a native module, which exists for Linux x64 (glibc)`,
      { cause },
    );
    this.name = 'PdfUnavailableError';
  }
}

/** A Typst that was started with our templates and fonts; it keeps both in memory, so one serves a process. */
export interface TypstCompiler {
  readonly native: NodeCompiler;
  /** Characters that the fonts of the templates can draw. */
  readonly coverage: FontCoverage;
}

/**
 * Starts Typst (about 300 ms) and asks its version. The native module is loaded here and not at start of the process,
 * so that a platform without it still serves everything else.
 * Throws `PdfUnavailableError` where there is no native Typst or only one that is too old.
 */
export async function startTypst(load: () => Promise<TypstModule> = loadTypst): Promise<TypstCompiler> {
  let native: NodeCompiler;
  try {
    const { NodeCompiler: compiler } = await load();
    native = compiler.create({ workspace: TEMPLATES_FOLDER, fontArgs: [{ fontPaths: [FONTS_FOLDER] }] });
  } catch (cause) {
    throw new PdfUnavailableError('the native Typst does not load', cause);
  }
  expectVersion(native);
  return { native, coverage: templateCoverage() };
}

export type TypstModule = Pick<typeof import('@myriaddreamin/typst-ts-node-compiler'), 'NodeCompiler'>;

function loadTypst(): Promise<TypstModule> {
  return import('@myriaddreamin/typst-ts-node-compiler');
}

function expectVersion(native: NodeCompiler): void {
  const found = native.query(
    { mainFileContent: '#metadata(str(sys.version)) <version>' },
    { selector: '<version>', field: 'value' },
  ) as unknown;
  const version = Array.isArray(found) ? String(found[0]) : String(found);
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const isNewEnough = major > OLDEST_TYPST[0] || (major === OLDEST_TYPST[0] && minor >= OLDEST_TYPST[1]);
  if (!isNewEnough) throw new PdfUnavailableError(`the native Typst is of version ${version}`);
}

function templateCoverage(): FontCoverage {
  const read = (name: string): FontCoverage => fontCoverage(readFileSync(join(FONTS_FOLDER, name)));
  const serif = SERIF_FILES.map(read);
  const inAllStyles = [...(serif[0] ?? [])].filter((character) => serif.every((style) => style.has(character)));
  return new Set([...inAllStyles, ...SANS_FILES.flatMap((name) => [...read(name)])]);
}
