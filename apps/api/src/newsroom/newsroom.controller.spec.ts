import { Controller, Get } from '@nestjs/common';
import type { NestExpressApplication } from '@nestjs/platform-express';
import request from 'supertest';
import { buildPublishedEdition } from '../../../../test/factories/edition.factory';
import { buildNewsroom, NEWSROOM_OFFICES } from '../../../../test/factories/newsroom.factory';
import { find, readHtml } from '../../../../test/support/html';
import { createNewsroomApp, NEWSROOM_ORIGIN } from '../../../../test/support/newsroom-app';
import { MemoryPublishedEditions } from '../../../../test/support/published-editions.memory';
import type { PublishedAddress } from './published-editions';
import { FONTS } from './newsroom.fonts';
import { STYLESHEET } from './newsroom.stylesheet';

const LEAD = '/basin/2026/korfezin-alti-belediyesi-zeytin-hasadinda-ayni-sofrada-bulustu';
const WITHDRAWN = '/basin/2026/gomecte-aycicegi-ureticisine-ucretsiz-toprak-cozumlemesi';

/** More bulletins than one sitemap holds. */
class ManyAddresses extends MemoryPublishedEditions {
  override async countAddresses(): Promise<number> {
    return 45_001;
  }

  override async addresses(_: unknown, offset: number, first: number): Promise<readonly PublishedAddress[]> {
    return [{ number: '2026/EDR-001', slug: `dilim-${offset}-${first}`, updatedAt: '2026-11-24T06:00:00.000Z' }];
  }
}

/** What other modules serve under the same path. */
@Controller('basin')
class OtherRoutes {
  @Get('abonelik/:key')
  subscription(): string {
    return 'abonelik';
  }

  @Get(':year/:slug.pdf')
  pdf(): string {
    return 'pdf';
  }
}

/** A database that is not there. */
class Broken extends MemoryPublishedEditions {
  override async offices(): Promise<never> {
    throw new Error('connection to 10.0.0.7 refused');
  }
}

describe('newsroom over HTTP', () => {
  let app: NestExpressApplication;
  const get = (path: string) => request(app.getHttpServer()).get(path);

  beforeAll(async () => {
    app = await createNewsroomApp(new MemoryPublishedEditions(buildNewsroom(), NEWSROOM_OFFICES));
  });
  afterAll(() => app.close());

  it.each([
    ['/basin', 'text/html; charset=utf-8'],
    ['/basin/', 'text/html; charset=utf-8'],
    ['/basin?yil=2025', 'text/html; charset=utf-8'],
    ['/basin/birim/balikesir-bb', 'text/html; charset=utf-8'],
    ['/basin/etiket/ulasim', 'text/html; charset=utf-8'],
    ['/basin/arama', 'text/html; charset=utf-8'],
    ['/basin/arama?q=AYVALIK', 'text/html; charset=utf-8'],
    ['/basin/iletisim', 'text/html; charset=utf-8'],
    ['/basin/erisilebilirlik', 'text/html; charset=utf-8'],
    [LEAD, 'text/html; charset=utf-8'],
    [WITHDRAWN, 'text/html; charset=utf-8'],
    [`${LEAD}.ninjs.json`, 'application/json; charset=utf-8'],
    ['/basin/akis.atom', 'application/atom+xml; charset=utf-8'],
    ['/basin/akis.rss', 'application/rss+xml; charset=utf-8'],
    ['/basin/akis.json', 'application/feed+json; charset=utf-8'],
    ['/basin/akis.ninjs.json', 'application/json; charset=utf-8'],
    ['/basin/birim/havran/akis.atom', 'application/atom+xml; charset=utf-8'],
    ['/basin/birim/havran/akis.rss', 'application/rss+xml; charset=utf-8'],
    ['/basin/birim/havran/akis.json', 'application/feed+json; charset=utf-8'],
    ['/basin/birim/havran/akis.ninjs.json', 'application/json; charset=utf-8'],
    ['/basin/etiket/ulasim/akis.atom', 'application/atom+xml; charset=utf-8'],
    ['/basin/etiket/ulasim/akis.ninjs.json', 'application/json; charset=utf-8'],
    ['/sitemap.xml', 'application/xml; charset=utf-8'],
    ['/sitemap-1.xml', 'application/xml; charset=utf-8'],
    ['/robots.txt', 'text/plain; charset=utf-8'],
    ['/basin/simge.svg', 'image/svg+xml; charset=utf-8'],
    [STYLESHEET.path, 'text/css; charset=utf-8'],
  ])('answers %s as %s with the headers of the newsroom', async (path, type) => {
    const { status, headers } = await get(path);

    expect([status, headers['content-type']]).toEqual([200, type]);
    expect(headers['content-security-policy']).toBe(
      "default-src 'none'; img-src 'self'; style-src 'self'; font-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    );
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['cache-control']).toMatch(/^public, max-age=\d+/);
    expect(headers['etag']).toMatch(/^W\/"/);
    expect(headers).not.toHaveProperty('set-cookie');
  });

  it.each([
    '/basin/yok',
    '/basin/2026/hic-yayimlanmadi',
    '/basin/2025/korfezin-alti-belediyesi-zeytin-hasadinda-ayni-sofrada-bulustu',
    '/basin/26/korfezin',
    '/basin/2026/<script>',
    '/basin/2026/%00',
    '/basin/2026/korfezin.pdf',
    '/basin/2026/hic-yayimlanmadi.ninjs.json',
    '/basin/birim/bigadic',
    '/basin/birim/bigadic/akis.atom',
    '/basin/etiket/yok',
    '/basin/etiket/%C5%9F/akis.rss',
    '/basin/akis.exe',
    '/basin/a/b/c/d',
  ])('answers %s with the one page for what is not there, kept by nobody', async (path) => {
    const { status, headers, text } = await get(path);

    expect([status, headers['content-type'], headers['cache-control']]).toEqual([
      404,
      'text/html; charset=utf-8',
      'no-store',
    ]);
    expect(find(readHtml(text), 'h1')[0]?.text).toBe('Sayfa bulunamadı');
    expect(text).toBe((await get('/basin/yok')).text);
  });

  it('lets the routes of other modules under /basin answer, wherever they are registered', async () => {
    const other = await createNewsroomApp(new MemoryPublishedEditions(buildNewsroom(), NEWSROOM_OFFICES), [
      OtherRoutes,
    ]);
    const from = (path: string) => request(other.getHttpServer()).get(path);

    expect((await from('/basin/abonelik/anahtar')).text).toBe('abonelik');
    expect((await from(`${LEAD}.pdf`)).text).toBe('pdf');
    expect((await from(LEAD)).text).toContain('<!doctype html>');
    await other.close();
  });

  it('leaves addresses outside the newsroom to the rest of the application', async () => {
    const { status, body } = await get('/yok');

    expect([status, body.errors[0].code]).toEqual([404, 'NOT_FOUND']);
    expect((await get('/basinda')).body.errors[0].code).toBe('NOT_FOUND');
    expect((await get('/sitemap-2.xml')).body.errors[0].code).toBe('NOT_FOUND');
  });

  it.each(['/basin', LEAD, '/basin/akis.atom', '/basin/akis.rss', `${LEAD}.ninjs.json`])(
    'answers 304 without a body when %s has not changed, and the new text when it has',
    async (path) => {
      const { headers } = await get(path);
      const etag = headers['etag'] ?? '';
      const date = headers['last-modified'] ?? '';

      const same = await get(path).set('If-None-Match', etag);
      expect([same.status, same.text, same.headers['etag']]).toEqual([304, '', etag]);
      expect((await get(path).set('If-Modified-Since', date)).status).toBe(304);
      expect((await get(path).set('If-None-Match', 'W/"eski"')).status).toBe(200);
      expect((await get(path).set('If-Modified-Since', 'Mon, 23 Nov 2026 00:00:00 GMT')).status).toBe(200);
    },
  );

  it('changes the ETag and the date of a page when its text is corrected', async () => {
    const correctedBy = { number: '2026/EDR-015', slug: 'd', note: 'Sayı.', at: '2026-11-25T06:00:00.000Z' };
    const corrected = buildPublishedEdition({ updatedAt: correctedBy.at, correctedBy });
    const other = await createNewsroomApp(new MemoryPublishedEditions([corrected], NEWSROOM_OFFICES));
    const before = await get(LEAD);

    const after = await request(other.getHttpServer())
      .get(LEAD)
      .set('If-None-Match', before.headers['etag'] ?? '');

    expect([before.headers['last-modified'], after.headers['last-modified']]).toEqual([
      'Tue, 24 Nov 2026 06:00:00 GMT',
      'Wed, 25 Nov 2026 06:00:00 GMT',
    ]);
    expect([after.status, after.headers['etag'] === before.headers['etag']]).toEqual([200, false]);
    await other.close();
  });

  it('lets the stylesheet be kept for ever under its own name and briefly under an older one', async () => {
    const current = await get(STYLESHEET.path);
    const older = await get('/basin/stil-000000000000.css');

    expect(current.headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect(older.headers['cache-control']).toBe('public, max-age=30, stale-while-revalidate=60');
    expect(older.text).toBe(current.text);
    expect((await get('/basin')).text).toContain(`href="${STYLESHEET.path}"`);
  });

  it('gives the fonts that the stylesheet names, to be kept for ever, and no others', async () => {
    for (const { path, content } of FONTS) {
      const { status, headers, body } = await get(path).responseType('blob');

      expect([status, headers['content-type'], headers['cache-control']]).toEqual([
        200,
        'font/woff2',
        'public, max-age=31536000, immutable',
      ]);
      expect((body as Buffer).equals(content)).toBe(true);
    }
    expect((await get('/basin/yazi-source-sans-3-latin-000000000000.woff2')).status).toBe(404);
  });

  it('answers HEAD like GET without the body', async () => {
    const { status, text, headers } = await request(app.getHttpServer()).head(LEAD);

    expect([status, text]).toEqual([200, undefined]);
    expect(headers['etag']).toBe((await get(LEAD)).headers['etag']);
  });

  it('pages through everything once, newest first', async () => {
    const seen: (string | undefined)[] = [];
    let path: string | undefined = '/basin?yil=2026';
    while (path !== undefined) {
      const elements = readHtml((await get(path)).text);
      seen.push(...find(elements, 'h3').map(({ text }) => text));
      path = find(elements, 'a', { rel: 'next' })[0]?.attributes['href'];
    }

    const wanted = buildNewsroom().filter(({ edition }) => edition.number.startsWith('2026/'));
    expect(seen).toHaveLength(wanted.length);
    expect(seen[0]).toBe(wanted[0]?.edition.headline);
  });

  it.each([
    ['aycicegi', []],
    ['AYVALIK yazlik', ['Ayvalık’ta yazlık sinema günleri kapalı salonda sürüyor']],
    ['su kesinti', ['Burhaniye İskele’de su kesintisi: şebeke bağlantısı yenileniyor']],
  ])('finds by "%s" what was not withdrawn', async (words, headlines) => {
    const { text } = await get(`/basin/arama?yil=2026&q=${encodeURIComponent(words)}`);

    expect([...new Set(find(readHtml(text), 'h3').map((one) => one.text))]).toEqual(headlines);
  });

  it('takes what it cannot read in an address as not given', async () => {
    const plain = (await get('/basin')).text;

    for (const query of ['yil=abc', 'yil=2026&yil=2025', 'once[]=x', 'q=su', '__proto__[a]=b']) {
      expect((await get(`/basin?${query}`)).text).toBe(plain);
    }
    expect((await get(`/basin/arama?q=${'a'.repeat(5_000)}`)).status).toBe(200);
    expect((await get('/basin/arama?q=%27%3B--%20%00%25')).status).toBe(200);
  });

  it('keeps a withdrawn bulletin at its address, in feeds as a notice and out of the sitemap', async () => {
    expect((await get(WITHDRAWN)).text).toContain('Bu bülten geri çekildi');
    expect((await get('/basin/akis.atom')).text).toContain('Geri çekildi: 2026/GOM-097');
    expect((await get(`${WITHDRAWN}.ninjs.json`)).body.pubstatus).toBe('canceled');
    const sitemap = (await get('/sitemap.xml')).text;
    expect(sitemap).toContain(`<loc>${NEWSROOM_ORIGIN}${LEAD}</loc>`);
    expect(sitemap).not.toContain(WITHDRAWN);
  });

  it('splits the sitemap above 45,000 addresses', async () => {
    const large = await createNewsroomApp(new ManyAddresses([], NEWSROOM_OFFICES));
    const from = (path: string) => request(large.getHttpServer()).get(path);

    expect((await from('/sitemap.xml')).text.match(/<loc>[^<]+/g)).toEqual([
      `<loc>${NEWSROOM_ORIGIN}/sitemap-1.xml`,
      `<loc>${NEWSROOM_ORIGIN}/sitemap-2.xml`,
    ]);
    expect((await from('/sitemap-1.xml')).text).toContain('/basin/iletisim</loc>');
    const second = (await from('/sitemap-2.xml')).text;
    expect(second.match(/<loc>[^<]+/g)).toEqual([`<loc>${NEWSROOM_ORIGIN}/basin/2026/dilim-45000-45000`]);
    expect((await from('/sitemap-3.xml')).status).toBe(404);
    await large.close();
  });

  it('tells nothing of a fault inside, also when the page for what is not there needs what is broken', async () => {
    const broken = await createNewsroomApp(new Broken([], NEWSROOM_OFFICES));

    for (const path of ['/basin', '/basin/a/b/c']) {
      const { status, text } = await request(broken.getHttpServer()).get(path);
      expect(status).toBe(500);
      expect(text).not.toContain('10.0.0.7');
    }
    await broken.close();
  });
});
