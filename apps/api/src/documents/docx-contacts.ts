import {
  BorderStyle,
  ExternalHyperlink,
  HeadingLevel,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
  type ParagraphChild,
} from 'docx';
import { INK_ACCENT } from './docx-styles';
import { CONTACT_COLUMNS, CONTACTS_TITLE, hasContact, type DocumentOffice } from './edition-document';

/** Widths of the columns in twips; together the width of the text on A4. */
const WIDTHS = [2_900, 1_900, 1_700, 2_572] as const;
const SIZE = 18;
const NO_BORDER = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;
const LINE = { style: BorderStyle.SINGLE, size: 4, color: 'C3C9CE' } as const;

/** Heading and table of press contacts; its first row is marked as head, so that screen readers and page breaks repeat it. */
export function contactTable(offices: readonly DocumentOffice[]): readonly (Paragraph | Table)[] {
  const rows = offices.filter(hasContact);
  if (rows.length === 0) return [];
  return [
    new Paragraph({ heading: HeadingLevel.HEADING_1, children: [new TextRun(CONTACTS_TITLE)] }),
    new Table({
      width: { size: WIDTHS.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
      columnWidths: [...WIDTHS],
      borders: {
        top: NO_BORDER,
        left: NO_BORDER,
        right: NO_BORDER,
        insideVertical: NO_BORDER,
        bottom: LINE,
        insideHorizontal: LINE,
      },
      rows: [headRow(), ...rows.map(officeRow)],
    }),
  ];
}

function headRow(): TableRow {
  return new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: CONTACT_COLUMNS.map((text, column) =>
      cell(column, new TextRun({ text, bold: true, color: INK_ACCENT, size: SIZE })),
    ),
  });
}

function officeRow({ name, person, phone, email }: DocumentOffice): TableRow {
  const plain = (text: string | null): TextRun => new TextRun({ text: text ?? '', size: SIZE });
  const children = [
    cell(0, new TextRun({ text: name, bold: true, size: SIZE })),
    cell(1, plain(person)),
    cell(2, plain(phone)),
    cell(3, email === null ? plain(null) : mailLink(email)),
  ];
  return new TableRow({ cantSplit: true, children });
}

function mailLink(email: string): ExternalHyperlink {
  return new ExternalHyperlink({
    link: `mailto:${email}`,
    children: [new TextRun({ text: email, style: 'Hyperlink', size: SIZE })],
  });
}

function cell(column: number, child: ParagraphChild): TableCell {
  return new TableCell({
    width: { size: WIDTHS[column] ?? 0, type: WidthType.DXA },
    margins: { top: 60, bottom: 60, left: 0, right: 120 },
    children: [new Paragraph({ spacing: { after: 0, line: 240 }, children: [child] })],
  });
}
