import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import Ajv from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import { buildPublishedEdition } from '../../../../../test/factories/edition.factory';
import { ninjsItem, ninjsList } from './ninjs';

const BASE = 'https://basin.balikesir.example';
const schemaPath = resolve(__dirname, '../../../../../../shared/data/ninjs/ninjs-schema_2.2.json');

const ajv = new Ajv({ strict: false, allErrors: true });
addFormats.default(ajv);
ajv.addSchema({ $id: 'https://geojson.org/schema/GeoJSON.json', type: 'object' });
const validate = ajv.compile(JSON.parse(readFileSync(schemaPath, 'utf8')));

/** As a receiver reads it: through JSON, so that members without a value are gone. */
function received(item: object): Record<string, unknown> {
  return JSON.parse(JSON.stringify(item));
}

const plain = buildPublishedEdition();
const corrected = buildPublishedEdition({
  updatedAt: '2026-11-25T06:00:00.000Z',
  correctedBy: {
    number: '2026/EDR-015',
    slug: 'duzeltme',
    note: '46 değil, 64 kilometre.',
    at: '2026-11-25T06:00:00.000Z',
  },
});
const correction = buildPublishedEdition({
  edition: {
    corrects: { bulletinId: plain.edition.bulletinId, number: '2026/EDR-014', slug: 'ilk', note: 'Sayı düzeltildi.' },
  },
});
const withdrawn = buildPublishedEdition({
  updatedAt: '2026-11-26T06:00:00.000Z',
  withdrawn: { at: '2026-11-26T06:00:00.000Z', reason: 'Tarih kesinleşmedi.' },
});

describe('ninjs', () => {
  it.each([
    ['a plain bulletin', plain],
    ['a corrected one', corrected],
    ['a correction', correction],
    ['a withdrawn one', withdrawn],
    ['one without files, tags and contacts', buildPublishedEdition({ edition: { files: [], tags: [] } })],
  ])('is valid against IPTC ninjs 2.2 for %s', (_, published) => {
    validate(received(ninjsItem(BASE, published)));

    expect(validate.errors).toBeNull();
  });

  it('is refused by the schema when a member is foreign, so that the check above can fail', () => {
    expect(validate({ ...received(ninjsItem(BASE, plain)), officeId: 'x' })).toBe(false);
  });

  it('tells who says what, when and under which number', () => {
    const item = received(ninjsItem(BASE, plain));

    expect(item).toMatchObject({
      uri: `${BASE}/basin/2026/korfezin-alti-belediyesi-zeytin-hasadinda-ayni-sofrada-bulustu`,
      type: 'text',
      language: 'tr',
      pubstatus: 'usable',
      firstcreated: '2026-11-24T06:00:00.000Z',
      versioncreated: '2026-11-24T06:00:00.000Z',
      located: 'EDREMİT (BALIKESİR)',
      genres: [{ name: 'Ortak basın bülteni', literal: 'BULLETIN' }],
      altids: [
        { role: 'number', value: '2026/EDR-014' },
        { role: 'urn', value: 'urn:uuid:01995c00-0000-7000-8000-0000000000b1' },
      ],
    });
    expect(item['ednote']).toBeUndefined();
    expect(item['subjects']).toContainEqual({ name: 'tarım', rel: 'about', uri: `${BASE}/basin/etiket/tarim` });
    expect(item['people']).toContainEqual({ name: 'Rüştü İğdeli', rel: 'quoted', literal: 'Ayvalık Belediye Başkanı' });
  });

  it('counts the characters and words of the plain body', () => {
    const [, body] = received(ninjsItem(BASE, plain))['bodies'] as {
      value: string;
      charcount: number;
      wordcount: number;
    }[];

    expect(body?.value).toContain('- Ücretsiz tartım: 1.284 ton');
    expect(body?.charcount).toBe(Array.from(body?.value ?? '').length);
    expect(body?.wordcount).toBe(body?.value.split(/\s+/).length);
  });

  it('names the correction in the note to editors', () => {
    expect(received(ninjsItem(BASE, corrected))['ednote']).toBe('Düzeltme (2026/EDR-015): 46 değil, 64 kilometre.');
    expect(received(ninjsItem(BASE, correction))['ednote']).toBe('Düzeltme (2026/EDR-014): Sayı düzeltildi.');
  });

  it('cancels a withdrawn text and carries no word of it', () => {
    const item = received(ninjsItem(BASE, withdrawn));

    expect([item['pubstatus'], item['ednote']]).toEqual([
      'canceled',
      'Bu bülten geri çekildi. Neden: Tarih kesinleşmedi.',
    ]);
    for (const member of ['title', 'headlines', 'descriptions', 'bodies', 'people', 'subjects', 'associations']) {
      expect(item).not.toHaveProperty(member);
    }
  });

  it('lists bulletins as one valid composite item', () => {
    const list = received(ninjsList(BASE, { kind: 'all' }, 'Basın Odası', [plain, withdrawn]));
    validate(list);

    expect(validate.errors).toBeNull();
    expect(list['type']).toBe('composite');
    expect(
      (list['associations'] as { name: string; pubstatus: string }[]).map((one) => [one.name, one.pubstatus]),
    ).toEqual([
      ['2026/EDR-014', 'usable'],
      ['2026/EDR-014', 'canceled'],
    ]);
  });
});
