import {
  AlignmentType,
  Document,
  ExternalHyperlink,
  Footer,
  Header,
  HeadingLevel,
  ImageRun,
  LevelFormat,
  Packer,
  PageNumber,
  Paragraph,
  TextRun,
  type ILevelsOptions,
  type ParagraphChild,
} from 'docx';
import { TextWatermark } from 'docx/watermarks';
import type { PublishedEdition } from '@domain/bulletins/edition';
import { contactTable } from './docx-contacts';
import { DOCX_STYLES, INK_ACCENT, MARGIN_TWIPS, A4_TWIPS } from './docx-styles';
import {
  ATTACHMENTS_TITLE,
  PICTURES_TITLE,
  WITHDRAWN_MARK,
  editionDocument,
  officeNames,
  type DocumentFile,
  type DocumentOffice,
  type EditionDocument,
  type Notice,
} from './edition-document';
import type { Logo } from './edition-logos';
import { captionText } from './edition-text';
import type { Block, ListBlock, TextRun as Run } from './rich-text-blocks';

type Logos = ReadonlyMap<string, Logo>;

/** Heights of logos in points: the lead office's, and those of its partners. */
const LEAD_LOGO_POINTS = 44;
const PARTNER_LOGO_POINTS = 26;
const PIXELS_PER_POINT = 96 / 72;
const DEEPEST_LIST = 8;
const BULLETS = 'bullets';

/**
 * The bulletin as a Word file, for newsrooms that edit: the same order as the PDF, real headings and lists, language tr-TR,
 * a table with a marked head for the contacts, numbered pages. Its own dates are those of its making.
 */
export function renderDocx(published: PublishedEdition, logos: Logos): Promise<Buffer> {
  const document = editionDocument(published);
  const numbering = listNumbering();
  const children = [
    ...letterhead(document, logos),
    ...document.notices.flatMap(notice),
    new Paragraph({ heading: HeadingLevel.TITLE, children: [new TextRun(document.headline)] }),
    ...styled('Spot', document.spot),
    ...styled('Dateline', document.dateline),
    ...document.body.flatMap((block) => blockParagraphs(block, numbering)),
    ...files(PICTURES_TITLE, document.pictures, numbering),
    ...files(ATTACHMENTS_TITLE, document.attachments, numbering),
    ...contactTable(document.offices),
  ];
  const file = new Document({
    ...properties(document),
    styles: DOCX_STYLES,
    numbering: { config: numbering.configs() },
    sections: [
      {
        properties: { page: { size: A4_TWIPS, margin: MARGIN_TWIPS } },
        headers: headers(document),
        footers: { default: footer(document) },
        children,
      },
    ],
  });
  return Packer.toBuffer(file);
}

/** Every numbered list counts for itself; bullets share one definition. */
interface Numbering {
  /** Opens a numbering that begins at `start` and gives its name. */
  readonly open: (start: number) => string;
  /** The definitions of all that were opened. */
  readonly configs: () => { readonly reference: string; readonly levels: readonly ILevelsOptions[] }[];
}

function listNumbering(): Numbering {
  const opened = [{ reference: BULLETS, levels: levels(LevelFormat.BULLET, 1) }];
  return {
    open: (start) => {
      const reference = `numbers-${opened.length}`;
      opened.push({ reference, levels: levels(LevelFormat.DECIMAL, start) });
      return reference;
    },
    configs: () => opened,
  };
}

function levels(
  format: typeof LevelFormat.DECIMAL | typeof LevelFormat.BULLET,
  start: number,
): readonly ILevelsOptions[] {
  return Array.from({ length: DEEPEST_LIST + 1 }, (_, level) => ({
    level,
    format,
    text: format === LevelFormat.BULLET ? '•' : `%${level + 1}.`,
    alignment: AlignmentType.LEFT,
    start: level === 0 ? start : 1,
    style: { paragraph: { indent: { left: 425 * (level + 1), hanging: 425 } } },
  }));
}

function properties(document: EditionDocument): {
  readonly title: string;
  readonly subject: string;
  readonly creator: string;
  readonly keywords: string;
} {
  const { headline: title, kindText, number, offices, tags } = document;
  return { title, subject: `${kindText} ${number}`, creator: officeNames(offices), keywords: tags.join(', ') };
}

function letterhead(document: EditionDocument, logos: Logos): readonly Paragraph[] {
  const [lead, ...partners] = document.offices;
  if (lead === undefined) return [];
  const leadLogo = logoRun(lead, logos, LEAD_LOGO_POINTS);
  const partnerLogos = partners.flatMap((office) => logoRun(office, logos, PARTNER_LOGO_POINTS));
  const dates = [
    document.number,
    document.publishedText,
    ...(document.updatedText === null ? [] : [`Güncelleme: ${document.updatedText}`]),
  ];
  return [
    ...(leadLogo.length === 0 ? [] : [new Paragraph({ style: 'Letterhead', keepNext: true, children: leadLogo })]),
    ...styled('LeadOffice', lead.name),
    ...styled('Letterhead', lead.pressUnit),
    ...(partnerLogos.length === 0
      ? []
      : [new Paragraph({ style: 'Partners', children: partnerLogos.flatMap((logo) => [logo, new TextRun('   ')]) })]),
    ...partners.flatMap((office) => styled('Letterhead', `${office.name}, ${office.pressUnit}`)),
    new Paragraph({
      style: 'Number',
      children: [new TextRun({ text: document.kindText, bold: true }), new TextRun(` · ${dates.join(' · ')}`)],
    }),
  ];
}

function logoRun(office: DocumentOffice, logos: Logos, points: number): readonly ImageRun[] {
  const logo = office.logoFileId === null ? undefined : logos.get(office.logoFileId);
  if (logo === undefined) return [];
  const height = Math.round(points * PIXELS_PER_POINT);
  const width = Math.round((height * logo.width) / logo.height);
  const name = `${office.name} logosu`;
  return [
    new ImageRun({
      type: 'png',
      data: logo.png,
      transformation: { width, height },
      altText: { name, title: name, description: name },
    }),
  ];
}

function notice({ kind, title, text }: Notice): readonly Paragraph[] {
  const style = kind === 'withdrawn' ? 'Alarm' : 'Notice';
  return [
    new Paragraph({ style, keepNext: true, children: [new TextRun({ text: title, bold: true })] }),
    new Paragraph({ style, spacing: { after: 240 }, children: [new TextRun(text)] }),
  ];
}

/** A block as paragraphs; inside a list `level` says how deep, inside a quote the style is that of the quote. */
function blockParagraphs(block: Block, numbering: Numbering, level = 0, style?: string): readonly Paragraph[] {
  switch (block.type) {
    case 'paragraph':
      return [new Paragraph({ ...(style === undefined ? {} : { style }), children: runs(block.runs) })];
    case 'heading':
      return [
        new Paragraph({
          heading: block.depth === 1 ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2,
          children: runs(block.runs),
        }),
      ];
    case 'list':
      return listParagraphs(block, numbering, level);
    case 'quote': {
      const words = block.blocks.flatMap((inner) => blockParagraphs(inner, numbering, level, 'Quote'));
      return block.attribution === null ? words : [...words, ...styled('Attribution', block.attribution)];
    }
    default: {
      const unknown: never = block;
      throw new Error(`Writing a Word file failed: there is no block ${JSON.stringify(unknown)}`);
    }
  }
}

function listParagraphs(list: ListBlock, numbering: Numbering, level: number): readonly Paragraph[] {
  const depth = Math.min(level, DEEPEST_LIST);
  const reference = list.start === null ? BULLETS : numbering.open(list.start);
  return list.items.flatMap((blocks) =>
    blocks.flatMap((block, index) => {
      if (index > 0 || block.type !== 'paragraph') return blockParagraphs(block, numbering, depth + 1);
      return [
        new Paragraph({ style: 'ListParagraph', numbering: { reference, level: depth }, children: runs(block.runs) }),
      ];
    }),
  );
}

function runs(source: readonly Run[]): ParagraphChild[] {
  return source.map(({ text, bold, italic, href }) => {
    if (text === '\n') return new TextRun({ break: 1 });
    const run = new TextRun({ text, bold, italics: italic, ...(href === null ? {} : { style: 'Hyperlink' }) });
    return href === null ? run : new ExternalHyperlink({ link: href, children: [run] });
  });
}

function files(title: string, entries: readonly DocumentFile[], numbering: Numbering): readonly Paragraph[] {
  if (entries.length === 0) return [];
  const reference = numbering.open(1);
  return [
    new Paragraph({ heading: HeadingLevel.HEADING_1, children: [new TextRun(title)] }),
    ...entries.map((file) => {
      const children = [new TextRun(captionText(file)), new TextRun({ text: file.fileName, break: 1, size: 17 })];
      return new Paragraph({ style: 'ListParagraph', numbering: { reference, level: 0 }, children });
    }),
  ];
}

function headers(document: EditionDocument): { readonly default: Header } | undefined {
  if (!document.isWithdrawn) return undefined;
  const watermark = new TextWatermark({ text: WITHDRAWN_MARK, font: 'Arial', color: 'A3171F', opacity: 0.25 });
  return {
    default: new Header({
      children: [
        new Paragraph({
          style: 'Letterhead',
          children: [watermark, new TextRun({ text: WITHDRAWN_MARK, bold: true })],
        }),
      ],
    }),
  };
}

function footer(document: EditionDocument): Footer {
  const owner = [document.offices[0]?.name, document.number].filter((part) => part !== undefined).join(' · ');
  const page = new TextRun({
    children: [`${owner} · Sayfa `, PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES],
    color: INK_ACCENT,
  });
  return new Footer({
    children: [new Paragraph({ style: 'Letterhead', alignment: AlignmentType.RIGHT, children: [page] })],
  });
}

function styled(style: string, text: string): readonly Paragraph[] {
  return text === '' ? [] : [new Paragraph({ style, children: [new TextRun(text)] })];
}
