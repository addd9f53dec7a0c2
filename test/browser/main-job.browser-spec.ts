/**
 * The main job on screen: six press offices write one bulletin, sign it, send it out at the end of an embargo and
 * correct it. Every act is done in a window; the API is only asked what it holds.
 */
import type { Page } from 'playwright-core';
import { BulletinReleaseClock } from '../../apps/api/src/bulletins/bulletin-release-clock.service';
import { DeliveryDispatcher } from '../../apps/api/src/core/delivery/delivery-dispatcher.service';
import { buildContact, buildList } from '../factories/media.factory';
import { sidewaysScroll } from '../support/browser/axe';
import { phone, startBrowserTest, type BrowserTest } from '../support/browser/browser';
import { chip, fieldOf, rewrite, seesWords, sign, writeOn } from '../support/browser/desk-window';
import { bulletinDesk, doc } from '../support/bulletin-desk';
import { startSmtpSink, type SmtpSink } from '../support/smtp-sink';
import { buildWorld, korfezOffices, type OfficeCode, type World } from '../support/world';

jest.setTimeout(600_000);

const headline = 'Körfezde zeytin hasadı altı ilçede başladı';
const spot = 'Altı belediye hasadı aynı gün, ortak bir şenlikle açtı.';
const lead = 'Körfezde zeytin hasadı bugün başladı. Işıklar akşam yandı.';
const suggested = ' Bin fidan dikildi.';
const names: Readonly<Record<OfficeCode, string>> = {
  'balikesir-bb': 'Balıkesir Büyükşehir Belediyesi',
  edremit: 'Edremit Belediyesi',
  ayvalik: 'Ayvalık Belediyesi',
  gomec: 'Gömeç Belediyesi',
  burhaniye: 'Burhaniye Belediyesi',
  havran: 'Havran Belediyesi',
};
const own: Readonly<Record<OfficeCode, string>> = {
  'balikesir-bb': 'Balıkesir hasat yollarını onardı.',
  edremit: 'Edremit çarşısında şölen kuruldu.',
  ayvalik: 'Ayvalık kıyısında bin kişi çalıştı.',
  gomec: 'Gömeç’in üreticisi ödül aldı.',
  burhaniye: 'Burhaniye iskelesinde sergi açıldı.',
  havran: 'Havran’ın ışıltılı sofrası kuruldu.',
};
const partners = korfezOffices.filter((code) => code !== 'edremit');
const paragraphOf = (code: OfficeCode) => `Birim paragrafı, ${names[code]}`;

let browser: BrowserTest;
let sink: SmtpSink;
let world: World;
let desk: ReturnType<typeof bulletinDesk>;
let windows: Record<OfficeCode, Page>;

beforeAll(async () => {
  sink = await startSmtpSink();
  browser = await startBrowserTest({ SMTP_URL: sink.url, MAIL_RATE_PER_SECOND: '1000' });
});
beforeEach(async () => {
  await browser.reset();
  sink.clear();
  world = await buildWorld(browser.test);
  desk = bulletinDesk(browser.test);
  await buildTemplateAndLists();
});
afterAll(async () => {
  await browser.close();
  await sink.close();
});

const sendMail = async () => {
  await browser.test.runJobs();
  await browser.test.app.get(DeliveryDispatcher).sendDue(browser.test.system());
};
const all = <T>(act: (code: OfficeCode, page: Page) => Promise<T>, codes: readonly OfficeCode[] = korfezOffices) =>
  Promise.all(codes.map((code) => act(code, windows[code])));

const addresses = ['haber@isik.example', 'haber@korfez.example', 'haber@sahil.example'];

/** A template of Edremit and two lists with three people, of whom one is on both. */
async function buildTemplateAndLists(): Promise<void> {
  const sections = [{ kind: 'LEAD', content: doc('Körfezde zeytin hasadı [gün] başladı.') }];
  await browser.test.gql(
    'mutation ($input: BulletinTemplateCreateInput!) { bulletinTemplateCreate(input: $input) { template { id } } }',
    { input: { name: 'Ortak hasat bülteni', sections } },
    world.directors.edremit,
  );
  const db = browser.test.dataSource.manager;
  const [first, second, third] = await Promise.all(
    addresses.map((email, index) => buildContact(db, { email, name: ['Işıl Öz', 'Çağrı Şen', 'İnci Ğ.'][index] })),
  );
  if (!first || !second || !third) throw new Error('three were asked for');
  await buildList(db, { name: 'Körfez yerel' }, { contacts: [first, second] });
  await buildList(db, { name: 'Ajanslar' }, { contacts: [second, third] });
}

async function openWindows(): Promise<void> {
  const opened: [OfficeCode, Page][] = [];
  for (const code of korfezOffices) {
    const page = await browser.open(world.directors[code], '/', code === 'gomec' ? { viewport: phone } : {});
    page.setDefaultTimeout(60_000);
    await page.getByRole('region', { name: 'Beni bekleyen' }).waitFor();
    opened.push([code, page]);
  }
  windows = Object.fromEntries(opened) as typeof windows;
}

/** Edremit begins it from its template with five partners, writes what is shared and asks for their words. */
async function begin(page: Page): Promise<string> {
  await page.keyboard.press('n');
  await page.getByText('Ortak hasat bülteni').click();
  await page.getByLabel(/^Başlık/).fill(headline);
  await page.getByRole('button', { name: 'Hepsi', exact: true }).click();
  await page.getByRole('button', { name: 'Ortak bülteni aç' }).click();
  await page.waitForURL(/bultenler\/[0-9a-f-]{36}/);
  await rewrite(page, 'Spot', spot);
  await rewrite(page, 'Giriş', lead);
  await page.getByText(/^Kaydedildi/).waitFor();
  await page.getByRole('button', { name: 'Görüş iste' }).click();
  await page.getByText('Taslak çağrılan birimlere açıldı.').waitFor();
  await browser.test.runJobs();
  return page.url().split('/').at(-1) ?? '';
}

/** A partner takes part on its day and opens the text from there. */
async function takePart(page: Page): Promise<void> {
  await page.getByRole('button', { name: `Katıl: ${headline}` }).click();
  await page.getByText('Bültene katıldınız.').waitFor();
  await page.getByRole('region', { name: 'Beni bekleyen' }).getByRole('link', { name: headline }).first().click();
  await page.waitForURL(/bultenler\/[0-9a-f-]{36}/);
}

/** Chooses from the menu of parts; it closes when what another office adds moves the page under it, and is opened again. */
async function choosePart(page: Page): Promise<void> {
  const part = page.getByRole('menuitem', { name: /^Birim paragrafı/ });
  for (let tries = 0; tries < 10 && !(await part.isVisible()); tries += 1) {
    await page.getByRole('button', { name: '+ Bölüm ekle' }).click();
    await part.waitFor({ timeout: 3_000 }).catch(() => undefined);
  }
  await part.click();
}

/** Each office adds a paragraph of its own; then all write at the same time. */
async function addParagraphs(): Promise<void> {
  for (const code of korfezOffices) {
    await choosePart(windows[code]);
    await fieldOf(windows[code], paragraphOf(code));
  }
  await all((code, page) => writeOn(page, paragraphOf(code), own[code]));
}

/** Edremit suggests in the words of Ayvalık, who accepts; everybody has it then. */
async function suggestAndAccept(): Promise<void> {
  const label = paragraphOf('ayvalik');
  await writeOn(windows.edremit, label, suggested);
  const card = windows.ayvalik.getByRole('article', { name: 'Öneri' }).filter({ hasText: suggested.trim() });
  await card.getByRole('button', { name: 'Kabul et' }).click();
  await all((_, page) => seesWords(page, label, own.ayvalik + suggested));
}

/** Puts the text before everybody for signature. Gömeç has left its desk meanwhile. */
async function offer(page: Page): Promise<void> {
  await page.getByText(/^Kaydedildi/).waitFor();
  await page.getByRole('button', { name: 'Olura sun' }).click();
  await page.getByText('Bülten olura sunuldu.').waitFor();
}

/** The link of the newest mail to the director of this office. */
async function linkOfMail(code: OfficeCode): Promise<string> {
  const [{ email }]: [{ email: string }] = await browser.test.dataSource.query(
    'select email from users where id = $1',
    [world.directors[code].userId],
  );
  const mail = sink.mails.findLast(({ envelope }) => envelope.to.includes(email));
  return /\/bultenler\/\S+/.exec((await mail?.parse())?.text ?? '')?.[0] ?? '';
}

/** Waits until all these windows show where each office stands. */
const seeStrip = (
  count: string,
  statuses: Readonly<Partial<Record<OfficeCode, string>>>,
  codes: readonly OfficeCode[] = korfezOffices,
) =>
  all(async (_, page) => {
    await page.getByText(count).waitFor();
    for (const code of korfezOffices) await chip(page, names[code], statuses[code] ?? 'Olur verdi 09.00').waitFor();
  }, codes);

/** The fingerprint of the text as the page shows it when it is opened. */
async function shownHash(page: Page): Promise<string> {
  const summary = page.getByText(/^Metin özeti: [0-9A-F]{4}…$/).first();
  const short = (await summary.innerText()).slice(-5, -1).toLowerCase();
  const full = await page.locator('details', { has: summary }).locator('code').first().textContent();
  expect(full?.slice(0, 4)).toBe(short);
  return full ?? '';
}

/** The check page: nothing goes while a signature is void; the plan stands once it is renewed. */
async function plan(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Servis et' }).click();
  await page.getByRole('heading', { name: 'Servise engel: 1' }).waitFor();
  expect(await page.getByRole('main').getByRole('heading', { level: 2 }).first().innerText()).toContain(
    'Servise engel',
  );
  await page.getByText('Olur eksik: Yenilenmeli').waitFor();
  await windows.ayvalik.getByRole('button', { name: 'Oluru yenile' }).first().click();
  await page.getByRole('heading', { name: 'Servise engel yok' }).waitFor();

  await page.getByLabel('Ambargo, gün').fill('2026-04-23');
  await page.getByLabel('Ambargo, saat').fill('1700');
  for (const list of ['Körfez yerel', 'Ajanslar']) await page.locator('label', { hasText: list }).click();
  await page.getByText('Toplam: 3 kişi (yinelenen ayıklandı: 1)').waitFor();
  await page.getByText('Alacaklar: 3 kişi').click();
  for (const name of ['Işıl Öz', 'Çağrı Şen', 'İnci Ğ.']) await page.getByText(name).waitFor();
  await page.getByRole('button', { name: 'Kur: 17.00' }).click();
  await page.getByText('Kuruldu: 17.00').waitFor();
}

const releaseDue = () => browser.test.app.get(BulletinReleaseClock).releaseDue(browser.test.system());

/** The text of the one mail that this address got. */
async function mailTo(address: string): Promise<string> {
  const mails = sink.mails.filter(({ envelope }) => envelope.to.includes(address));
  expect(mails).toHaveLength(1);
  return (await mails[0]?.parse())?.text ?? '';
}

/** The words of the text in page order, as the API holds them. */
async function wordsHeld(id: string): Promise<string[]> {
  const bulletin = await desk.get(id, world.directors.havran);
  return bulletin?.sections.map(({ text }) => text).filter((text) => text !== '') ?? [];
}

/** A reader whose browser runs no script sees exactly these words and this fingerprint; each mail holds them once. */
async function expectReleased(path: string, words: readonly string[], hash: string): Promise<void> {
  const reader = await browser.open(null, path, { scripts: 'block' });
  expect(await reader.getByRole('heading', { level: 1 }).innerText()).toBe(words[0]);
  expect(await reader.locator('.spot').innerText()).toBe(words[1]);
  const paragraphs = await reader.locator('.text p').allInnerTexts();
  expect(paragraphs.filter((text) => words.includes(text))).toEqual(words.slice(2));
  expect(await reader.locator('.fingerprint code').textContent()).toBe(hash);
  await sendMail();
  const mails = await Promise.all(addresses.map(mailTo));
  for (const mail of mails)
    for (const text of words.slice(2)) expect(mail.replaceAll(/\s+/g, ' ').split(text)).toHaveLength(2);
  await reader.context().close();
}

const corrected = ' Hasat üç gün sürecek.';
const note = 'Hasadın süresi eklendi: üç gün.';

/** Edremit begins the correction and mends the words; the others come to it by the word of its arrival. */
async function correct(page: Page): Promise<string> {
  const released = page.url();
  await page.getByRole('button', { name: 'Diğer işlemler' }).first().click();
  await page.getByRole('menuitem', { name: 'Düzeltme yayımla' }).click();
  await page.getByRole('textbox', { name: /Okura görünen düzeltme notu/ }).fill(note);
  await page.getByRole('button', { name: 'Düzeltmeye başla' }).click();
  await page.getByText('Bu bülten bir düzeltmedir.').waitFor();
  expect(page.url()).not.toBe(released);
  await writeOn(page, 'Giriş', corrected);
  await offer(page);
  await sendMail();
  await all((_, other) => other.getByRole('link', { name: 'Aç', exact: true }).last().click(), partners);
  await all((_, other) => other.waitForURL(page.url()), partners);
  return page.url().split('/').at(-1) ?? '';
}

it('goes from one begun text to six signatures, one release and one correction', async () => {
  await openWindows();
  const id = await begin(windows.edremit);
  await all((_, page) => takePart(page), partners);
  await addParagraphs();
  await all((_, page) => Promise.all(korfezOffices.map((code) => seesWords(page, paragraphOf(code), own[code]))));
  await suggestAndAccept();

  await windows.gomec.goto('/');
  await offer(windows.edremit);
  await sendMail();
  await windows.gomec.goto(await linkOfMail('gomec'));
  const presses = await all((_, page) => sign(page));
  expect(presses).toEqual([2, 2, 2, 2, 2, 2]);
  await seeStrip('Olur: 6 / 6', {});
  const first = await desk.get(id, world.directors.havran);
  expect(await all((_, page) => shownHash(page))).toEqual(korfezOffices.map(() => first?.textHash));

  await writeOn(windows.ayvalik, paragraphOf('ayvalik'), ' Kıyı da temizlendi.');
  await seeStrip('Olur: 4 / 6', { ayvalik: 'Yenilenmeli', edremit: 'Yenilenmeli' });
  expect(await sidewaysScroll(windows.gomec)).toBe(0);
  await windows.edremit.getByRole('button', { name: 'Oluru yenile' }).first().click();
  await windows.edremit.getByText('Olurunuz yenilendi.').waitFor();

  await plan(windows.edremit);
  await seeStrip('Olur: 6 / 6', {}, partners);

  const signed = await desk.get(id, world.directors.havran);
  const hash = signed?.textHash ?? '';
  expect(hash).not.toBe(first?.textHash);
  sink.clear();
  browser.test.clock.set('2026-04-23T16:59:59+03:00');
  expect(await releaseDue()).toEqual([]);
  browser.test.clock.set('2026-04-23T17:00:00+03:00');
  expect(await releaseDue()).toEqual([id]);
  await windows.edremit.getByRole('heading', { name: 'Gönderimler', level: 1 }).waitFor();
  await expectReleased((await desk.get(id, world.directors.edremit))?.publicPath ?? '', await wordsHeld(id), hash);

  sink.clear();
  const correctionId = await correct(windows.edremit);
  await all((_, page) => sign(page));
  await windows.edremit.getByRole('link', { name: 'Servis et' }).click();
  await windows.edremit.getByText('Yanlış metni alanlar: 3 kişi').waitFor();
  await windows.edremit.getByRole('button', { name: 'Servis et' }).click();
  await windows.edremit.getByText('Servis onaylandı; bülten birazdan çıkıyor.').waitFor();
  sink.clear();
  expect(await releaseDue()).toEqual([correctionId]);
  const correction = await desk.get(correctionId, world.directors.edremit);
  await expectReleased(correction?.publicPath ?? '', await wordsHeld(correctionId), correction?.textHash ?? '');
  const original = await browser.open(null, (await desk.get(id, world.directors.edremit))?.publicPath ?? '', {
    scripts: 'block',
  });
  await original.getByRole('heading', { name: /^Düzeltme/ }).waitFor();
  await original.getByText(note).first().waitFor();
});
