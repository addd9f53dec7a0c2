import { formatDateLong } from '@turkish/dates';
import { upperTr } from '@turkish/casing';
import { safeFileName } from '@turkish/names';
import { slug } from '@turkish/slug';
import { contentHash } from '../canonical';
import { DomainError, ErrorCode } from '../errors';
import { inNameOrder, type NameOrder } from '../signoff/charter';
import type { SignoffOutcome } from '../signoff/signoff';
import { isBlank, plainText } from '../text/rich-text';
import { SectionKind, type Attachment, type BulletinKind, type Section } from './bulletin';
import type { Edition, EditionFile, EditionOffice, EditionSection } from './edition';
import { inPageOrder, sectionHash } from './section-hash';

/** An office as a source of an edition. */
export interface EditionOfficeSource extends EditionOffice {
  /** 'Edremit'; null for the metropolitan office. */
  readonly districtName: string | null;
  /** 'Balıkesir' */
  readonly provinceName: string;
  readonly protocolOrder: number;
}

/** A tag; one that belongs to an office goes out only with it. */
export interface EditionTagSource {
  readonly label: string;
  readonly officeId: string | null;
}

/** What is known of a stored file. */
export interface EditionFileSource {
  readonly fileId: string;
  readonly bytes: number;
  readonly width: number | null;
  readonly height: number | null;
}

export interface EditionSource {
  readonly bulletinId: string;
  readonly kind: BulletinKind;
  readonly number: string;
  /** Address chosen by the caller when the headline's own is taken; null: from the headline. */
  readonly slug: string | null;
  readonly leadOfficeId: string;
  /** `signoffComplete(...).included`: the offices that go out. The lead is always among them. */
  readonly includedOfficeIds: readonly string[];
  /** Every office of the bulletin, included or not. */
  readonly offices: readonly EditionOfficeSource[];
  readonly nameOrder: NameOrder;
  readonly sections: readonly Section[];
  readonly tags: readonly EditionTagSource[];
  readonly files: readonly EditionFileSource[];
  readonly corrects: Edition['corrects'];
  /** Local day in Istanbul on which it goes out, '2026-11-24'. */
  readonly dateOn: string;
}

/** One hash for the whole: covers the hash of every section that goes out, attachments too, in page order. */
export function editionHash(sections: readonly Pick<EditionSection, 'hash'>[]): string {
  return contentHash(sections.map(({ hash }) => hash));
}

/**
 * The hash that the offices of a frozen edition stand behind now: of the present sections, for exactly the offices that
 * the edition names and in its order. null if one of them no longer has a current signature. The release gate compares
 * it with `edition.hash`; an office that was left out and signs late changes nothing until the release is approved anew.
 */
export function signedHash(
  edition: Pick<Edition, 'offices'>,
  sections: readonly Section[],
  outcome: Pick<SignoffOutcome, 'included'>,
): string | null {
  const officeIds = edition.offices.map(({ id }) => id);
  if (!officeIds.every((id) => outcome.included.includes(id))) return null;
  const present = sections.filter(({ officeId }) => officeId === null || officeIds.includes(officeId));
  return editionHash(inPageOrder(present, officeIds).map((section) => ({ hash: sectionHash(section) })));
}

/** Dateline of the lead office: 'EDREMİT (BALIKESİR) - 24 Kasım 2026', of a metropolitan one 'BALIKESİR - 24 Kasım 2026'. */
export function dateline(office: Pick<EditionOfficeSource, 'districtName' | 'provinceName'>, dateOn: string): string {
  const province = upperTr(office.provinceName);
  const place = office.districtName === null ? province : `${upperTr(office.districtName)} (${province})`;
  return `${place} - ${formatDateLong(dateOn)}`;
}

const EXTENSIONS: Readonly<Record<string, string>> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
  'application/pdf': 'pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'xlsx',
};

const FILE_SLUG_LENGTH = 40;

interface FileNaming {
  readonly dateOn: string;
  readonly headline: string;
  readonly officeCodes: ReadonlyMap<string, string>;
  readonly leadCode: string;
}

/** '2026-11-24-edremit-zeytin-hasadi-01.jpg': day, owner (the lead for shared ones), headline, running number. */
function publicFileName(attachment: Attachment, officeId: string | null, ordinal: number, naming: FileNaming): string {
  const code = (officeId === null ? null : naming.officeCodes.get(officeId)) ?? naming.leadCode;
  const stem = [naming.dateOn, code, slug(naming.headline, FILE_SLUG_LENGTH), String(ordinal).padStart(2, '0')];
  const extension = EXTENSIONS[attachment.mediaType] ?? attachment.fileName.split('.').at(-1) ?? 'bin';
  return safeFileName(`${stem.filter((part) => part !== '').join('-')}.${extension}`);
}

function editionFiles(sections: readonly Section[], source: EditionSource, naming: FileNaming): EditionFile[] {
  const stored = new Map(source.files.map((file) => [file.fileId, file]));
  const attached = sections.flatMap((section) =>
    section.attachments.map((attachment) => ({ attachment, officeId: section.officeId })),
  );
  return attached.map(({ attachment, officeId }, index) => {
    const file = stored.get(attachment.fileId);
    if (!file) {
      throw new DomainError(ErrorCode.INVALID, {
        path: ['files'],
        message: 'deriving an edition: an attached file is unknown',
      });
    }
    const { fileId, mediaType, alt, caption, credit, focusX, focusY } = attachment;
    return {
      fileId,
      officeId,
      isImage: mediaType.startsWith('image/'),
      fileName: publicFileName(attachment, officeId, index + 1, naming),
      mediaType,
      bytes: file.bytes,
      width: file.width,
      height: file.height,
      alt,
      caption,
      credit,
      focusX,
      focusY,
    };
  });
}

function editionOffice({ id, code, name, pressUnit, contact, logoFileId }: EditionOfficeSource): EditionOffice {
  return { id, code, name, pressUnit, contact, logoFileId };
}

function editionSection(section: Section): EditionSection {
  const { id, kind, officeId, speaker, content } = section;
  return { id, kind, officeId, speaker, content, hash: sectionHash(section) };
}

const textOf = (kind: SectionKind, sections: readonly Section[]): string =>
  sections
    .filter((section) => section.kind === kind)
    .map(({ content }) => plainText(content).replaceAll(/\s+/g, ' ').trim())
    .join(' ');

/** Included offices in the charter's order. Refuses with INVALID if the lead is unknown. */
function includedOffices(source: EditionSource): [EditionOfficeSource, ...EditionOfficeSource[]] {
  const present = source.offices.filter(
    ({ id }) => id === source.leadOfficeId || source.includedOfficeIds.includes(id),
  );
  const [lead, ...partners] = inNameOrder(present, source.leadOfficeId, source.nameOrder);
  if (!lead || lead.id !== source.leadOfficeId) {
    throw new DomainError(ErrorCode.INVALID, {
      path: ['offices'],
      message: 'deriving an edition: the lead is unknown',
    });
  }
  return [lead, ...partners];
}

/**
 * Builds exactly what goes out, for the offices that go out: no paragraph, quote, name, contact, logo, tag or file of
 * another office is in it. Pure and deterministic: the same source gives the same edition, so it can be derived again
 * at the instant of release and its hash compared with the frozen one. Blank sections are left off the page; the hash
 * still covers them, since they were signed as blank.
 */
export function deriveEdition(source: EditionSource): Edition {
  const offices = includedOffices(source);
  const [lead] = offices;
  const officeIds = offices.map(({ id }) => id);
  const goesOut = (officeId: string | null): boolean => officeId === null || officeIds.includes(officeId);
  const sections = inPageOrder(
    source.sections.filter(({ officeId }) => goesOut(officeId)),
    officeIds,
  );
  const headline = textOf(SectionKind.HEADLINE, sections);
  const naming: FileNaming = {
    dateOn: source.dateOn,
    headline,
    officeCodes: new Map(offices.map(({ id, code }) => [id, code])),
    leadCode: lead.code,
  };
  return {
    bulletinId: source.bulletinId,
    kind: source.kind,
    number: source.number,
    slug: source.slug ?? slug(headline),
    headline,
    spot: textOf(SectionKind.SPOT, sections),
    dateline: dateline(lead, source.dateOn),
    offices: offices.map(editionOffice),
    sections: sections
      .filter(({ kind, content }) => kind !== SectionKind.ATTACHMENTS && !isBlank(content))
      .map(editionSection),
    files: editionFiles(sections, source, naming),
    tags: Array.from(new Set(source.tags.filter(({ officeId }) => goesOut(officeId)).map(({ label }) => label))),
    corrects: source.corrects,
    hash: editionHash(sections.map(editionSection)),
  };
}
