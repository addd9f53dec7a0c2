import { BulletinReleaseClock } from '../../apps/api/src/bulletins/bulletin-release-clock.service';
import { DeliveryDispatcher } from '../../apps/api/src/core/delivery/delivery-dispatcher.service';
import { buildContact, buildList } from '../factories/media.factory';
import type { SignedIn } from '../support/app';
import { startBrowserTest, type BrowserTest } from '../support/browser/browser';
import { pressesOn } from '../support/browser/presses';
import { bulletinDesk, doc, sectionOf } from '../support/bulletin-desk';
import { writtenDraft } from '../support/bulletin-stories';
import { startSmtpSink, type SmtpSink } from '../support/smtp-sink';
import { buildWorld, type World } from '../support/world';

const addresses = ['haber@isik.example', 'haber@korfez.example', 'haber@sahil.example'];

describe('the check page', () => {
  let browser: BrowserTest;
  let sink: SmtpSink;
  let world: World;
  let desk: ReturnType<typeof bulletinDesk>;
  let lead: SignedIn;

  beforeAll(async () => {
    sink = await startSmtpSink();
    browser = await startBrowserTest({ SMTP_URL: sink.url, MAIL_RATE_PER_SECOND: '1000' });
  });
  beforeEach(async () => {
    await browser.reset();
    sink.clear();
    world = await buildWorld(browser.test);
    desk = bulletinDesk(browser.test);
    lead = world.directors.edremit;
    await buildTwoLists();
  });
  afterAll(async () => {
    await browser.close();
    await sink.close();
  });

  /** Three people; one of them on both lists. */
  async function buildTwoLists(): Promise<void> {
    const db = browser.test.dataSource.manager;
    const [first, second, third] = await Promise.all(addresses.map((email) => buildContact(db, { email, name: null })));
    if (!first || !second || !third) throw new Error('three were asked for');
    await buildList(db, { name: 'Körfez yerel' }, { contacts: [first, second] });
    await buildList(db, { name: 'Ajanslar' }, { contacts: [second, third] });
  }

  async function offered(): Promise<string> {
    const id = await writtenDraft(desk, lead, 'Edremit’te ışıklı yürüyüş yolu açılıyor');
    await desk.submit(id, lead);
    return id;
  }

  async function signed(): Promise<string> {
    const id = await offered();
    expect((await desk.sign(id, lead)).errors).toEqual([]);
    return id;
  }

  const releaseDue = () => browser.test.app.get(BulletinReleaseClock).releaseDue(browser.test.system());
  const sendDue = () => browser.test.app.get(DeliveryDispatcher).sendDue(browser.test.system());
  const recipients = () => sink.mails.flatMap(({ envelope }) => envelope.to).sort();
  const newsroom = async (path: string) => (await fetch(`${browser.test.url}${path}`)).text();

  async function releasedToBothLists(): Promise<string> {
    const id = await signed();
    const { data } = await browser.test.gql<{ mediaLists: { id: string }[] }>('{ mediaLists { id } }', {}, lead);
    const input = { listIds: data.mediaLists.map((list) => list.id) };
    await desk.mutate('bulletinChooseLists', '$id: ID!, $input: BulletinChooseListsInput!', { id, input }, lead);
    await desk.approve(id, lead);
    expect(await releaseDue()).toEqual([id]);
    expect(await sendDue()).toBe(addresses.length);
    return id;
  }

  it('sets a release to the end of the embargo in four steps from the day; then newsroom and mail have it', async () => {
    const id = await signed();
    const page = await browser.open(lead, '/');
    const press = pressesOn(page);

    await press('link', /^Kontrol et, servis et: Edremit’te ışıklı/);
    await page.getByRole('heading', { name: 'Servise engel yok' }).waitFor();
    await page.getByLabel('Ambargo, gün').fill('2026-04-23');
    await page.getByLabel('Ambargo, saat').fill('1700');
    await press('checkbox', /Körfez yerel/);
    await press('checkbox', /Ajanslar/);
    await page.getByText('Toplam: 3 kişi (yinelenen ayıklandı: 1)').waitFor();
    await press('button', 'Kur: 17.00');
    await page.getByText('Kuruldu: 17.00').waitFor();

    expect(press.count()).toBe(4);
    expect(await releaseDue()).toEqual([]);
    expect(await newsroom('/basin')).not.toContain('ışıklı yürüyüş yolu');
    browser.test.clock.set('2026-04-23T17:00:00+03:00');
    expect(await releaseDue()).toEqual([id]);
    await page.getByRole('heading', { name: 'Gönderimler', level: 1 }).waitFor();
    expect(await sendDue()).toBe(3);
    await page.getByRole('cell', { name: 'Ulaştı' }).nth(2).waitFor();
    expect(recipients()).toEqual(addresses);
    const path = (await desk.get(id, lead))?.publicPath ?? '';
    expect(await newsroom(path)).toContain('Edremit’te ışıklı yürüyüş yolu açılıyor');
    expect(await page.getByRole('link', { name: 'Basın odasında aç' }).getAttribute('href')).toBe(path);
  });

  it('lets nothing out while a signature is missing, and says which', async () => {
    const id = await offered();
    const page = await browser.open(lead, `/bultenler/${id}/kontrol`);

    await page.getByRole('heading', { name: 'Servise engel: 1' }).waitFor();
    await page.getByText('Olur eksik: Bekliyor').or(page.getByText('Olur eksik: Gördü')).first().waitFor();
    await page.getByRole('button', { name: /^Servis et/ }).click({ force: true });

    expect(await page.getByRole('button', { name: 'Servis et (Bekleyen olur: 1)' }).count()).toBe(1);
    expect((await desk.get(id, lead))?.state).toBe('IN_SIGNOFF');
  });

  it('sends a test to the viewer alone', async () => {
    const id = await signed();
    const page = await browser.open(lead, `/bultenler/${id}/kontrol`);

    await page.getByRole('button', { name: 'Deneme: yalnız bana' }).click();
    await page.getByText('Deneme e-postası adresinize gönderildi.').waitFor();
    await browser.test.runJobs();
    await sendDue();

    const [mail] = await sink.waitFor(1, 20_000);
    expect((await mail?.parse())?.subject).toBe('[Deneme] Edremit’te ışıklı yürüyüş yolu açılıyor');
    expect(sink.mails).toHaveLength(1);
  });

  it('corrects a released text in four presses, for exactly those who received it', async () => {
    const id = await releasedToBothLists();
    sink.clear();
    const page = await browser.open(lead, `/bultenler/${id}`);
    const press = pressesOn(page);

    await press('button', 'Diğer işlemler');
    await press('menuitem', 'Düzeltme yayımla');
    await page.getByRole('textbox', { name: /Okura görünen düzeltme notu/ }).fill('“3” yerine “4” kilometre.');
    await press('button', 'Düzeltmeye başla');
    await page.getByText('Bu bülten bir düzeltmedir.').waitFor();
    const correctionId = new URL(page.url()).pathname.split('/').at(-1) ?? '';
    const wrong = sectionOf(await desk.get(correctionId, lead), 'LEAD');
    const content = doc('Belediye 4 kilometrelik yolu bugün açıyor.');
    await desk.editSection(correctionId, wrong.id, { expectedVersion: wrong.version, content }, lead);
    await press('button', 'Olura sun');
    await page.getByText('Bülten olura sunuldu.').waitFor();

    expect(press.count()).toBe(4);
    await desk.sign(correctionId, lead);
    await page.goto(`/bultenler/${correctionId}/kontrol`);
    await page.getByText('Yanlış metni alanlar: 3 kişi').waitFor();
    await page.getByRole('button', { name: 'Servis et' }).click();
    await page.getByText('Servis onaylandı; bülten birazdan çıkıyor.').waitFor();
    expect(await releaseDue()).toEqual([correctionId]);
    await sendDue();
    expect(recipients()).toEqual(addresses);
  });

  it('withdraws with a reason that readers see', async () => {
    const id = await releasedToBothLists();
    const page = await browser.open(lead, `/bultenler/${id}`);

    await page.getByRole('button', { name: 'Diğer işlemler' }).click();
    await page.getByRole('menuitem', { name: 'Geri çek' }).click();
    const dialog = page.getByRole('dialog', { name: 'Geri çek' });
    await dialog.getByRole('textbox').fill('Yol bugün açılmıyor.');
    await dialog.getByRole('button', { name: 'Geri çek' }).click();

    await page.getByText('Bülten geri çekildi.').waitFor();
    await dialog.waitFor({ state: 'detached' });
    await page.getByText('Yol bugün açılmıyor.').first().waitFor();
    expect((await desk.get(id, lead))?.state).toBe('WITHDRAWN');
  });
});
