import { BorderStyle, type IPropertiesOptions } from 'docx';

/** Sizes in docx are half points, spaces and borders in twips (1/20 point) and eighths of a point. */
export const INK_ACCENT = '0B4F5C';
const QUIET = '51585F';
const ALARM = 'A3171F';

export const A4_TWIPS = { width: 11_906, height: 16_838 } as const;
export const MARGIN_TWIPS = { top: 1_190, bottom: 1_190, left: 1_417, right: 1_417 } as const;

function bar(color: string): {
  readonly left: { style: typeof BorderStyle.SINGLE; size: number; space: number; color: string };
} {
  return { left: { style: BorderStyle.SINGLE, size: 18, space: 10, color } };
}

/** Styles with names, so that a newsroom changes the looks of a kind of text at one place. Arial is on every office computer. */
export const DOCX_STYLES: NonNullable<IPropertiesOptions['styles']> = {
  default: {
    document: {
      run: { font: 'Arial', size: 22, language: { value: 'tr-TR', eastAsia: 'tr-TR', bidirectional: 'tr-TR' } },
      paragraph: { spacing: { after: 140, line: 288 } },
    },
    title: {
      run: { font: 'Arial', size: 40, bold: true },
      paragraph: { spacing: { before: 240, after: 160, line: 252 }, keepNext: true },
    },
    heading1: {
      run: { font: 'Arial', size: 25, bold: true, color: INK_ACCENT },
      paragraph: { spacing: { before: 320, after: 120 }, keepNext: true },
    },
    heading2: {
      run: { font: 'Arial', size: 22, bold: true, color: INK_ACCENT },
      paragraph: { spacing: { before: 240, after: 100 }, keepNext: true },
    },
    hyperlink: { run: { color: INK_ACCENT, underline: {} } },
    listParagraph: { paragraph: { spacing: { after: 80 } } },
  },
  paragraphStyles: [
    {
      id: 'Letterhead',
      name: 'Antet',
      basedOn: 'Normal',
      run: { size: 18, color: QUIET },
      paragraph: { spacing: { after: 20, line: 252 } },
    },
    {
      id: 'LeadOffice',
      name: 'Kurum adı',
      basedOn: 'Normal',
      run: { size: 28, bold: true, color: INK_ACCENT },
      paragraph: { spacing: { after: 20 } },
    },
    { id: 'Partners', name: 'Ortak kurumlar', basedOn: 'Normal', paragraph: { spacing: { before: 120, after: 60 } } },
    {
      id: 'Number',
      name: 'Sayı ve tarih',
      basedOn: 'Normal',
      run: { size: 18 },
      paragraph: {
        spacing: { before: 120, after: 240 },
        border: { bottom: { style: BorderStyle.SINGLE, size: 10, space: 6, color: INK_ACCENT } },
      },
    },
    {
      id: 'Spot',
      name: 'Spot',
      basedOn: 'Normal',
      run: { size: 25, color: QUIET },
      paragraph: { spacing: { after: 200 } },
    },
    {
      id: 'Dateline',
      name: 'Mahreç',
      basedOn: 'Normal',
      run: { size: 18, bold: true },
      paragraph: { spacing: { after: 80 }, keepNext: true },
    },
    {
      id: 'Quote',
      name: 'Quote',
      basedOn: 'Normal',
      paragraph: { indent: { left: 360 }, border: bar(INK_ACCENT), spacing: { after: 0 }, keepNext: true },
    },
    {
      id: 'Attribution',
      name: 'Alıntı sahibi',
      basedOn: 'Normal',
      run: { size: 18, bold: true, color: QUIET },
      paragraph: { indent: { left: 360 }, border: bar(INK_ACCENT), spacing: { after: 200 } },
    },
    {
      id: 'Notice',
      name: 'Düzeltme notu',
      basedOn: 'Normal',
      paragraph: { indent: { left: 240 }, border: bar(INK_ACCENT), spacing: { after: 0 } },
    },
    {
      id: 'Alarm',
      name: 'Geri çekme notu',
      basedOn: 'Normal',
      run: { color: ALARM },
      paragraph: { indent: { left: 240 }, border: bar(ALARM), spacing: { after: 0 } },
    },
  ],
};
