import type { Page } from 'playwright-core';
import { bulletinDesk, doc } from '../support/bulletin-desk';
import { startBrowserTest, type BrowserTest } from '../support/browser/browser';
import { buildWorld, type World } from '../support/world';

type Partner = 'ayvalik' | 'gomec' | 'havran';

describe('the list of bulletins', () => {
  let browser: BrowserTest;
  let world: World;
  let desk: ReturnType<typeof bulletinDesk>;

  beforeAll(async () => {
    browser = await startBrowserTest();
    desk = bulletinDesk(browser.test);
  });
  beforeEach(async () => {
    await browser.reset();
    world = await buildWorld(browser.test);
  });
  afterAll(() => browser.close());

  const lead = () => world.directors.edremit;

  async function begun(headline: string, partners: readonly Partner[] = []): Promise<string> {
    const officeIds = partners.map((code) => world.officeIds[code]);
    const { bulletin, errors } = await desk.create({ headline, officeIds }, lead());
    expect(errors).toEqual([]);
    browser.test.clock.advance({ minutes: 1 });
    return bulletin?.id ?? '';
  }

  async function template(name: string): Promise<string> {
    const { data } = await browser.test.gql<{ bulletinTemplateCreate: { template: { id: string } } }>(
      'mutation ($input: BulletinTemplateCreateInput!) { bulletinTemplateCreate(input: $input) { template { id } } }',
      { input: { name, sections: [{ kind: 'LEAD', content: doc('Körfezde zeytin hasadı [tarih] günü başladı.') }] } },
      lead(),
    );
    return data.bulletinTemplateCreate.template.id;
  }

  const rowOf = (page: Page, headline: string) => page.getByRole('row').filter({ hasText: headline });
  const linkOf = (page: Page, headline: string) => page.getByRole('link', { name: headline, exact: true });
  const rowCount = (page: Page) => page.locator('[data-row]').count();

  it('keeps tab, words and choices in the address, and finds Turkish words typed without Turkish letters', async () => {
    await begun('Ayçiçeği üreticisine tohum desteği', ['ayvalik']);
    const shared = await begun('Ayçiçeği tarlasında ölçüm', ['havran']);
    await desk.share(shared, lead());
    await begun('Işıklı yürüyüş yolu açılıyor');
    const page = await browser.open(lead(), '/bultenler');
    await linkOf(page, 'Işıklı yürüyüş yolu açılıyor').waitFor();

    await page.getByRole('link', { name: /^Taslak/ }).click();
    await linkOf(page, 'Ayçiçeği tarlasında ölçüm').waitFor({ state: 'detached' });
    await page.getByRole('searchbox', { name: 'Bültenlerde ara' }).fill('aycicegi');
    await page.waitForURL('**/bultenler?durum=taslak&q=aycicegi');
    await linkOf(page, 'Işıklı yürüyüş yolu açılıyor').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Yalnız ortak', exact: true }).click();
    await page.waitForURL('**/bultenler?durum=taslak&ortak=true&q=aycicegi');

    await linkOf(page, 'Ayçiçeği üreticisine tohum desteği').waitFor();
    expect(await rowCount(page)).toBe(1);
    await page.getByRole('button', { name: 'Kaldır: Aranan: aycicegi' }).click();
    await page.waitForURL('**/bultenler?durum=taslak&ortak=true');
    await page.getByRole('button', { name: 'Süzgeçleri temizle' }).click();
    await page.waitForURL('**/bultenler?durum=taslak');
    await linkOf(page, 'Işıklı yürüyüş yolu açılıyor').waitFor();
  });

  it('keeps a view under a name, opens it and removes it with a way back', async () => {
    await begun('Ortak hasat bülteni', ['gomec']);
    await begun('Yalnız bizim duyurumuz');
    const page = await browser.open(lead(), '/bultenler?durum=taslak&ortak=true');
    await linkOf(page, 'Ortak hasat bülteni').waitFor();

    await page.getByRole('button', { name: 'Görünümler' }).click();
    await page.getByLabel('Bu listenin adı').fill('Ortak taslaklarımız');
    await page.getByRole('button', { name: 'Görünümü sakla' }).click();
    await page.getByRole('button', { name: 'Ortak taslaklarımız', exact: true }).waitFor();
    await page.goto('/bultenler');
    await linkOf(page, 'Yalnız bizim duyurumuz').waitFor();
    await page.getByRole('button', { name: 'Görünümler' }).click();
    await page.getByRole('button', { name: 'Ortak taslaklarımız', exact: true }).click();
    await page.waitForURL('**/bultenler?durum=taslak&ortak=true');
    await page.getByRole('button', { name: 'Görünümler' }).click();
    await page.getByRole('button', { name: 'Görünümü sil: Ortak taslaklarımız' }).click();
    await page.getByRole('button', { name: 'Ortak taslaklarımız', exact: true }).waitFor({ state: 'detached' });
  });

  it('is walked by keys, selects with X, and acts on all selected ones at once', async () => {
    await begun('Birinci taslak');
    await begun('İkinci taslak');
    await begun('Üçüncü taslak');
    const page = await browser.open(lead(), '/bultenler');
    await linkOf(page, 'Üçüncü taslak').waitFor();

    await page.keyboard.press('j');
    await page.keyboard.press('x');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('X');
    await page.getByText('2 bülten seçili').waitFor();
    await page.getByRole('button', { name: 'Taslakları at' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Taslakları at' }).click();
    await page.getByText('2 bültende yapıldı.').waitFor();
    await linkOf(page, 'Üçüncü taslak').waitFor({ state: 'detached' });

    expect(await rowCount(page)).toBe(1);
    await page.getByRole('link', { name: 'Atılanlar' }).click();
    await linkOf(page, 'İkinci taslak').waitFor();
    expect(await rowCount(page)).toBe(2);
  });

  it('finds the focus on the row again after coming back', async () => {
    await begun('Birinci taslak');
    await begun('İkinci taslak');
    const page = await browser.open(lead(), '/bultenler');
    await linkOf(page, 'Birinci taslak').click();
    await page.waitForURL(/bultenler\/[0-9a-f-]{36}/);
    await page.getByRole('heading', { level: 1 }).first().waitFor();

    await page.goBack();
    await linkOf(page, 'Birinci taslak').waitFor();

    await page.waitForFunction(() => document.activeElement?.textContent === 'Birinci taslak');
  });

  it('begins a joint bulletin from a template with the offices of the last one, and offers it for sign-off in six steps', async () => {
    await begun('Geçen yılki ortak bülten', ['ayvalik', 'gomec', 'havran']);
    await template('Ortak hasat bülteni');
    const page = await browser.open(lead(), '/');
    await page.getByRole('heading', { name: 'Bugün', level: 1 }).waitFor();
    let steps = 0;
    const step = async (act: Promise<void>) => {
      steps += 1;
      await act;
    };

    await step(page.keyboard.press('n'));
    await page.getByLabel(/^Başlık/).fill('Körfezde zeytin hasadı başladı');
    await step(page.getByText('Ortak hasat bülteni').click());
    await step(page.getByRole('button', { name: /Önceki gibi/ }).click());
    await step(page.getByRole('button', { name: 'Ortak bülteni aç' }).click());
    await page.waitForURL(/bultenler\/[0-9a-f-]{36}/);
    await step(page.getByRole('button', { name: 'Diğer işlemler' }).click());
    await step(page.getByRole('menuitem', { name: 'Olura sun' }).click());
    await page.getByText('Bülten olura sunuldu.').waitFor();

    expect(steps).toBe(6);
    const id = page.url().split('/').at(-1) ?? '';
    const bulletin = await desk.get(id, lead());
    expect([bulletin?.state, bulletin?.headline]).toEqual(['IN_SIGNOFF', 'Körfezde zeytin hasadı başladı']);
    expect(bulletin?.signatures.map(({ office }) => office.code)).toEqual(['edremit', 'ayvalik', 'gomec', 'havran']);
  });

  it('says what will be here, and which way leads on, when there is nothing', async () => {
    await template('Örnek ortak bülten');
    const page = await browser.open(lead(), '/bultenler');
    await page.getByText('Henüz bülten yok').waitFor();
    await page.getByRole('link', { name: 'Örnek ortak bülten' }).waitFor();

    await page.goto('/bultenler?q=zurafa');
    await page.getByText('Bu süzgeçlere uyan bülten yok').waitFor();
    await page.getByRole('main').getByRole('button', { name: 'Süzgeçleri temizle' }).last().click();
    await page.getByText('Henüz bülten yok').waitFor();

    expect(new URL(page.url()).search).toBe('');
  });

  it('keeps, changes and removes templates', async () => {
    const page = await browser.open(lead(), '/sablonlar/yeni');
    await page.getByLabel('Şablonun adı').fill('Su kesintisi');
    await page.getByLabel(/^Giriş/).fill('[mahalle] sınırlarında su kesilecektir.');
    await page.getByRole('button', { name: 'Şablonu sakla' }).click();
    await page.getByRole('link', { name: 'Su kesintisi', exact: true }).click();
    await page.getByLabel(/^Kapanış/).fill('Kamuoyuna duyurulur.');
    await page.getByRole('button', { name: 'Şablonu sakla' }).click();
    await page.getByText('Giriş · Kapanış').waitFor();

    await page.getByRole('button', { name: 'İşlemler: Su kesintisi' }).click();
    await page.getByRole('menuitem', { name: 'Sil' }).click();
    await page.getByText('Biriminizin şablonu yok').waitFor();
    await page.getByRole('button', { name: 'Geri al' }).click();

    await page.getByRole('link', { name: 'Su kesintisi', exact: true }).waitFor();
  });

  it('names what a row can do and why it cannot', async () => {
    await begun('Işıklı yürüyüş yolu açılıyor');
    const page = await browser.open(lead(), '/bultenler');
    const row = rowOf(page, 'Işıklı yürüyüş yolu açılıyor');
    await row.getByRole('button', { name: /^İşlemler/ }).click();

    await page.getByRole('menuitem').first().waitFor();
    expect(await page.getByRole('menuitem').allInnerTexts()).toEqual([
      'Olur ver\nOlur aşamasında değil.',
      'Servis et\nÖnce olura sunulmalı.',
      'Çoğalt',
      'Şablon olarak sakla',
      'Taslağı at',
    ]);
  });
});
