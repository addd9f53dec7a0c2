import { contentHash, type Json } from '../canonical';
import { plainText } from '../text/rich-text';
import { SectionKind, type Attachment, type Section } from './bulletin';

/**
 * What a signature binds to. The hash covers everything of a section that goes out or on which going out rests: kind,
 * owner, text, speaker, consent, and the attachments in order. It does not cover row ids nor the position: moving a
 * section does not change what an office says. Nor the focus of a picture: where list pictures are cut is presentation,
 * and the whole picture goes out with them.
 */

/** Raised when the hashed members change, so that old and new hashes can never be mistaken for each other. */
const FORM = 'section/1';

function attachmentFacts(attachment: Attachment): Json {
  const { fileHash, fileName, alt, caption, credit } = attachment;
  return { fileHash, fileName, alt, caption, credit };
}

/** SHA-256 (64 hex digits) of a section's words and facts. `content` must be canonical (`parseRichText`). */
export function sectionHash(section: Omit<Section, 'id' | 'position'>): string {
  const { kind, officeId, content, speaker, consent, attachments } = section;
  return contentHash({
    form: FORM,
    kind,
    officeId,
    content: content as unknown as Json,
    speaker: speaker && { role: speaker.role, name: speaker.name },
    consent: consent && { scope: consent.scope, givenBy: consent.givenBy, givenAt: consent.givenAt },
    attachments: attachments.map(attachmentFacts),
  });
}

/** Everything readable of a section as plain text: its text, then captions and alternative texts (search, word lists). */
export function sectionText(section: Pick<Section, 'content' | 'speaker' | 'attachments'>): string {
  const attached = section.attachments.flatMap(({ alt, caption, credit }) => [caption, alt, credit]);
  return [plainText(section.content), section.speaker?.name, section.speaker?.role, ...attached]
    .filter((text): text is string => typeof text === 'string' && text !== '')
    .join('\n\n');
}

const KIND_ORDER = Object.values(SectionKind);

type Placed = Pick<Section, 'id' | 'kind' | 'officeId' | 'position'>;

function officeRank(officeId: string | null, officeIds: readonly string[]): number {
  if (officeId === null) return -1;
  const index = officeIds.indexOf(officeId);
  return index === -1 ? officeIds.length : index;
}

/**
 * Page order: by kind (the order of `SectionKind`), then what is shared before what an office owns, then the offices as
 * in `officeIds` (lead first; offices not named there last), then position, then id. Total: never 0 for two rows.
 */
export function compareSections(left: Placed, right: Placed, officeIds: readonly string[] = []): number {
  return (
    KIND_ORDER.indexOf(left.kind) - KIND_ORDER.indexOf(right.kind)
    || officeRank(left.officeId, officeIds) - officeRank(right.officeId, officeIds)
    || left.position - right.position
    || (left.id < right.id ? -1 : Number(left.id > right.id))
  );
}

/** The sections in page order (`compareSections`); the argument is left as it is. */
export function inPageOrder<S extends Placed>(sections: readonly S[], officeIds: readonly string[] = []): S[] {
  return [...sections].sort((left, right) => compareSections(left, right, officeIds));
}
