import { diffWords, type WordChange } from '@turkish/diff-words';
import { plainText, sameRichText } from '../text/rich-text';
import type { Attachment, Section, SectionKind } from './bulletin';
import { inPageOrder, sectionHash } from './section-hash';

export enum SectionDifference {
  SAME = 'SAME',
  ADDED = 'ADDED',
  REMOVED = 'REMOVED',
  CHANGED = 'CHANGED',
}

export enum SectionField {
  CONTENT = 'CONTENT',
  SPEAKER = 'SPEAKER',
  CONSENT = 'CONSENT',
  ATTACHMENTS = 'ATTACHMENTS',
}

/** How one field of a section differs. */
export interface FieldComparison {
  readonly field: SectionField;
  /** The stretches of both texts, word by word. */
  readonly words: readonly WordChange[];
  /** The words are the same; bold, italic, links, headings or list form differ. */
  readonly isFormOnly: boolean;
}

export interface SectionComparison {
  readonly sectionId: string;
  readonly kind: SectionKind;
  readonly officeId: string | null;
  readonly difference: SectionDifference;
  /** The fields that differ; empty when SAME. */
  readonly fields: readonly FieldComparison[];
}

type Side = Section | undefined;

function speakerText(section: Side): string {
  return section?.speaker ? [section.speaker.name, section.speaker.role].filter(Boolean).join(', ') : '';
}

function consentText(section: Side): string {
  const consent = section?.consent;
  return consent ? `${consent.scope}, ${consent.givenBy}, ${consent.givenAt}` : '';
}

function attachmentText({ fileName, alt, caption, credit, fileHash }: Attachment): string {
  return [fileName, alt, caption, credit, fileHash.slice(0, 12)].map((text) => text ?? '').join('\n');
}

function attachmentsText(section: Side): string {
  return (section?.attachments ?? []).map(attachmentText).join('\n\n');
}

function compareText(field: SectionField, before: string, after: string): FieldComparison[] {
  return before === after ? [] : [{ field, words: diffWords(before, after), isFormOnly: false }];
}

function compareContent(before: Side, after: Side): FieldComparison[] {
  const [old, now] = [before, after].map((side) => (side ? plainText(side.content) : '')) as [string, string];
  if (old !== now) return [{ field: SectionField.CONTENT, words: diffWords(old, now), isFormOnly: false }];
  if (!before || !after || sameRichText(before.content, after.content)) return [];
  return [{ field: SectionField.CONTENT, words: diffWords(old, now), isFormOnly: true }];
}

function differenceOf(before: Side, after: Side): SectionDifference {
  if (!before) return SectionDifference.ADDED;
  if (!after) return SectionDifference.REMOVED;
  return sectionHash(before) === sectionHash(after) ? SectionDifference.SAME : SectionDifference.CHANGED;
}

function compareSection(before: Side, after: Side, section: Section): SectionComparison {
  const difference = differenceOf(before, after);
  const fields =
    difference === SectionDifference.SAME
      ? []
      : [
          ...compareContent(before, after),
          ...compareText(SectionField.SPEAKER, speakerText(before), speakerText(after)),
          ...compareText(SectionField.CONSENT, consentText(before), consentText(after)),
          ...compareText(SectionField.ATTACHMENTS, attachmentsText(before), attachmentsText(after)),
        ];
  return { sectionId: section.id, kind: section.kind, officeId: section.officeId, difference, fields };
}

/**
 * Two versions of a bulletin, section by section (matched by id, in page order) and field by field, at word level.
 * A section is SAME exactly if its hash is: what a signature sees as changed is shown as changed.
 */
export function compareVersions(
  before: readonly Section[],
  after: readonly Section[],
  officeIds: readonly string[] = [],
): SectionComparison[] {
  const old = new Map(before.map((section) => [section.id, section]));
  const now = new Map(after.map((section) => [section.id, section]));
  const all = inPageOrder([...after, ...before.filter(({ id }) => !now.has(id))], officeIds);
  return all.map((section) => compareSection(old.get(section.id), now.get(section.id), section));
}
