import type { Page } from 'playwright-core';
import type { SignedIn } from '../support/app';
import { desktop, phone, startBrowserTest, type BrowserTest } from '../support/browser/browser';
import { pressesOn } from '../support/browser/presses';
import { bulletinDesk, doc, sectionOf } from '../support/bulletin-desk';
import { writtenDraft } from '../support/bulletin-stories';
import { buildWorld, type OfficeCode, type World } from '../support/world';

const partners = ['edremit', 'ayvalik'] as const;

describe('the page of a bulletin', () => {
  let browser: BrowserTest;
  let world: World;
  let desk: ReturnType<typeof bulletinDesk>;
  let id: string;
  let lead: SignedIn;

  beforeAll(async () => {
    browser = await startBrowserTest();
  });
  beforeEach(async () => {
    await browser.reset();
    world = await buildWorld(browser.test);
    desk = bulletinDesk(browser.test);
    lead = world.directors['balikesir-bb'];
    id = await offeredJointBulletin();
  });
  afterAll(() => browser.close());

  /** Of three offices, each with a paragraph of its own, offered for signature. */
  async function offeredJointBulletin(): Promise<string> {
    const draft = await writtenDraft(desk, lead, 'Körfez’de ışıklı yürüyüş yolu açılıyor');
    await desk.invite(
      draft,
      partners.map((code) => world.officeIds[code]),
      lead,
    );
    await desk.share(draft, lead);
    for (const code of partners) {
      await desk.accept(draft, world.directors[code]);
      const input = { kind: 'OFFICE', officeId: world.officeIds[code], content: doc(`${code} paragrafı: bin kişi.`) };
      await desk.addSection(draft, input, world.directors[code]);
    }
    await desk.submit(draft, lead);
    return draft;
  }

  async function signAll(): Promise<void> {
    for (const code of ['balikesir-bb', ...partners] as const) await desk.sign(id, world.directors[code]);
  }

  async function change(code: OfficeCode, kind: string, words: string): Promise<void> {
    const as = world.directors[code];
    const owner = kind === 'OFFICE' ? world.officeIds[code] : null;
    const section = sectionOf(await desk.get(id, as), kind, owner);
    const input = { expectedVersion: section.version, content: doc(words) };
    expect((await desk.editSection(id, section.id, input, as)).errors).toEqual([]);
  }

  const open = (as: SignedIn, viewport = desktop) => browser.open(as, `/bultenler/${id}`, { viewport });
  const chip = (page: Page, office: string, status: string | RegExp) =>
    page.getByRole('button', {
      name: new RegExp(`^${office} ${typeof status === 'string' ? status : status.source}`),
    });

  async function statuses(): Promise<Record<string, string>> {
    const bulletin = await desk.get(id, lead);
    return Object.fromEntries(bulletin?.signatures.map(({ office, status }) => [office.code, status]) ?? []);
  }

  it('shows what changed since the own signature and renews it, in two steps from the day', async () => {
    await signAll();
    await change('edremit', 'OFFICE', 'edremit paragrafı: bin 150 kişi.');
    const page = await browser.open(lead, '/');
    const press = pressesOn(page);

    await press('link', /^Değişikliğe bak: Körfez’de ışıklı/);
    const own = page.getByRole('region', { name: 'Biriminizin oluru' });
    await own.getByRole('heading', { name: 'Olurunuzdan beri metin değişti' }).waitFor();
    await own.locator('ins').waitFor();
    expect((await own.locator('ins').allTextContents()).join('')).toContain('150');
    await press('button', 'Oluru yenile');

    await chip(page, 'Balıkesir Büyükşehir Belediyesi', 'Olur verdi').waitFor();
    expect(await statuses()).toEqual({ 'balikesir-bb': 'SIGNED', edremit: 'STALE', ayvalik: 'SIGNED' });
    expect(press.count()).toBe(2);
  });

  it('signs nothing that was not on screen: words that moved are compared first', async () => {
    const page = await open(world.directors.edremit, phone);
    await page.getByRole('group', { name: 'Olur' }).getByRole('button', { name: 'Olur ver' }).click();
    const dialog = page.getByRole('dialog', { name: 'Olur ver' });
    await dialog.getByText('Metin özeti:').waitFor();

    await change('balikesir-bb', 'SPOT', 'Işıklı yol üç ilçeyi bağlıyor.');
    await dialog.getByRole('button', { name: 'Olur ver' }).click();
    await dialog.getByText('Siz okurken metin değişti.').waitFor();
    expect((await statuses())['edremit']).not.toBe('SIGNED');
    expect((await dialog.locator('ins').allTextContents()).join('')).toContain('üç');
    await dialog.getByRole('button', { name: 'Yeni metne olur ver' }).click();

    await chip(page, 'Edremit Belediyesi', 'Olur verdi').waitFor();
  });

  it('asks for changes with a reason that the others see at once', async () => {
    const ofLead = await open(lead);
    const page = await open(world.directors.ayvalik);

    await page.getByRole('button', { name: 'Düzeltme iste' }).click();
    const dialog = page.getByRole('dialog', { name: 'Düzeltme iste' });
    await dialog.getByRole('button', { name: 'Düzeltme iste' }).click();
    await dialog.getByText('Gerekçeyi yazın.').waitFor();
    await dialog.getByRole('textbox').fill('Ayvalık’taki kişi sayısı yanlış.');
    await dialog.getByRole('button', { name: 'Düzeltme iste' }).click();

    await ofLead
      .getByRole('status')
      .filter({ hasText: 'Ayvalık Belediyesi: Düzeltme istedi' })
      .waitFor({ state: 'attached' });
    await chip(ofLead, 'Ayvalık Belediyesi', 'Düzeltme istedi').click();
    await ofLead.getByText('Gerekçe: Ayvalık’taki kişi sayısı yanlış.').waitFor();
  });

  it('reminds the offices whose signature is waited for', async () => {
    const page = await open(lead);

    await page.getByRole('button', { name: 'Hatırlat' }).click();
    await page.getByText('Oluru beklenen birimlere hatırlatıldı.').waitFor();

    await browser.test.runJobs();
    const { data } = await browser.test.gql<{ notifications: { edges: { node: { kind: string } }[] } }>(
      '{ notifications { edges { node { kind } } } }',
      {},
      world.directors.ayvalik,
    );
    expect(data.notifications.edges.map(({ node }) => node.kind)).toContain('SIGNATURE_REMINDED');
  });

  it('tells others by opening it that the office has looked', async () => {
    const ofLead = await open(lead);
    await chip(ofLead, 'Ayvalık Belediyesi', 'Bekliyor').waitFor();

    await open(world.directors.ayvalik);

    await chip(ofLead, 'Ayvalık Belediyesi', 'Gördü').waitFor();
  });

  it('shows an office what goes out without it before it leaves', async () => {
    const page = await open(world.directors.ayvalik);

    await page.getByRole('button', { name: 'Diğer işlemler' }).click();
    await page.getByRole('menuitem', { name: 'Bültenden ayrıl' }).click();
    const dialog = page.getByRole('dialog', { name: 'Bültenden ayrıl' });
    await dialog.getByText('edremit paragrafı: bin kişi.').waitFor();
    expect(await dialog.getByText('ayvalik paragrafı').count()).toBe(0);
    await dialog.getByRole('button', { name: 'Bültenden ayrıl' }).click();
    await dialog.waitFor({ state: 'detached' });

    expect((await statuses())['ayvalik']).toBe('DECLINED');
  });

  it('takes a remark to everybody who has it open, and folds it when it is closed', async () => {
    const ofLead = await open(lead);
    await ofLead.getByRole('tab', { name: /^Yorumlar/ }).click();
    const page = await open(world.directors.edremit);
    await page.getByRole('tab', { name: /^Yorumlar/ }).click();

    await page.getByRole('textbox', { name: 'Yorum yaz' }).fill('Kişi sayısını teyit edelim.');
    await page.getByRole('button', { name: 'Gönder' }).click();
    await ofLead.getByText('Kişi sayısını teyit edelim.').waitFor();
    await ofLead.getByRole('button', { name: 'Yorumu kapat' }).click();

    await page.getByRole('tabpanel').getByText('Kapatıldı').first().waitFor();
  });
});
