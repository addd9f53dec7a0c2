import { graphemeLength } from '@turkish/measure';
import { isBlank, plainText } from '../text/rich-text';
import { SectionKind, type Attachment, type Section } from './bulletin';
import { findIdentityNumber, findPlaceholder } from './forbidden-words';
import { headlineLength, spotLength } from './recommended-lengths';
import { inPageOrder } from './section-hash';

/** What a check before release may find. BLOCK stops the approval, WARN is shown. */
export enum FindingCode {
  HEADLINE_MISSING = 'HEADLINE_MISSING',
  SPOT_MISSING = 'SPOT_MISSING',
  LEAD_MISSING = 'LEAD_MISSING',
  /** Two headlines, spots or leads. */
  SECTION_REPEATED = 'SECTION_REPEATED',
  /** Over `headlineLength`. params: length, limit. */
  HEADLINE_LONG = 'HEADLINE_LONG',
  /** Over `spotLength`. params: length, limit. */
  SPOT_LONG = 'SPOT_LONG',
  /** A quote or paragraph section without words. */
  SECTION_BLANK = 'SECTION_BLANK',
  QUOTE_SPEAKER_MISSING = 'QUOTE_SPEAKER_MISSING',
  QUOTE_CONSENT_MISSING = 'QUOTE_CONSENT_MISSING',
  /** params: fileName. */
  IMAGE_ALT_MISSING = 'IMAGE_ALT_MISSING',
  IMAGE_CAPTION_MISSING = 'IMAGE_CAPTION_MISSING',
  IMAGE_CREDIT_MISSING = 'IMAGE_CREDIT_MISSING',
  /** A gap of a template that nobody filled. params: words. */
  PLACEHOLDER_LEFT = 'PLACEHOLDER_LEFT',
  /** A number that is a valid Turkish identity number (KVKK, Law 6698). params: the last two digits only. */
  IDENTITY_NUMBER = 'IDENTITY_NUMBER',
  /** Suggestions that nobody decided; what goes out does not hold them. params: count. */
  OPEN_SUGGESTIONS = 'OPEN_SUGGESTIONS',
}

export enum FindingSeverity {
  BLOCK = 'BLOCK',
  WARN = 'WARN',
}

export interface Finding {
  readonly code: FindingCode;
  readonly severity: FindingSeverity;
  /** null: about the bulletin as a whole. */
  readonly sectionId: string | null;
  /** Values for the sentence on screen. */
  readonly params: Readonly<Record<string, string | number>>;
}

const { BLOCK, WARN } = FindingSeverity;

function found(
  code: FindingCode,
  severity: FindingSeverity,
  sectionId: string | null,
  params: Finding['params'] = {},
): Finding {
  return { code, severity, sectionId, params };
}

const REQUIRED = [
  { kind: SectionKind.HEADLINE, missing: FindingCode.HEADLINE_MISSING },
  { kind: SectionKind.SPOT, missing: FindingCode.SPOT_MISSING },
  { kind: SectionKind.LEAD, missing: FindingCode.LEAD_MISSING },
] as const;

function requiredFindings(sections: readonly Section[]): Finding[] {
  return REQUIRED.flatMap(({ kind, missing }) => {
    const [first, ...others] = sections.filter((section) => section.kind === kind);
    if (!first || isBlank(first.content)) return [found(missing, BLOCK, first?.id ?? null)];
    return others.map(({ id }) => found(FindingCode.SECTION_REPEATED, BLOCK, id, { kind }));
  });
}

const LENGTHS = [
  { kind: SectionKind.HEADLINE, limit: headlineLength, code: FindingCode.HEADLINE_LONG },
  { kind: SectionKind.SPOT, limit: spotLength, code: FindingCode.SPOT_LONG },
] as const;

function lengthFindings(section: Section): Finding[] {
  const rule = LENGTHS.find(({ kind }) => kind === section.kind);
  if (!rule) return [];
  const length = graphemeLength(plainText(section.content));
  return length > rule.limit ? [found(rule.code, WARN, section.id, { length, limit: rule.limit })] : [];
}

const hasText = (text: string | null | undefined): boolean => typeof text === 'string' && text.trim() !== '';

function imageFindings(section: Section, { mediaType, fileName, alt, caption, credit }: Attachment): Finding[] {
  if (!mediaType.startsWith('image/')) return [];
  const fields = [
    [alt, FindingCode.IMAGE_ALT_MISSING],
    [caption, FindingCode.IMAGE_CAPTION_MISSING],
    [credit, FindingCode.IMAGE_CREDIT_MISSING],
  ] as const;
  return fields.flatMap(([text, code]) => (hasText(text) ? [] : [found(code, BLOCK, section.id, { fileName })]));
}

/** A quote without words goes unused, so it only warns; with words it needs somebody who said and allowed it. */
function quoteFindings(section: Section): Finding[] {
  if (section.kind !== SectionKind.QUOTE || isBlank(section.content)) return [];
  return [
    ...(hasText(section.speaker?.role) ? [] : [found(FindingCode.QUOTE_SPEAKER_MISSING, BLOCK, section.id)]),
    ...(hasText(section.consent?.givenBy) ? [] : [found(FindingCode.QUOTE_CONSENT_MISSING, BLOCK, section.id)]),
  ];
}

function blankFindings(section: Section): Finding[] {
  const isOwned = section.kind === SectionKind.OFFICE || section.kind === SectionKind.QUOTE;
  return isOwned && isBlank(section.content) ? [found(FindingCode.SECTION_BLANK, WARN, section.id)] : [];
}

function wordFindings(section: Section): Finding[] {
  const attached = section.attachments.flatMap(({ alt, caption, credit }) => [alt, caption, credit]);
  const text = [plainText(section.content), section.speaker?.role, section.speaker?.name, ...attached]
    .filter((part) => typeof part === 'string')
    .join('\n');
  const words = findPlaceholder(text);
  const identity = findIdentityNumber(text);
  return [
    ...(words === null ? [] : [found(FindingCode.PLACEHOLDER_LEFT, BLOCK, section.id, { words })]),
    ...(identity === null
      ? []
      : [found(FindingCode.IDENTITY_NUMBER, BLOCK, section.id, { lastDigits: identity.slice(-2) })]),
  ];
}

/**
 * Everything that stands in the way of a release, for the sections that would go out, in page order.
 * Approval is refused (INCOMPLETE) while one finding has severity BLOCK.
 */
export function releaseFindings(sections: readonly Section[], officeIds: readonly string[] = []): Finding[] {
  const inOrder = inPageOrder(sections, officeIds);
  return [
    ...requiredFindings(inOrder),
    ...inOrder.flatMap((section) => [
      ...lengthFindings(section),
      ...blankFindings(section),
      ...quoteFindings(section),
      ...section.attachments.flatMap((attachment) => imageFindings(section, attachment)),
      ...wordFindings(section),
    ]),
  ];
}

/** Suggestions that are still open, by section; a warning, since the words that count do not hold them. */
export function suggestionFindings(counts: readonly { readonly id: string; readonly count: number }[]): Finding[] {
  return counts
    .filter(({ count }) => count > 0)
    .map(({ id, count }) => found(FindingCode.OPEN_SUGGESTIONS, WARN, id, { count }));
}

/** Whether nothing blocks. */
export function isReleasable(findings: readonly Finding[]): boolean {
  return findings.every(({ severity }) => severity !== BLOCK);
}
