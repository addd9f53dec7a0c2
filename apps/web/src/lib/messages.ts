/**
 * All words on screen. Each feature keeps its own catalogue beside its components: Turkish is the base, and English
 * must have the same keys, or it does not compile. Parameters are `{name}`; no suffix is ever glued to one.
 * See docs/adr/0011-words-in-typed-catalogues.md.
 */
export type Locale = 'tr' | 'en';

type ParameterOf<Sentence extends string> = Sentence extends `${string}{${infer Name}}${infer Rest}`
  ? Name | ParameterOf<Rest>
  : never;

type Message<Sentence extends string> = [ParameterOf<Sentence>] extends [never]
  ? () => string
  : (parameters: Readonly<Record<ParameterOf<Sentence>, string | number>>) => string;

type Messages<Base extends Readonly<Record<string, string>>> = {
  readonly [Key in keyof Base]: Message<Base[Key]>;
};

const storageKey = 'tekses.dil';

/** The language of this device: Turkish unless the person chose English. It is read once; changing it reloads. */
export const locale: Locale = readLocale();

function readLocale(): Locale {
  try {
    return localStorage.getItem(storageKey) === 'en' ? 'en' : 'tr';
  } catch {
    return 'tr';
  }
}

/** Keeps the language on this device and shows the page in it. */
export function changeLocale(next: Locale): void {
  localStorage.setItem(storageKey, next);
  location.reload();
}

/** The sentences of one feature as functions: `const m = catalogue({ ... }, { ... }); m.save()`. */
export function catalogue<const Base extends Readonly<Record<string, string>>>(
  tr: Base,
  en: { readonly [Key in keyof Base]: string },
): Messages<Base> {
  const sentences: Readonly<Record<string, string>> = locale === 'en' ? en : tr;
  const entries = Object.entries(sentences).map(([key, sentence]) => [
    key,
    (parameters: Readonly<Record<string, string | number>> = {}) => fill(sentence, parameters),
  ]);
  return Object.fromEntries(entries) as Messages<Base>;
}

/**
 * A sentence of the catalogue by a key that is only known at run time. Of an enum of the API the catalogue must know
 * every value; an unknown key of an open set is shown as it is.
 */
export function sentenceOf<Key extends string>(
  messages: string extends Key ? object : { readonly [Each in Key]: () => string },
  key: Key,
): string {
  const message = (messages as Readonly<Record<string, (() => string) | undefined>>)[key];
  return message ? message() : key;
}

function fill(sentence: string, parameters: Readonly<Record<string, string | number>>): string {
  return sentence.replaceAll(/\{(\w+)\}/g, (whole, name: string) => String(parameters[name] ?? whole));
}
