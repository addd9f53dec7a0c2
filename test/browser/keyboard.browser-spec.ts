/**
 * Work without a pointer: every act by Tab, Enter, Space, arrows and the shortcuts, with the focus seen at each stop.
 */
import type { Page } from 'playwright-core';
import { BulletinReleaseClock } from '../../apps/api/src/bulletins/bulletin-release-clock.service';
import { buildContact, buildList } from '../factories/media.factory';
import { startBrowserTest, type BrowserTest } from '../support/browser/browser';
import { keyboardOf, type Keyboard } from '../support/browser/keyboard';
import { bulletinDesk } from '../support/bulletin-desk';
import { writtenDraft } from '../support/bulletin-stories';
import { buildWorld, type World } from '../support/world';

jest.setTimeout(240_000);

const headline = 'Işıklı yürüyüş yolu açılıyor';

let browser: BrowserTest;
let world: World;
let desk: ReturnType<typeof bulletinDesk>;

beforeAll(async () => {
  browser = await startBrowserTest();
});
beforeEach(async () => {
  await browser.reset();
  world = await buildWorld(browser.test);
  desk = bulletinDesk(browser.test);
});
afterAll(() => browser.close());

const edremit = () => world.directors.edremit;
const ayvalik = () => world.directors.ayvalik;
const heading = (page: Page, name: string) => page.getByRole('heading', { name, level: 1 }).waitFor();

/** Edremit begins a bulletin with Ayvalık, writes it and offers it for signature; the id. */
async function writeAndOffer(page: Page, keyboard: Keyboard): Promise<string> {
  await page.keyboard.press('n');
  await heading(page, 'Bülten yaz');
  await keyboard.to(/^Başlık/);
  await page.keyboard.type(headline);
  await keyboard.press(/Ayvalık Belediyesi/, 'Space');
  await keyboard.press('Ortak bülteni aç');
  await page.waitForURL(/bultenler\/[0-9a-f-]{36}/);
  await page.getByRole('group', { name: 'Spot' }).getByRole('textbox').waitFor();
  for (const [part, words] of [
    ['Spot', 'Yol iki ilçeyi bağlıyor.'],
    ['Giriş', 'Belediye 3 kilometrelik yolu bugün açıyor.'],
  ] as const) {
    await keyboard.to(new RegExp(`^${part}`));
    await page.keyboard.type(words);
  }
  await page.getByText(/^Kaydedildi/).waitFor();
  await keyboard.press('Diğer işlemler');
  await page.getByRole('menu').waitFor();
  await page.keyboard.type('Olura');
  await page.keyboard.press('Enter');
  await page.getByText('Bülten olura sunuldu.').waitFor();
  return page.url().split('/').at(-1) ?? '';
}

/** Signs from the dialog, which first is left by Escape. */
async function signFromDialog(page: Page, keyboard: Keyboard): Promise<void> {
  await keyboard.press('Olur ver');
  const dialog = page.getByRole('dialog', { name: 'Olur ver' });
  await dialog.waitFor();
  expect((await keyboard.round()).length).toBeGreaterThanOrEqual(3);
  expect(await page.evaluate(() => document.activeElement?.closest('[role=dialog]') !== null)).toBe(true);
  await keyboard.to('Vazgeç'); // Escape on a control with a tooltip would close the tooltip alone
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  expect(await keyboard.focused()).toBe('Olur ver');
  await page.keyboard.press('Enter');
  await keyboard.press('Olur ver');
  await dialog.waitFor({ state: 'detached' });
  await page.getByText('Olur verildi.').waitFor();
}

it('writes, offers, signs, checks and releases a bulletin', async () => {
  const list = { contacts: [await buildContact(browser.test.dataSource.manager)] };
  await buildList(browser.test.dataSource.manager, { name: 'Körfez yerel' }, list);
  const page = await browser.open(edremit(), '/');
  await heading(page, 'Bugün');
  const keyboard = keyboardOf(page);
  const id = await writeAndOffer(page, keyboard);
  await signFromDialog(page, keyboard);

  const other = await browser.open(ayvalik(), '/');
  await heading(other, 'Bugün');
  const partner = keyboardOf(other);
  await partner.press(/^Katıl: /);
  await other.getByRole('link', { name: /^Oku, olur ver/ }).waitFor();
  await partner.press(/^Oku, olur ver/);
  await heading(other, headline);
  await signFromDialog(other, partner);

  await page.getByText('Gerekli olurlar tamam.').waitFor();
  await keyboard.press('Servis et');
  await page.getByRole('heading', { name: 'Servise engel yok' }).waitFor();
  await keyboard.press(/Körfez yerel/, 'Space');
  await page.getByText('Toplam: 1 kişi').waitFor();
  await keyboard.press('Servis et');
  await page.getByText('Servis onaylandı; bülten birazdan çıkıyor.').waitFor();

  expect(await browser.test.app.get(BulletinReleaseClock).releaseDue(browser.test.system())).toEqual([id]);
  expect([...keyboard.faults(), ...partner.faults()]).toEqual([]);
});

it('skips to the content, and finds any record by the palette, which gives the focus back', async () => {
  const id = await writtenDraft(desk, edremit(), 'Ayvalık’ta Şeytan Sofrası yolu');
  const page = await browser.open(edremit(), '/');
  await heading(page, 'Bugün');
  const keyboard = keyboardOf(page);

  await keyboard.press('İçeriğe geç');
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('icerik');
  await keyboard.to('Yeni');
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog').waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  expect(await keyboard.focused()).toBe('Yeni');

  await page.keyboard.press('Control+k');
  await page.getByRole('dialog').waitFor();
  await page.keyboard.type('seytan');
  await page.getByRole('menuitem', { name: 'Ayvalık’ta Şeytan Sofrası yolu' }).waitFor();
  await page.keyboard.press('Enter');
  await page.waitForURL(`**/bultenler/${id}`);

  expect(keyboard.faults()).toEqual([]);
});

it('holds nobody fast and shows the focus everywhere on the way around', async () => {
  const db = browser.test.dataSource.manager;
  await buildList(db, { name: 'Körfez yerel' }, { contacts: [await buildContact(db)] });
  const id = await writtenDraft(desk, edremit());
  const page = await browser.open(edremit(), 'about:blank');
  const keyboard = keyboardOf(page);
  const counts: Record<string, number> = {};
  for (const path of ['/', '/bultenler', `/bultenler/${id}`, '/rehber', '/hesap/bildirimler', '/yonetim/uyeler']) {
    await page.goto(path);
    await page.getByRole('heading', { level: 1 }).first().waitFor();
    await page.waitForLoadState('networkidle');
    counts[path] = (await keyboard.round()).length;
  }

  expect(Object.entries(counts).filter(([, count]) => count < 12)).toEqual([]);
  expect(keyboard.faults()).toEqual([]);
});
