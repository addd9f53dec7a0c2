import { SectionKind, type Attachment, type Section } from '@domain/bulletins/bulletin';
import { fromPlainText } from '@domain/text/rich-text';

/** A shared lead paragraph unless told otherwise; `text` is the plain text of `content`. */
export function buildSection(overrides: Partial<Section> & { readonly text?: string } = {}): Section {
  const { text = 'Körfez’in altı belediyesi zeytin hasadını ortak çizelgeyle yürütüyor.', ...section } = overrides;
  return {
    id: 'section-lead',
    kind: SectionKind.LEAD,
    officeId: null,
    position: 0,
    content: fromPlainText(text),
    speaker: null,
    consent: null,
    attachments: [],
    ...section,
  };
}

/** A captioned picture with all that release asks for. */
export function buildAttachment(overrides: Partial<Attachment> = {}): Attachment {
  return {
    id: 'attachment-1',
    fileId: 'file-1',
    fileHash: 'a'.repeat(64),
    fileName: 'Işıklı çarşı.jpg',
    mediaType: 'image/jpeg',
    alt: 'Çarşıda ışıklar altında yürüyenler',
    caption: 'Ayvalık çarşısı, 24 Kasım 2026',
    credit: 'Ayvalık Belediyesi / İ. Şahin',
    focusX: 0.5,
    focusY: 0.5,
    ...overrides,
  };
}
