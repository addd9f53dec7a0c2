import type { RichText } from '@domain/text/rich-text';

/** The canonical content that the API gave as JSON. */
export function contentOf(content: string): RichText {
  return JSON.parse(content) as RichText;
}
