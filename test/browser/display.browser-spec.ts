/** The page under the settings that people make in their system: high contrast, less motion, text spacing; and on paper. */
import type { Page } from 'playwright-core';
import { attachPictures } from '../support/attached-pictures';
import { sidewaysScroll } from '../support/browser/axe';
import { startBrowserTest, type BrowserTest } from '../support/browser/browser';
import { bulletinDesk } from '../support/bulletin-desk';
import { writtenDraft } from '../support/bulletin-stories';
import { buildWorld, type World } from '../support/world';

jest.setTimeout(120_000);

const headline = 'Işıklı yürüyüş yolu açılıyor';

let browser: BrowserTest;
let world: World;
let id: string;

beforeAll(async () => {
  browser = await startBrowserTest();
  await browser.reset();
  world = await buildWorld(browser.test);
  const desk = bulletinDesk(browser.test);
  id = await writtenDraft(desk, edremit(), headline);
  await attachPictures(browser.test, desk, id, edremit(), 1);
  await desk.invite(id, [world.officeIds.ayvalik], edremit());
  await desk.share(id, edremit());
  await desk.accept(id, world.directors.ayvalik);
  await desk.submit(id, edremit());
  await desk.sign(id, edremit());
});
afterAll(() => browser.close());

const edremit = () => world.directors.edremit;

async function openDesk(viewport = { width: 1280, height: 900 }): Promise<Page> {
  const page = await browser.open(edremit(), `/bultenler/${id}`, { viewport });
  await page.getByRole('heading', { name: headline, level: 1 }).waitFor();
  await page.waitForLoadState('networkidle');
  return page;
}

/** What is drawn of the first of these elements. */
const look = (page: Page, selector: string, of: '' | '::before' = '') =>
  page
    .locator(selector)
    .filter({ visible: true })
    .first()
    .evaluate((element, pseudo) => {
      const { backgroundColor, borderTopStyle, outlineStyle, visibility } = getComputedStyle(element, pseudo);
      return { backgroundColor, borderTopStyle, outlineStyle, visibility };
    }, of);

describe('paper', () => {
  const printed = (page: Page) =>
    page.evaluate(() => ({
      words: document.body.innerText,
      controls: [...document.querySelectorAll('nav, button, aside, input, [role=dialog], [role=status]')].filter(
        (element) => element.getBoundingClientRect().width > 1,
      ).length,
    }));

  it('holds the words, the captions, the signatures and nothing of the screen, on one sheet', async () => {
    const page = await openDesk();
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    const { words, controls } = await printed(page);

    expect(controls).toBe(0);
    for (const part of [
      'Edremit Belediyesi · Ayvalık Belediyesi',
      headline,
      'Işıklı yol iki ilçeyi bağlıyor.',
      'Belediye 3 kilometrelik yolu bugün açıyor.',
      'Çağış Mahallesi’nde hasadın ilk günü, 1. kare.',
      'Edremit Belediyesi: Olur verdi, 23 Nisan 2026 Perşembe 09.00',
      'Ayvalık Belediyesi: Bekliyor',
    ]) {
      expect(words).toContain(part);
    }
    expect(await page.evaluate(() => getComputedStyle(document.documentElement).colorScheme)).toBe('light');
    const sheets = (await page.pdf({ preferCSSPageSize: true })).toString('latin1').match(/\/Type\s*\/Page\b/g);
    expect(sheets).toHaveLength(1);
  });

  it('is free of what lies over the page on a phone', async () => {
    const page = await openDesk({ width: 390, height: 844 });
    await page.getByRole('button', { name: 'Geçmiş' }).click();
    await page.getByRole('dialog', { name: 'Geçmiş' }).waitFor();
    await page.emulateMedia({ media: 'print' });
    const { words, controls } = await printed(page);

    expect(controls).toBe(0);
    expect(words).toContain('Belediye 3 kilometrelik yolu bugün açıyor.');
    expect(words).not.toContain('Geçmiş');
  });
});

describe('high contrast', () => {
  it('keeps chosen and unchosen apart and draws what is written in', async () => {
    const page = await openDesk();
    await page.emulateMedia({ forcedColors: 'active' });
    const grounds = [
      await look(page, '[role=tab][aria-selected=true]'),
      await look(page, '[role=tab][aria-selected=false]'),
      await look(page, 'nav [aria-current=page]'),
      await look(page, 'nav a:not([aria-current])'),
    ].map(({ backgroundColor }) => backgroundColor);

    expect(grounds[0]).not.toBe(grounds[1]);
    expect(grounds[2]).not.toBe(grounds[3]);
    expect((await look(page, '[contenteditable=true]')).outlineStyle).toBe('solid');
    expect((await look(page, 'main button')).borderTopStyle).not.toBe('none');
  });

  it('ticks only the boxes that are ticked', async () => {
    const page = await browser.open(edremit(), '/bultenler/yeni');
    await page.getByRole('heading', { name: 'Bülten yaz', level: 1 }).waitFor();
    await page.emulateMedia({ forcedColors: 'active' });
    const box = page.getByText('Ayvalık Belediyesi').last();
    const tick = 'label:has-text("Ayvalık Belediyesi") svg';
    const visibility = () =>
      page
        .locator(tick)
        .first()
        .evaluate((sign) => getComputedStyle(sign).visibility);

    expect(await visibility()).toBe('hidden');
    await box.click();
    expect(await visibility()).toBe('visible');
  });
});

it('moves nothing for people who ask for less motion', async () => {
  const page = await openDesk();
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog').waitFor();
  const moving = await page.evaluate(() =>
    [...document.querySelectorAll('*')].flatMap((element) => {
      const { transitionDuration, animationName, animationDuration } = getComputedStyle(element);
      const lasts = (durations: string) => durations.split(', ').some((duration) => parseFloat(duration) > 0);
      const isMoving = lasts(transitionDuration) || (animationName !== 'none' && lasts(animationDuration));
      return isMoving ? [`${element.className}: ${transitionDuration} ${animationName}`] : [];
    }),
  );

  expect(moving).toEqual([]);
});

it('bears the spacing of text that readers set (WCAG 1.4.12)', async () => {
  const page = await openDesk({ width: 320, height: 640 });
  const content =
    '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }';
  const sideways: Record<string, number> = {};
  for (const path of [
    '/',
    '/bultenler',
    '/bultenler/yeni',
    `/bultenler/${id}`,
    `/bultenler/${id}/kontrol`,
    '/rehber',
  ]) {
    await page.goto(path);
    await page.getByRole('heading', { level: 1 }).first().waitFor();
    await page.addStyleTag({ content });
    sideways[path] = await sidewaysScroll(page);
  }

  expect(Object.entries(sideways).filter(([, scroll]) => scroll > 0)).toEqual([]);
});
