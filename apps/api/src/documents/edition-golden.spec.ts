import { buildEditionLinks } from '../../../../test/factories/edition-links.factory';
import { buildPublishedEdition, EDITION_OFFICES } from '../../../../test/factories/edition.factory';
import { expectGolden } from '../../../../test/support/golden';
import { mailHtml, mailText } from './edition-mail';
import { plainText, whatsappText } from './edition-text';

const links = buildEditionLinks();
const at = '2026-11-25T07:15:00.000Z';

const EDITIONS = {
  joint: buildPublishedEdition(),
  single: buildPublishedEdition({ edition: { offices: EDITION_OFFICES.slice(0, 1), files: [] } }),
  corrected: buildPublishedEdition({
    updatedAt: at,
    correctedBy: {
      number: '2026/EDR-015',
      slug: 'duzeltme',
      note: 'Ücretsiz tartılan ürün 1.284 ton değil, 1.248 ton olmalıydı.',
      at,
    },
    edition: { offices: EDITION_OFFICES.slice(0, 2) },
  }),
  correction: buildPublishedEdition({
    edition: {
      number: '2026/EDR-015',
      corrects: {
        bulletinId: 'b',
        number: '2026/EDR-014',
        slug: 'x',
        note: 'Ücretsiz tartılan ürün 1.284 ton değil, 1.248 ton olmalıydı.',
      },
    },
  }),
  withdrawn: buildPublishedEdition({
    updatedAt: at,
    withdrawn: { at, reason: 'Rakamlar ilgili müdürlükçe doğrulanmadı.' },
  }),
};

const FORMATS = { 'plain-text': plainText, 'mail-text': mailText, 'mail-html': mailHtml, whatsapp: whatsappText };

describe.each(Object.entries(EDITIONS))('a %s edition', (state, published) => {
  it.each(Object.entries(FORMATS))('reads as reviewed in %s', (format, write) => {
    // One element per line, so that a change shows as a change of that line.
    const text =
      format === 'mail-html' ? write(published, links).replaceAll(/(?<=>)(?=<)/g, '\n') : write(published, links);

    expectGolden(`documents/${state}-${format}.txt`, `${text}\n`);
  });
});
