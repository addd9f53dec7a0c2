interface JsonNode {
  readonly type?: string;
  readonly text?: string;
  readonly content?: readonly JsonNode[];
}

const containers = new Set(['doc', 'bulletList', 'orderedList', 'listItem', 'blockquote']);

/** A draft as plain lines, with everything that somebody wrote into it, proposed words included; to read and copy. */
export function readableText(json: unknown): string {
  const { type = '', text, content = [] } = json as JsonNode;
  if (text !== undefined) return text.replaceAll('\u200B', '');
  if (type === 'hardBreak') return '\n';
  const parts = content.map(readableText);
  return containers.has(type) ? parts.filter((part) => part !== '').join('\n') : parts.join('');
}
