/** A strict reading of our own HTML, so that tests see what a forgiving browser would repair. */

export interface HtmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** All text inside, entities decoded. */
  readonly text: string;
}

const VOID = new Set(['area', 'base', 'br', 'col', 'embed', 'hr', 'img', 'input', 'link', 'meta', 'source', 'wbr']);
const RAW_TEXT = new Set(['script', 'style']);
const TOKEN =
  /<!doctype html>|<\/([a-z][a-z0-9]*)>|<([a-z][a-z0-9]*)((?:\s+[a-zA-Z:-]+(?:="[^"<]*")?)*)\s*(\/?)>|[^<]+/giy;
const ATTRIBUTE = /([a-zA-Z:-]+)(?:="([^"<]*)")?/g;
const ENTITIES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
};

interface OpenElement {
  name: string;
  attributes: Record<string, string>;
  text: string;
}

/** Every element in document order. Throws at markup that is not well nested, not quoted or not closed. */
export function readHtml(html: string): readonly HtmlElement[] {
  const all: OpenElement[] = [];
  const open: OpenElement[] = [];
  const pattern = new RegExp(TOKEN);
  while (pattern.lastIndex < html.length) {
    const at = pattern.lastIndex;
    const match = pattern.exec(html);
    if (match === null) throw new Error(`HTML is broken at: ${html.slice(at, at + 80)}`);
    const [token, closed, opened, attributes = '', selfClosed] = match;
    if (closed !== undefined) {
      const last = open.pop();
      if (last?.name !== closed)
        throw new Error(`</${closed}> closes <${last?.name}> at: ${html.slice(at - 60, at + 20)}`);
    } else if (opened === undefined) {
      for (const element of open) element.text += token.startsWith('<') ? '' : decode(token);
    } else {
      const element = { name: opened, attributes: readAttributes(attributes), text: '' };
      all.push(element);
      if (RAW_TEXT.has(opened)) {
        const end = html.indexOf(`</${opened}>`, pattern.lastIndex);
        element.text = html.slice(pattern.lastIndex, end);
        pattern.lastIndex = end + opened.length + 3;
      } else if (!VOID.has(opened) && selfClosed === '') open.push(element);
    }
  }
  if (open.length > 0) throw new Error(`not closed: ${open.map((element) => element.name).join(', ')}`);
  return all;
}

/** The elements of a name, with an attribute value if one is given. */
export function find(
  elements: readonly HtmlElement[],
  name: string,
  attributes: Readonly<Record<string, string>> = {},
): readonly HtmlElement[] {
  return elements.filter(
    (element) =>
      element.name === name && Object.entries(attributes).every(([key, value]) => element.attributes[key] === value),
  );
}

function readAttributes(written: string): Record<string, string> {
  const attributes: Record<string, string> = {};
  for (const [, name = '', value = ''] of written.matchAll(ATTRIBUTE)) {
    if (name in attributes) throw new Error(`attribute ${name} is there twice`);
    attributes[name] = decode(value);
  }
  return attributes;
}

function decode(text: string): string {
  return text.replace(/&[a-z#0-9]+;/g, (entity) => {
    const character = ENTITIES[entity];
    if (character === undefined) throw new Error(`entity ${entity} is not one that we write`);
    return character;
  });
}
