/** The words of a template as one types them, and as ProseMirror JSON. */
import type { Template, TemplateSection } from './templates-query';

/** What a template can be for; a correction always starts from what it corrects. */
export const templateKinds = [
  'BULLETIN',
  'STATEMENT',
  'MEDIA_ADVISORY',
  'BRIEFING_NOTE',
  'QUESTIONS_AND_ANSWERS',
] as const;
export type TemplateKind = (typeof templateKinds)[number];

/** The parts that a template can bring, in page order. */
export const partKinds = ['HEADLINE', 'SPOT', 'LEAD', 'FACTS', 'OFFICE', 'CLOSING'] as const;
export type PartKind = (typeof partKinds)[number];

/** Text by part; a part without words is empty. */
export type TemplateTexts = Readonly<Record<PartKind, string>>;

export const emptyTexts: TemplateTexts = { HEADLINE: '', SPOT: '', LEAD: '', FACTS: '', OFFICE: '', CLOSING: '' };

export function textsOf(template: Template): TemplateTexts {
  const known = template.sections.map(({ kind, text }) => [kind, text]);
  return { ...emptyTexts, ...Object.fromEntries(known) };
}

/** The kept sections with what was typed; a part whose words are the same keeps its marks, an empty one is left out. */
export function sectionsOf(
  texts: TemplateTexts,
  before: readonly TemplateSection[],
): { readonly kind: PartKind; readonly content: string }[] {
  return partKinds
    .filter((kind) => texts[kind].trim() !== '')
    .map((kind) => {
      const kept = before.find((section) => section.kind === kind);
      return { kind, content: kept?.text === texts[kind] ? kept.content : contentOf(texts[kind]) };
    });
}

/** Every line is a paragraph. */
function contentOf(text: string): string {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  return JSON.stringify({
    type: 'doc',
    content: lines.map((line) => ({ type: 'paragraph', content: [{ type: 'text', text: line }] })),
  });
}

/** Whether typing over a part would lose bold, links or lists. */
export function hasMarks(section: TemplateSection | undefined): boolean {
  return section !== undefined && /"marks"|"bulletList"|"orderedList"|"heading"/.test(section.content);
}
