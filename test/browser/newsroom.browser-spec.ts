import { statSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { BulletinReleaseClock } from '../../apps/api/src/bulletins/bulletin-release-clock.service';
import type { SignedIn } from '../support/app';
import { attachPictures } from '../support/attached-pictures';
import { accessibilityFindings, sidewaysScroll, smallTargets } from '../support/browser/axe';
import { startBrowserTest, type BrowserTest } from '../support/browser/browser';
import { bulletinDesk } from '../support/bulletin-desk';
import { writtenDraft } from '../support/bulletin-stories';
import { buildWorld, type World } from '../support/world';

const kB = 1_000;
const widths = [1280, 390, 320];
const schemes = ['light', 'dark'] as const;

describe('the newsroom', () => {
  let browser: BrowserTest;
  let world: World;
  let desk: ReturnType<typeof bulletinDesk>;
  let joint: string;
  let addresses: string[];

  beforeAll(async () => {
    browser = await startBrowserTest();
    await browser.reset();
    world = await buildWorld(browser.test);
    desk = bulletinDesk(browser.test);
    const withdrawn = await released(await writtenDraft(desk, edremit(), 'Açık hava sineması başlıyor'));
    await desk.withdraw(withdrawn, 'Tarih kesinleşmeden yayımlandı.', edremit());
    const corrected = await released(await writtenDraft(desk, edremit(), 'İskele’de su kesintisi'));
    const { bulletin } = await desk.correct(corrected, 'Kesinti 08.00’de değil 09.00’da başlayacaktır.', edremit());
    const correction = await released(bulletin?.id ?? '');
    joint = await released(await jointDraft(), [edremit(), ayvalik()]);
    addresses = await Promise.all([joint, corrected, correction, withdrawn].map(addressOf));
  }, 300_000);
  afterAll(() => browser.close());

  const edremit = () => world.directors.edremit;
  const ayvalik = () => world.directors.ayvalik;
  const addressOf = async (id: string) => (await desk.get(id, edremit()))?.publicPath ?? '';

  async function jointDraft(): Promise<string> {
    const id = await writtenDraft(desk, edremit(), 'Körfez’in zeytin hasadı aynı sofrada kutlandı');
    await attachPictures(browser.test, desk, id, edremit(), 3);
    await desk.invite(id, [world.officeIds.ayvalik], edremit());
    await desk.share(id, edremit());
    await desk.accept(id, ayvalik());
    return id;
  }

  async function released(id: string, signers: readonly SignedIn[] = [edremit()]): Promise<string> {
    const { test } = browser;
    await desk.submit(id, edremit());
    for (const signer of signers) await desk.sign(id, signer);
    const { errors } = await desk.approve(id, edremit());
    if (errors.length > 0) throw new Error(JSON.stringify(errors));
    await test.app.get(BulletinReleaseClock).releaseDue(test.system());
    await test.runJobs();
    test.clock.advance({ minutes: 7 });
    return id;
  }

  const paths = () => [
    '/basin',
    '/basin/birim/edremit',
    '/basin/birim/havran',
    '/basin/arama',
    '/basin/arama?q=zeytin',
    '/basin/arama?q=kutup',
    '/basin/iletisim',
    '/basin/erisilebilirlik',
    '/basin/abonelik',
    '/basin/yok',
    ...addresses,
  ];

  async function faultsOf(page: Page): Promise<string[]> {
    const sideways = await sidewaysScroll(page);
    return [
      ...(await accessibilityFindings(page)),
      ...(await smallTargets(page)).map((target) => `small: ${target}`),
      ...(sideways > 0 ? [`sideways: ${sideways}`] : []),
    ];
  }

  it.each(widths.flatMap((width) => schemes.map((scheme) => ({ width, scheme }))))(
    'has no accessibility finding, small target or sideways scroll on any page ($width, $scheme)',
    async ({ width, scheme }) => {
      const page = await browser.open(null, '/basin', { viewport: { width, height: 900 }, colorScheme: scheme });
      const faults: string[] = [];
      for (const path of paths()) {
        await page.goto(path);
        faults.push(...(await faultsOf(page)).map((fault) => `${path} ${fault}`));
      }

      expect(faults).toEqual([]);
    },
    240_000,
  );

  it('runs no script and asks nobody else for anything', async () => {
    const page = await browser.open(null, '/basin/iletisim');
    const asked: string[] = [];
    page.on('request', (request) => asked.push(`${request.resourceType()} ${new URL(request.url()).host}`));
    const scripts: number[] = [];
    for (const path of paths()) {
      await page.goto(path, { waitUntil: 'load' });
      scripts.push(await page.locator('script:not([type="application/ld+json"])').count());
    }

    const { host } = new URL(page.url());
    expect(scripts).toEqual(paths().map(() => 0));
    expect(asked.filter((request) => request.startsWith('script '))).toEqual([]);
    expect([...new Set(asked.map((request) => request.split(' ').at(-1)))]).toEqual([host]);
  });

  it('weighs at most 45 kB of text and style, and 32 kB of fonts before the first words stand', async () => {
    for (const path of ['/basin', ...addresses]) {
      const weights = await weightsOf(path);

      expect(weights.document + weights.stylesheet).toBeLessThanOrEqual(45 * kB);
      expect(weights.font).toBeGreaterThan(20 * kB);
      expect(weights.font).toBeLessThanOrEqual(32 * kB);
    }
  });

  /** Uncompressed bytes by kind; of fonts those that text waits for. */
  async function weightsOf(path: string) {
    const page = await browser.open(null, 'about:blank');
    const weights = { document: 0, stylesheet: 0, font: 0, image: 0 };
    page.on('response', (response) => {
      const kind = response.request().resourceType() as keyof typeof weights;
      if (/source-serif/.test(response.url())) return;
      void response.body().then(
        (body) => (weights[kind] += body.length),
        () => undefined,
      );
    });
    await page.goto(path, { waitUntil: 'networkidle' });
    await page.close();
    return weights;
  }

  it('lets a journalist find a bulletin, copy its text and take its pictures in three steps', async () => {
    const page = await browser.open(null, '/basin');

    await page.getByRole('link', { name: 'Körfez’in zeytin hasadı aynı sofrada kutlandı' }).click();
    const copied = await copyOf(page, '.text');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: /^Fotoğraflar \(ZIP, 3 fotoğraf/ }).click(),
    ]);

    expect(copied).toBe('EDREMİT (BALIKESİR) - 23 Nisan 2026\n\nBelediye 3 kilometrelik yolu bugün açıyor.');
    expect(download.suggestedFilename()).toMatch(/^2026-EDR-\d+-korfezin-zeytin-hasadi.*\.zip$/);
    expect(statSync(await download.path()).size).toBeGreaterThan(100 * kB);
  });

  async function copyOf(page: Page, selector: string): Promise<string> {
    return page.evaluate(async (wanted) => {
      const text = document.querySelector(wanted);
      if (text) getSelection()?.selectAllChildren(text);
      document.execCommand('copy');
      return navigator.clipboard.readText();
    }, selector);
  }

  it('tells in the list which offices speak, how many pictures there are and what was corrected', async () => {
    const page = await browser.open(null, '/basin');

    const rows = page.getByRole('article');
    const newest = rows.filter({ hasText: 'zeytin hasadı' });
    expect(await newest.locator('abbr').allInnerTexts()).toEqual(['EDR', 'AYV']);
    expect(await newest.innerText()).toContain('3 fotoğraf');
    const flags = await page.locator('.flag').allInnerTexts();
    expect(flags).toHaveLength(1);
    expect(flags[0]).toMatch(/^DÜZELTİLDİ 23 Nisan 2026 Perşembe \d\d\.\d\d$/);
    expect(await rows.filter({ hasText: 'Geri çekilen bülten' }).count()).toBe(1);
  });
});
