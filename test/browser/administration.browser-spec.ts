import type { Page } from 'playwright-core';
import { Role } from '@domain/identity/actor';
import { ensureReference } from '../../apps/api/src/offices/reference';
import { buildMembership, buildUser } from '../factories/identity.factory';
import type { SignedIn } from '../support/app';
import { startBrowserTest, type BrowserTest } from '../support/browser/browser';
import { bulletinDesk } from '../support/bulletin-desk';
import { writtenDraft } from '../support/bulletin-stories';
import { buildWorld, korfezOffices, type World } from '../support/world';

/** A journey of several people through several pages. */
const long = 120_000;

describe('the administration', () => {
  let browser: BrowserTest;
  let world: World;
  let operator: SignedIn;

  beforeAll(async () => {
    browser = await startBrowserTest();
  });
  beforeEach(async () => {
    await browser.reset();
    await ensureReference(browser.test.system());
    world = await buildWorld(browser.test);
    const { manager } = browser.test.dataSource;
    operator = await browser.test.signInAs(await buildUser(manager, { isOperator: true, name: 'İşletmen İnci' }), null);
  });
  afterAll(() => browser.close());

  const dialog = (page: Page) => page.getByRole('dialog');
  const heading = (page: Page, name: string) => page.getByRole('heading', { name, level: 1 }).waitFor();

  async function invitationLink(): Promise<string> {
    const [mail]: { text: string }[] = await browser.test.dataSource.query(
      `select body_text as text from mails where purpose = 'invitation' order by id desc limit 1`,
    );
    return /\/davet#\S+/.exec(mail?.text ?? '')?.[0] ?? '';
  }

  async function invite(page: Page, name: string, email: string, role: string): Promise<void> {
    await page.getByRole('button', { name: 'Davet et' }).click();
    await dialog(page).getByLabel('Ad soyad').fill(name);
    await dialog(page).getByLabel('E-posta adresi').fill(email);
    await dialog(page).getByRole('button', { name: /Rol/ }).click();
    await page.getByRole('option', { name: role }).click();
    await dialog(page).getByLabel('Unvan').fill('Basın müdürü');
    await dialog(page).getByRole('button', { name: 'Daveti gönder' }).click();
    await page.getByText(email).first().waitFor();
  }

  it(
    'invites somebody who then signs, in four steps from the link of the mail',
    async () => {
      const desk = bulletinDesk(browser.test);
      const id = await writtenDraft(desk, world.directors.edremit, 'Çınarlı Çarşı’da şenlik');
      await desk.invite(id, [world.officeIds.ayvalik], world.directors.edremit);
      await desk.share(id, world.directors.edremit);
      await desk.accept(id, world.directors.ayvalik);
      await desk.submit(id, world.directors.edremit);
      const director = await browser.open(world.directors.ayvalik, '/yonetim/uyeler');
      await invite(director, 'Gülşah İnceoğlu', 'gulsah@ayvalik.ornek.tr', 'Basın müdürü');

      const page = await browser.open(null, await invitationLink());
      let steps = 0;
      const press = async (
        role: 'button' | 'link',
        name: string | RegExp,
        within: Page | ReturnType<typeof dialog>,
      ) => {
        steps += 1;
        await within.getByRole(role, { name }).first().click();
      };
      await page.getByLabel('Yeni parola').fill('Kışın çınar gölgesi uzar');
      await press('button', 'Kabul et ve başla', page);
      await heading(page, 'Bugün');
      await press('link', /Çınarlı Çarşı/, page);
      await press('button', 'Olur ver', page);
      await press('button', 'Olur ver', dialog(page));
      await page.getByText('Olur verildi.').waitFor();

      expect(steps).toBe(4);
      const signatures = (await desk.get(id, world.directors.edremit))?.signatures ?? [];
      expect(signatures.find(({ office }) => office.code === 'ayvalik')).toMatchObject({ status: 'SIGNED' });
    },
    long,
  );

  it('sends an open invitation anew and takes it back', async () => {
    const page = await browser.open(world.directors.ayvalik, '/yonetim/uyeler');
    await invite(page, 'Şebnem Işık', 'sebnem@ayvalik.ornek.tr', 'Editör');
    const former = await invitationLink();

    await page.getByRole('button', { name: 'Yeniden gönder: Şebnem Işık' }).click();
    await page.getByText('Yeni bağlantı gönderildi: sebnem@ayvalik.ornek.tr').waitFor();
    expect(await invitationLink()).not.toBe(former);
    await page.getByRole('button', { name: 'Daveti geri al: Şebnem Işık' }).click();
    await dialog(page).getByRole('button', { name: 'Daveti geri al' }).click();

    await page.getByText('Davet geri alındı.').waitFor();
    expect(await page.getByRole('heading', { name: /Bekleyen davetler/ }).count()).toBe(0);
  });

  it('lets an operator land on the offices, activate a seventh and seat its press director', async () => {
    const page = await browser.open(operator, '/');
    await heading(page, 'Birimler');
    expect(
      await page.getByRole('navigation', { name: 'Ana menü' }).getByRole('link', { name: 'Bültenler' }).count(),
    ).toBe(0);

    await page.getByRole('button', { name: 'Etkinleştir: Bandırma Belediyesi' }).click();
    await dialog(page).getByRole('button', { name: 'Etkinleştir' }).click();
    await page.getByRole('heading', { name: 'Gözlemde: 1' }).waitFor();
    await page.getByRole('button', { name: 'Etkin yap: Bandırma Belediyesi' }).click();
    await dialog(page).getByRole('button', { name: 'Etkin yap' }).click();
    await dialog(page).getByText('Birim yürürlükteki tüzüğü henüz imzalamadı.').waitFor();
    await dialog(page).getByRole('button', { name: 'Vazgeç' }).click();
    await page.getByRole('link', { name: 'Basın müdürünü davet et' }).click();
    await heading(page, 'Üyeler');
    await invite(page, 'Yağız Çağlar', 'yagiz@bandirma.ornek.tr', 'Basın müdürü');

    expect(await invitationLink()).toMatch(/^\/davet#/);
  });

  it('names a deputy, who can sign then, and takes the deputyship back', async () => {
    const { test } = browser;
    const colleague = await buildUser(test.dataSource.manager, { name: 'Iğdır Özgü' });
    await buildMembership(test.dataSource.manager, { userId: colleague.id, officeId: world.officeIds.edremit });
    const page = await browser.open(world.directors.edremit, '/yonetim/vekalet');
    await page.getByRole('button', { name: 'Vekil belirle' }).click();
    await dialog(page).getByRole('combobox', { name: 'Vekil' }).fill('igdir');
    await page.getByRole('option', { name: /Iğdır Özgü/ }).click();
    await dialog(page).getByLabel('Başlangıç, gün').fill('2026-04-23');
    await dialog(page).getByLabel('Başlangıç, saat').fill('8');
    await dialog(page).getByLabel('Bitiş, gün').fill('2026-04-30');
    await dialog(page).getByLabel('Bitiş, saat').fill('1700');
    await dialog(page).getByLabel('Gerekçe').fill('Yıllık izin');
    await dialog(page).getByRole('button', { name: 'Vekâlet ver' }).click();
    await page.getByText('Sürüyor').waitFor();

    const desk = bulletinDesk(test);
    const id = await writtenDraft(desk, world.directors.edremit, 'Iğdır’dan gelen konuklar');
    await desk.submit(id, world.directors.edremit);
    const deputy = await test.signInAs(colleague, world.officeIds.edremit);
    expect((await desk.sign(id, deputy)).errors).toEqual([]);

    await page.getByRole('button', { name: 'Vekâleti geri al: Iğdır Özgü' }).click();
    await dialog(page).getByRole('button', { name: 'Vekâleti geri al' }).click();
    await page.getByText('Süren bir vekâlet yok.').waitFor();
  });

  it(
    'proposes a charter, which is in force when the last office has signed it',
    async () => {
      const page = await browser.open(world.directors.edremit, '/yonetim/tuzuk');
      await page.getByRole('link', { name: 'Değişiklik öner' }).click();
      await page.getByRole('group', { name: 'Bülten', exact: true }).getByLabel('Yanıt süresi (saat)').fill('36');
      await page.getByLabel('Ne değişiyor, neden?').fill('Bültenlere biraz daha süre.');
      await page.getByRole('button', { name: 'Öneriyi gönder' }).click();
      await page.getByRole('heading', { name: /^Önerilen tüzük/ }).waitFor();
      for (const code of korfezOffices.filter((one) => one !== 'edremit')) await signByApi(world.directors[code]);

      await page.getByRole('button', { name: 'Tüzüğü imzala' }).click();
      await dialog(page).getByRole('button', { name: 'Tüzüğü imzala' }).click();

      await page.getByText('Yanıt için 36 saat süre vardır.').first().waitFor();
      expect(await page.getByRole('heading', { name: /^Önerilen tüzük/ }).count()).toBe(0);
    },
    long,
  );

  async function signByApi(as: SignedIn): Promise<void> {
    const { data } = await browser.test.gql<{ charters: { id: string; hash: string }[] }>(
      '{ charters { id hash } }',
      {},
      as,
    );
    await browser.test.gql(
      'mutation ($id: ID!, $hash: String!) { charterSign(id: $id, hash: $hash) { errors { code } } }',
      data.charters[0] ?? {},
      as,
    );
  }

  it(
    'shows who did what in words, filtered by the address, and verifies the chain',
    async () => {
      const page = await browser.open(world.directors.edremit, '/yonetim/birimler/edremit');
      await page.getByLabel('Telefon').fill('0266 555 01 10');
      await page.getByRole('button', { name: 'Profili kaydet' }).click();
      await page.getByText('Profil kaydedildi.').waitFor();
      await page.getByRole('button', { name: 'Anahtar oluştur' }).click();
      await dialog(page).getByRole('button', { name: 'Anahtar oluştur' }).click();
      await page.getByText(/^tekses-[0-9a-f]{12}\._domainkey\./).waitFor();

      await page.goto('/yonetim/kayitlar?olay=office.');
      await page.getByText('Birim profilini değiştirdi').waitFor();
      await page.getByText('DKIM anahtarını yeniledi').click();
      await page.getByText('office.dkimKeyRenewed').waitFor();
      await page.getByRole('button', { name: 'Zinciri doğrula' }).click();
      await page.getByText(/^Zincir sağlam\./).waitFor();

      await page.goto('/yonetim/kayitlar?olay=charter.');
      await page.getByText('Bu süzgeçlere uyan kayıt yok.').waitFor();
    },
    long,
  );

  it('says in a sentence what one has no right to, and shows everybody the grid of rights', async () => {
    const editor = await world.person('edremit', Role.EDITOR);
    const page = await browser.open(editor, '/yonetim/kayitlar');
    await page.getByText('Kayıtlar size açık değil.').waitFor();

    await page.getByRole('link', { name: 'Kim ne yapabilir?' }).click();
    const row = page.getByRole('row', { name: /Olur vermek/ }).first();
    await row.waitFor();
    expect(await row.getByRole('cell').allInnerTexts()).toEqual(
      ['Var', 'Yok', 'Yok', 'Yok', 'Yok', 'Var', 'Yok'].map((word) => expect.stringContaining(word)),
    );
    const asOperator = await browser.open(operator, '/yonetim/tuzuk');
    await asOperator.getByText('Tüzük birimlerin kendi aralarındadır.').waitFor();
  });
});
