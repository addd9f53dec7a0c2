import type { Page } from 'playwright-core';
import { Role } from '@domain/identity/actor';
import { buildContact, buildList, buildOutlet } from '../factories/media.factory';
import { sidewaysScroll } from '../support/browser/axe';
import { phone, startBrowserTest, type BrowserTest } from '../support/browser/browser';
import { buildWorld, type World } from '../support/world';

/** The letters of Windows-1254 that differ from Unicode. */
const turkishBytes: Readonly<Record<string, number>> = { Ğ: 0xd0, İ: 0xdd, Ş: 0xde, ğ: 0xf0, ı: 0xfd, ş: 0xfe };

/** As a Turkish Excel saves it. */
const windows1254 = (text: string) =>
  Buffer.from(Array.from(text, (letter) => turkishBytes[letter] ?? letter.charCodeAt(0)));

const heads = (address: string) => `Kuruluş;Ad soyad;${address};Cep hattı`;
const lines = [
  'Körfez Sesi;Işıl Çağlar;isil@korfezsesi.example;0266 373 00 11',
  'Güre Postası;Şükrü Ağaoğlu;sukru(at)gure.example;0266 373 00 12',
  'Körfez Sesi;İrfan Işık;irfan@korfezsesi.example;çaldırın',
  'Körfez Sesi;Işıl Çağlar;isil@korfezsesi.example;',
  'Yeni Gün;Ğ Kayıtlı;kayitli@yenigun.example;',
];

describe('the media guide', () => {
  let browser: BrowserTest;
  let world: World;

  beforeAll(async () => {
    browser = await startBrowserTest();
  });
  beforeEach(async () => {
    await browser.reset();
    world = await buildWorld(browser.test);
  });
  afterAll(() => browser.close());

  const db = () => browser.test.dataSource.manager;
  const dialog = (page: Page) => page.getByRole('dialog');
  const row = (page: Page, name: string | RegExp) => page.getByRole('row', { name });
  const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true });

  async function bringIn(page: Page, buffer: Buffer): Promise<void> {
    await page.locator('input[type=file]').setInputFiles({ name: 'basın.csv', mimeType: 'text/csv', buffer });
  }

  async function match(page: Page, field: string, column: string): Promise<void> {
    await page.getByRole('button', { name: field }).click();
    await page.getByRole('option', { name: column, exact: true }).click();
  }

  it('keeps outlets and people, complains beside the field, and finds without Turkish letters', async () => {
    const page = await browser.open(world.directors.edremit, '/rehber/kuruluslar');
    await button(page, 'Kuruluş ekle').click();
    await dialog(page).getByLabel('Ad', { exact: true }).fill('Şahinkaya Işık Gazetesi');
    await dialog(page).getByLabel('Baskı saati').fill('1630');
    await dialog(page).getByRole('button', { name: 'Ekle', exact: true }).click();
    await row(page, /Şahinkaya Işık Gazetesi.*16\.30/).waitFor();

    await page.getByRole('navigation', { name: 'Rehberin bölümleri' }).getByRole('link', { name: 'Kişiler' }).click();
    await button(page, 'Kişi ekle').click();
    await dialog(page).getByLabel('Ad soyad').fill('Çağrı Öğüt');
    await dialog(page).getByLabel('E-posta adresi').fill('çağrı');
    await dialog(page).getByLabel('Adres nereden alındı').fill('Gazetenin künyesi');
    await dialog(page).getByRole('button', { name: 'Ekle', exact: true }).click();
    await dialog(page).locator('input[type=email][aria-invalid=true]').waitFor();
    await dialog(page).getByLabel('E-posta adresi').fill('cagri@sahinkaya.example');
    await dialog(page).getByRole('button', { name: 'Ekle', exact: true }).click();
    await page.getByText('Kişi rehbere eklendi.').waitFor();

    await page.getByRole('searchbox', { name: 'Ad, kuruluş ya da adres ara' }).fill('cagri ogut');
    await row(page, /Çağrı Öğüt/).waitFor();
    await page.getByText('Kişi: 1').waitFor();
    await page.getByRole('searchbox', { name: 'Ad, kuruluş ya da adres ara' }).fill('olmayan');
    await button(page, 'Süzgeçleri temizle').click();
    await row(page, /Çağrı Öğüt/).waitFor();
    expect(new URL(page.url()).search).toBe('');
  });

  it.each([
    ['Windows-1254', windows1254],
    ['UTF-8', (text: string) => Buffer.from(`\uFEFF${text}`)],
  ])('imports a %s file with columns matched by hand, and says where a line is wrong', async (_name, encode) => {
    await buildContact(db(), { email: 'kayitli@yenigun.example' });
    const page = await browser.open(world.directors.edremit, '/rehber/aktar');
    await bringIn(page, encode([heads('Haberin gideceği yer'), ...lines, ''].join('\r\n')));
    await match(page, 'E-posta adresleri hangi sütunda', 'Haberin gideceği yer');
    await page.getByText('Eklenecek: 2 · Yinelenen: 2 · Hatalı: 1').waitFor();
    await match(page, 'Cep hattı', 'Telefon');
    await page.getByText('Eklenecek: 1 · Yinelenen: 2 · Hatalı: 2').waitFor();

    const cells = await page
      .locator('tbody tr')
      .evaluateAll((rows) =>
        rows.map((line) => [...line.querySelectorAll('td')].map((cell) => cell.innerText.replace(/\s+/g, ' ').trim())),
      );
    expect(cells.map(([line, , name, , verdict]) => `${line} ${name}: ${verdict}`)).toEqual([
      '2 Işıl Çağlar: Eklenecek',
      '3 Şükrü Ağaoğlu: Hatalı E-posta: e-posta adresi değil',
      '4 İrfan Işık: Hatalı Telefon: telefon numarası değil',
      '5 Işıl Çağlar: Yinelenen E-posta: dosyada iki kez geçiyor',
      '6 Ğ Kayıtlı: Yinelenen E-posta: rehberde var',
    ]);

    await page.getByLabel('Adresler nereden alındı').fill('Basın ilan listesi');
    await page.getByLabel('Beyanınız').fill('Adresler gazetelerin künyelerinde herkese açıktır.');
    await button(page, 'Uygun satırları ekle: 1').click();
    await page.getByText('Eklenen: 1').waitFor();
    await page.getByRole('link', { name: 'Rehbere git' }).click();
    await row(page, /Işıl Çağlar.*Körfez Sesi/).waitFor();
    expect(await browser.test.dataSource.query('select consent_statement as statement from media_imports')).toEqual([
      { statement: 'Adresler gazetelerin künyelerinde herkese açıktır.' },
    ]);
  });

  it('gives a ground for keeping a person, ends it on request, erases it, and leaves the trace of each', async () => {
    const { id } = await buildContact(db(), { name: 'Gülşah Ilıca', email: 'gulsah@ilica.example' });
    const page = await browser.open(world.directors.edremit, `/rehber?kisi=${id}`);
    await dialog(page)
      .getByRole('button', { name: /Hukuki dayanak/ })
      .click();
    await page.getByRole('option', { name: 'Açık rıza (KVKK 5/1)' }).click();
    await dialog(page).getByLabel('Aydınlatma tarihi').fill('2026-04-20');
    await dialog(page).getByRole('button', { name: 'Kaydet' }).click();
    await page.getByText('Kişi kaydedildi.').waitFor();
    await dialog(page).getByRole('button', { name: 'Abonelikten çıkar' }).click();
    await dialog(page).getByText('Abonelikten çıktı').waitFor();
    await dialog(page).getByRole('button', { name: 'Sil (anonimleştir)' }).click();
    const sure = page.getByRole('dialog', { name: 'Kişiyi anonimleştir' });
    await sure.getByRole('button', { name: 'Sil (anonimleştir)' }).click();
    await dialog(page).getByText('Anonimleştirildi').waitFor();

    const [contact] = await browser.test.dataSource.query(
      'select name, legal_basis from media_contacts where id = $1',
      [id],
    );
    expect(contact).toEqual({ name: null, legal_basis: 'EXPLICIT_CONSENT' });
    const events: { name: string }[] = await browser.test.dataSource.query(
      'select name from events where subject_id = $1 order by id',
      [id],
    );
    expect(events.map(({ name }) => name)).toEqual([
      'mediaContact.updated',
      'mediaContact.unsubscribed',
      'mediaContact.anonymised',
    ]);
  });

  it('puts people on a list and takes them off with a way back, on a phone', async () => {
    const outlet = await buildOutlet(db(), { name: 'Güre Postası' });
    await buildContact(db(), { name: 'Işıl Öz', outletId: outlet.id });
    const page = await browser.open(world.directors.edremit, '/rehber/listeler', { viewport: phone });
    await button(page, 'Liste aç').first().click();
    await dialog(page).getByLabel('Listenin adı').fill('İlçe yerel');
    await dialog(page).getByRole('button', { name: 'Aç', exact: true }).click();
    await page.getByText('Kişi: 0').waitFor();
    await page.getByRole('searchbox', { name: 'Listeye eklenecek kişiyi ara' }).fill('isil oz');
    await button(page, 'Ekle Işıl Öz').click();
    await page.getByText('Kişi: 1 · Ulaşılan adres: 1').waitFor();
    await button(page, 'Listeden çıkar Işıl Öz').click();
    await page.getByText('Kişi: 0').waitFor();
    await button(page, 'Geri al').click();
    await page.getByText('Kişi: 1 · Ulaşılan adres: 1').waitFor();
    expect(await sidewaysScroll(page)).toBe(0);

    await page.goto('/rehber/aktar');
    const current = page.getByRole('navigation', { name: 'Rehberin bölümleri' }).locator('[aria-current=page]');
    await current.waitFor();
    expect(await current.allInnerTexts()).toEqual(['İçe aktar']);
    const box = await current.boundingBox();
    expect((box?.x ?? 0) + (box?.width ?? Infinity)).toBeLessThanOrEqual(phone.width);
  });

  it('says what one may not do: nothing for staff, no file for editors, no change of what is lent', async () => {
    const contact = await buildContact(db(), { name: 'Şermin Ağar' });
    await buildList(db(), { name: 'Ödünç' }, { contacts: [contact], lentTo: [world.officeIds.ayvalik] });
    const staff = await browser.open(await world.person('edremit', Role.STAFF), '/rehber');
    await staff.getByText('Basın rehberi size açık değil.').waitFor();
    expect(await staff.getByText('Şermin Ağar').count()).toBe(0);

    const editor = await browser.open(await world.person('edremit', Role.EDITOR), '/rehber');
    const file = editor.getByRole('button', { name: /CSV olarak indir/ });
    await file.waitFor();
    expect([await file.getAttribute('aria-disabled'), await file.innerText()]).toEqual([
      'true',
      expect.stringContaining('Bu işlem için yetki: birim sorumlusu ve basın müdürü'),
    ]);

    const borrower = await browser.open(world.directors.ayvalik, `/rehber?kisi=${contact.id}`);
    await dialog(borrower).getByText('Bu kişi paylaşılan bir listeden geliyor').waitFor();
    expect(await dialog(borrower).getByRole('button', { name: 'Kaydet' }).count()).toBe(0);
    expect(await dialog(borrower).getByLabel('Ad soyad').getAttribute('readonly')).not.toBeNull();
  });
});
