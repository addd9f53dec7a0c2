/** XML is written here and nowhere else: text is always escaped, an element is never built from loose strings. */

/** A finished piece of XML; only this file makes one. */
export class XmlFragment {
  constructor(readonly xml: string) {}
}

export type XmlContent = XmlFragment | string | null | readonly XmlContent[];

type Attributes = Readonly<Record<string, string | number | null>>;

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Characters that XML 1.0 (§2.2) cannot hold in any form: most controls, lone surrogates, U+FFFE and U+FFFF. */
const FORBIDDEN = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

/** An element; attributes and children that are null are left out. */
export function element(name: string, attributes: Attributes, ...children: readonly XmlContent[]): XmlFragment {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== null)
    .map(([attribute, value]) => ` ${attribute}="${escapeXml(String(value))}"`)
    .join('');
  const content = children.map(contentXml).join('');
  return new XmlFragment(content === '' ? `<${name}${written}/>` : `<${name}${written}>${content}</${name}>`);
}

/** The document in UTF-8 with its declaration. */
export function xmlDocument(root: XmlFragment): string {
  return `<?xml version="1.0" encoding="utf-8"?>\n${root.xml}\n`;
}

function contentXml(content: XmlContent): string {
  if (content === null) return '';
  if (typeof content === 'string') return escapeXml(content);
  if (content instanceof XmlFragment) return content.xml;
  return content.map(contentXml).join('');
}

function escapeXml(text: string): string {
  return text.replace(FORBIDDEN, '').replace(/[&<>"]/g, (character) => ESCAPES[character] ?? character);
}
