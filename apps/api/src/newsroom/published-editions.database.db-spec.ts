import { BulletinKind, BulletinState } from '@domain/bulletins/bulletin';
import type { PublishedEdition } from '@domain/bulletins/edition';
import { anonymous } from '@domain/identity/actor';
import { slug } from '@turkish/slug';
import { buildPublishedEdition, EDITION_OFFICES } from '../../../../test/factories/edition.factory';
import { buildUser } from '../../../../test/factories/identity.factory';
import { buildNewsroom, NEWSROOM_OFFICES } from '../../../../test/factories/newsroom.factory';
import { testDatabase, type TestDatabase } from '../../../../test/support/database';
import { MemoryPublishedEditions } from '../../../../test/support/published-editions.memory';
import { RequestContext } from '../core/context';
import type { EditionFilter, PublishedEditions, PublishedSummary } from './published-editions';
import { DatabasePublishedEditions } from './published-editions.database';

const editions = new DatabasePublishedEditions();

/** Filters that a visitor can put together, and one that finds nothing. */
const FILTERS: readonly (readonly [string, EditionFilter])[] = [
  ['everything', {}],
  ['an office', { officeCode: 'edremit' }],
  ['a tag', { tagSlug: 'ulasim' }],
  ['a year', { year: 2025 }],
  ['a search', { query: 'su kesinti' }],
  ['a search without Turkish letters', { query: 'AYVALIK yazlik' }],
  ['a search in an office and a year', { query: 'yol', officeCode: 'havran', year: 2026 }],
  ['a search for a withdrawn text', { query: 'ayçiçeği' }],
  ['a search for a number', { query: '2026/EDR-014' }],
  ['an office that never wrote', { officeCode: 'bigadic' }],
];

describe('DatabasePublishedEditions', () => {
  let database: TestDatabase;
  let ctx: RequestContext;
  let userId: string;
  const correction = buildPublishedEdition({
    firstPublishedAt: '2026-11-24T08:02:00.000Z',
    edition: {
      bulletinId: '01995c00-0000-7000-8000-000000000c01',
      kind: BulletinKind.CORRECTION,
      number: '2026/BUR-010',
      slug: 'su-kesintisi-saatleri-duzeltme',
      offices: EDITION_OFFICES.slice(4, 5),
      corrects: {
        bulletinId: buildNewsroom()[1]?.edition.bulletinId ?? '',
        number: '2026/BUR-100',
        slug: 'burhaniye-iskelede-su-kesintisi-sebeke-baglantisi-yenileniyor',
        note: 'Kesinti 08.00 ile 14.00 arasında değil, 09.00 ile 15.00 arasında yapılacaktır.',
      },
    },
  });
  const published = [...buildNewsroom(), correction];
  const expected = new MemoryPublishedEditions(published, NEWSROOM_OFFICES);

  beforeAll(async () => {
    database = await testDatabase();
    const db = database.dataSource.manager;
    ctx = new RequestContext(anonymous, new Date('2026-11-25T06:00:00Z'), db, 'test');
    userId = (await buildUser(db)).id;
    for (const one of published.toSorted((a, b) => a.firstPublishedAt.localeCompare(b.firstPublishedAt))) {
      await insert(one, one.withdrawn === null ? BulletinState.RELEASED : BulletinState.WITHDRAWN);
    }
    await insert(secret(1, '2026/AYV-900'), BulletinState.SCHEDULED);
    await insert(secret(2, '2026/AYV-901'), BulletinState.IN_SIGNOFF);
    await insert(secret(3, '2026/AYV-902'), BulletinState.DISCARDED);
  });
  afterAll(() => database.close());

  /** What nobody may know of yet: newer than all, with words, tag and office of its own. */
  function secret(index: number, number: string): PublishedEdition {
    return buildPublishedEdition({
      firstPublishedAt: '2026-11-25T06:00:00.000Z',
      edition: {
        bulletinId: `01995c00-0000-7000-8000-0000000005e${index}`,
        number,
        slug: `gizli-${index}`,
        headline: 'Sarımsaklı’da gizli açılış',
        tags: ['gizli', 'ulaşım'],
        offices: EDITION_OFFICES.slice(0, 1),
      },
    });
  }

  async function insert({ edition, ...dates }: PublishedEdition, state: BulletinState): Promise<void> {
    const isReleased = state === BulletinState.RELEASED || state === BulletinState.WITHDRAWN;
    const releasedAt = isReleased ? dates.firstPublishedAt : null;
    const { manager } = database.dataSource;
    await manager.query(
      `insert into bulletins (id, kind, state, lead_office_id, headline, created_by_id, created_at, updated_at, number,
         slug, release_approved_at, released_at, public_updated_at, withdrawn_at, withdrawal_reason, corrects_id,
         correction_note, version)
       select $1, $2, $3, o.id, $4, $5, $6, $6, $7, $8, $6, $9::timestamptz, $10, $11, $12, $13, $14, 1
       from offices o where o.code = $15`,
      [
        edition.bulletinId, edition.kind, state, edition.headline, userId, dates.firstPublishedAt, edition.number,
        edition.slug, releasedAt, isReleased ? dates.updatedAt : null, dates.withdrawn?.at ?? null,
        dates.withdrawn?.reason ?? null, edition.corrects?.bulletinId ?? null, edition.corrects?.note ?? null,
        edition.offices[0]?.code,
      ], // prettier-ignore
    );
    await manager.query(
      `insert into editions (id, bulletin_id, sequence, content, hash, approved_at, approved_by_id, released_at, year,
         slug, office_codes, tag_slugs, search)
       values ($1, $1, 1, $2, $3, $4, $5, $6, $7, $8, $9, $10, to_tsvector('simple', tr_search_text($11)))`,
      [
        edition.bulletinId, JSON.stringify(edition), edition.hash, dates.firstPublishedAt, userId, releasedAt,
        Number(edition.number.slice(0, 4)), edition.slug, edition.offices.map((office) => office.code),
        edition.tags.map((tag) => slug(tag)),
        [edition.number, edition.headline, edition.spot, ...edition.tags].join(' '),
      ], // prettier-ignore
    );
  }

  async function walk(source: PublishedEditions, filter: EditionFilter): Promise<PublishedSummary[]> {
    const items: PublishedSummary[] = [];
    let before: string | undefined;
    do {
      const page = await source.list(ctx, { ...filter, before, first: 4 });
      items.push(...page.items);
      before = page.next ?? undefined;
    } while (before !== undefined);
    return items;
  }

  describe.each(FILTERS)('for %s', (_, filter) => {
    it('pages through what is published, each once, and nothing else', async () => {
      expect(await walk(editions, filter)).toEqual(await walk(expected, filter));
    });

    it('gives the whole texts', async () => {
      expect(await editions.latest(ctx, filter, 5)).toEqual(await expected.latest(ctx, filter, 5));
    });
  });

  it.each([{}, { officeCode: 'gomec' }, { tagSlug: 'su' }, { officeCode: 'bigadic' }])(
    'knows the years of %j',
    async (filter) => {
      expect(await editions.years(ctx, filter)).toEqual(await expected.years(ctx, filter));
    },
  );

  it('finds every bulletin by its address, with correction and withdrawal, and its neighbours', async () => {
    for (const one of published) {
      const { number, slug: address, bulletinId } = one.edition;
      expect(await editions.bySlug(ctx, Number(number.slice(0, 4)), address)).toEqual(one);
      expect(await editions.neighbours(ctx, bulletinId)).toEqual(await expected.neighbours(ctx, bulletinId));
    }
  });

  it('knows nothing of a bulletin that is not out, by any question', async () => {
    expect(await editions.bySlug(ctx, 2026, 'gizli-1')).toBeNull();
    expect(await editions.tag(ctx, 'gizli')).toBeNull();
    expect(await walk(editions, { tagSlug: 'gizli' })).toEqual([]);
    expect(await walk(editions, { query: 'Sarımsaklı' })).toEqual([]);
    expect(await editions.latest(ctx, { query: 'gizli' }, 30)).toEqual([]);
    expect(await editions.years(ctx, { tagSlug: 'gizli' })).toEqual([]);
    expect(await editions.neighbours(ctx, '01995c00-0000-7000-8000-0000000005e1')).toEqual({
      older: null,
      newer: null,
    });
  });

  it('names a tag as it was written, unless only a withdrawn text carries it', async () => {
    expect(await editions.tag(ctx, 'ulasim')).toEqual({ slug: 'ulasim', name: 'ulaşım' });
    expect(await editions.tag(ctx, 'aycicegi')).toBeNull();
  });

  it('counts and slices the addresses, oldest first and without withdrawn ones', async () => {
    expect(await editions.countAddresses(ctx)).toBe(published.length - 1);
    expect(await editions.addresses(ctx, 0, 5)).toEqual(await expected.addresses(ctx, 0, 5));
    expect(await editions.addresses(ctx, 5, 50)).toEqual(await expected.addresses(ctx, 5, 50));
  });

  it('introduces the active offices in their order', async () => {
    const offices = await editions.offices(ctx);

    expect(offices.map(({ code }) => code)).toEqual([
      'balikesir-bb',
      'ayvalik',
      'burhaniye',
      'edremit',
      'gomec',
      'havran',
    ]);
    expect(offices[0]).toMatchObject({
      name: 'Balıkesir Büyükşehir Belediyesi',
      pressUnit: 'Basın Yayın ve Halkla İlişkiler Dairesi Başkanlığı',
    });
  });

  it.each(['', 'x', 'eyJhIjoxfQ', Buffer.from('["2026-11-24","or 1=1"]').toString('base64url')])(
    'begins at the first page for the cursor "%s" that is not one of ours',
    async (before) => {
      expect(await editions.list(ctx, { before, first: 2 })).toEqual(await editions.list(ctx, { first: 2 }));
    },
  );

  it('finds nothing by a search without a word', async () => {
    expect(await editions.list(ctx, { query: '&|!', first: 2 })).toEqual({ items: [], next: null });
  });
});
