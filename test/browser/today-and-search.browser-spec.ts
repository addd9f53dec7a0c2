import type { Page } from 'playwright-core';
import { Role } from '@domain/identity/actor';
import { buildMembership, buildUser } from '../factories/identity.factory';
import type { SignedIn } from '../support/app';
import { phone, startBrowserTest, type BrowserTest } from '../support/browser/browser';
import { bulletinDesk } from '../support/bulletin-desk';
import { writtenDraft } from '../support/bulletin-stories';
import { buildWorld, type World } from '../support/world';

describe('the day, the palette, search and notifications', () => {
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

  const lead = () => world.directors.edremit;
  const partner = () => world.directors.ayvalik;

  /** A bulletin of Edremit, shared with Ayvalık, which has not answered. */
  async function shared(headline: string, embargo?: string): Promise<string> {
    const id = await writtenDraft(desk, lead(), headline);
    const version = (await desk.get(id, lead()))?.version;
    if (embargo) await desk.update(id, { expectedVersion: version, embargo: { local: embargo } }, lead());
    await desk.invite(id, [world.officeIds.ayvalik], lead());
    await desk.share(id, lead());
    return id;
  }

  /** The same, accepted and offered for signature. */
  async function offered(headline: string, embargo?: string): Promise<string> {
    const id = await shared(headline, embargo);
    await desk.accept(id, partner());
    await desk.submit(id, lead());
    return id;
  }

  const tasks = (page: Page) => page.getByRole('region', { name: 'Beni bekleyen' });
  const paletteField = (page: Page) => page.getByRole('searchbox', { name: 'Kayıt ara, sayfaya git, işlem yap' });
  const bell = (page: Page) => page.getByRole('banner').getByLabel(/^Bildirimler/);

  async function today(as: SignedIn): Promise<Page> {
    const page = await browser.open(as, '/');
    await tasks(page).waitFor();
    return page;
  }

  async function path(page: Page): Promise<string> {
    await page.waitForLoadState();
    const { pathname, search } = new URL(page.url());
    return pathname + search;
  }

  describe('the day', () => {
    it('orders what waits by deadline, each with its reason and one act', async () => {
      await shared('Açık çağrı');
      await shared('Akşam konseri', '2026-04-23T18:00');
      await offered('Öğlen kesintisi', '2026-04-23T12:00');

      const page = await today(partner());

      const rows = tasks(page).getByRole('listitem');
      expect(await rows.getByRole('heading').allInnerTexts()).toEqual([
        'Öğlen kesintisi',
        'Akşam konseri',
        'Açık çağrı',
      ]);
      const [first = '', second = '', third = ''] = await rows.allInnerTexts();
      expect(first).toContain('Olurunuz bekleniyor');
      expect(first).toContain('ambargo bugün 12.00 · 3 sa kaldı');
      expect(second).toContain('Katılmanız isteniyor');
      expect(second).toContain('ambargo bugün 18.00 · 9 sa kaldı');
      expect(third).not.toContain('kaldı');
      expect(
        await rows
          .getByRole('button')
          .or(rows.getByRole('link', { name: /: / }))
          .allInnerTexts(),
      ).toEqual(['Oku, olur ver', 'Katıl', 'Katıl']);
      expect(await page.getByText('Perşembe 23 Nisan').count()).toBe(1);
      expect(await page.getByRole('region', { name: 'Servis sırası' }).getByRole('listitem').count()).toBe(2);
    });

    it('lets a row go once its act is done', async () => {
      const id = await shared('Akşam konseri', '2026-04-23T18:00');
      const page = await today(partner());

      await page.getByRole('button', { name: 'Katıl: Akşam konseri' }).click();

      await page.getByText('Bültene katıldınız.').waitFor();
      await tasks(page).getByText('Görüşünüz isteniyor').waitFor();
      expect(await page.getByRole('button', { name: 'Katıl: Akşam konseri' }).count()).toBe(0);
      expect((await desk.get(id, partner()))?.viewerCan).toContain('EDIT_OWN_SECTIONS');
    });

    it('says what comes next when nothing waits', async () => {
      const id = await offered('Akşam konseri', '2026-04-23T18:00');
      await desk.sign(id, partner());

      const page = await today(partner());

      await page.getByText('Sizi bekleyen iş yok.').first().waitFor();
      await page.getByText('Sıradaki: 18.00 Akşam konseri').waitFor();
    });

    it('shows new work without being asked', async () => {
      const page = await today(partner());
      await page.getByText('Sizi bekleyen iş yok.').first().waitFor();

      await shared('Akşam konseri');
      await browser.test.runJobs();

      await tasks(page).getByRole('heading', { name: 'Akşam konseri' }).waitFor();
    });
  });

  describe('the palette', () => {
    it('opens on Ctrl+K, finds places without Turkish letters and goes there', async () => {
      const page = await today(lead());

      await page.keyboard.press('Control+k');
      await paletteField(page).fill('bult');
      await page.getByRole('menuitem', { name: 'Bültenler' }).waitFor();
      await page.keyboard.press('Enter');

      await page.waitForURL('**/bultenler');
      expect(await paletteField(page).count()).toBe(0);
    });

    it('offers what can be done now and the records opened last', async () => {
      const id = await writtenDraft(desk, lead(), 'İğdeli içme suyu hattı');
      const page = await browser.open(lead(), `/bultenler/${id}`);
      await page.getByRole('heading', { name: 'İğdeli içme suyu hattı', level: 1 }).waitFor();
      await page.getByRole('link', { name: 'Bugün' }).first().click();
      await tasks(page).waitFor();

      await page.keyboard.press('Control+k');

      const groups = page.getByRole('dialog').getByRole('group');
      await groups.first().waitFor();
      expect(await groups.evaluateAll((all) => all.map((group) => group.firstElementChild?.textContent))).toEqual([
        'Son',
        'Git',
        'Yap',
      ]);
      expect(await groups.nth(0).getByRole('menuitem').allInnerTexts()).toEqual(['İğdeli içme suyu hattı']);
      expect(await groups.nth(2).getByRole('menuitem').allInnerTexts()).toContain('Bülten yaz\nN');
      await paletteField(page).fill('igdeli');
      await page.keyboard.press('Enter');
      await page.waitForURL(`**/bultenler/${id}`);
    });

    it('reaches any record in two steps, and in a new tab with Ctrl+Enter', async () => {
      const id = await writtenDraft(desk, lead(), 'Ayvalık’ta Şeytan Sofrası yolu');
      const page = await today(lead());

      await page.keyboard.press('Control+k');
      await paletteField(page).fill('seytan ayv');
      await page.getByRole('menuitem', { name: 'Ayvalık’ta Şeytan Sofrası yolu' }).waitFor();
      const opened = page.context().waitForEvent('page');
      await page.keyboard.press('Control+Enter');
      const tab = await opened;
      await tab.waitForURL(`**/bultenler/${id}`);
      await tab.close();

      expect(await path(page)).toBe('/');
      await page.keyboard.press('Control+k');
      await paletteField(page).fill('seytan ayv');
      await page.getByRole('menuitem', { name: 'Ayvalık’ta Şeytan Sofrası yolu' }).waitFor();
      await page.keyboard.press('Enter');
      await page.waitForURL(`**/bultenler/${id}`);
    });
  });

  describe('search', () => {
    it('finds by ASCII typing, marks the words and opens the record in two taps on a phone', async () => {
      const id = await writtenDraft(desk, lead(), 'Ayvalık’ta Şeytan Sofrası yolu');
      const page = await browser.open(lead(), '/', { viewport: phone });

      await page.getByRole('link', { name: 'Ara' }).click();
      await page.locator('input:focus').waitFor();
      await page.keyboard.type('seytan ayv');
      const hit = page.getByRole('link', { name: 'Ayvalık’ta Şeytan Sofrası yolu' });
      await hit.waitFor();
      expect(await hit.locator('mark').allInnerTexts()).toEqual(['Ayvalık', 'Şeytan']);
      expect(new URL(page.url()).searchParams.get('q')).toBe('seytan ayv');
      await hit.click();

      await page.waitForURL(`**/bultenler/${id}`);
    });

    it('narrows to one kind in the address', async () => {
      await writtenDraft(desk, lead(), 'Ayvalık feribotu');
      const page = await browser.open(lead(), '/ara?q=ayvalik');
      await page.getByRole('heading', { name: 'Bültenler', level: 2 }).waitFor();

      await page.getByRole('navigation', { name: 'Tür' }).getByRole('link', { name: 'Birimler' }).click();

      await page.waitForURL('**/ara?q=ayvalik&tur=birim');
      expect(await page.getByRole('heading', { level: 2 }).allInnerTexts()).toEqual(['Birimler']);
    });

    it('says how to go on when nothing is found', async () => {
      const page = await browser.open(lead(), '/ara?q=zzz');

      await page.getByText('Bu sözcüklerle bir kayıt bulunamadı.').waitFor();
    });
  });

  describe('notifications', () => {
    it('ring at once by what somebody else does, and clear when they are opened', async () => {
      const page = await today(partner());
      expect(await bell(page).first().getAttribute('aria-label')).toBe('Bildirimler, bekleyen yok');

      const id = await shared('Akşam konseri');
      await browser.test.runJobs();

      await page.getByRole('banner').getByLabel('Bildirimler, bekleyen: 1').first().waitFor();
      await page.getByRole('banner').getByRole('button', { name: 'Bildirimler, bekleyen: 1' }).click();
      const panel = page.getByRole('dialog', { name: 'Beni bekleyen' });
      await panel.getByText('Ayvalık Belediyesi adına').waitFor();
      await panel.getByRole('link').first().click();
      await page.waitForURL(`**/bultenler/${id}`);
      await page.getByRole('banner').getByLabel('Bildirimler, bekleyen yok').first().waitFor();
    });

    it('can be put off and come back', async () => {
      await shared('Akşam konseri');
      await browser.test.runJobs();
      const page = await browser.open(partner(), '/bildirimler');

      await page.getByRole('button', { name: /^İşlemler/ }).click();
      await page.getByRole('menuitem').first().waitFor();
      expect(await page.getByRole('menuitem').allInnerTexts()).toEqual([
        '1 saat ertele',
        'Bu akşama ertele, 18.00',
        'Yarına ertele, 09.00',
        'Okundu say',
        'Takibi bırak',
      ]);
      await page.getByRole('menuitem', { name: '1 saat ertele' }).click();

      await page.getByText('Sizi bekleyen bildirim yok.').waitFor();
      browser.test.clock.advance({ minutes: 61 });
      await page.reload();
      await page.getByRole('button', { name: /^İşlemler/ }).waitFor();
      expect(await page.getByText('Sizi bekleyen bildirim yok.').count()).toBe(0);
    });

    it('are parted by tabs in the address', async () => {
      const page = await browser.open(partner(), '/bildirimler');

      await page.getByRole('link', { name: 'Takip ettiklerim' }).click();
      await page.waitForURL('**/bildirimler?sekme=takip');
      await page.getByText('Takip ettiğiniz bültenlerden haber yok.').waitFor();
      expect(await page.getByRole('link', { name: 'Takip ettiklerim' }).getAttribute('aria-current')).toBe('page');
    });
  });

  it('changes the office of people who belong to two', async () => {
    const db = browser.test.dataSource.manager;
    const user = await buildUser(db, { name: 'İpek Çağlar' });
    for (const code of ['edremit', 'ayvalik'] as const) {
      await buildMembership(db, { userId: user.id, officeId: world.officeIds[code], role: Role.PRESS_DIRECTOR });
    }
    await shared('Akşam konseri');
    const page = await today(await browser.test.signInAs(user, world.officeIds.edremit));

    await page.getByRole('button', { name: /Birim değiştir/ }).click();
    await page.getByRole('menuitem', { name: 'Ayvalık Belediyesi' }).click();

    await page.getByText('Ayvalık Belediyesi adına çalışıyorsunuz.').waitFor();
    await tasks(page).getByRole('heading', { name: 'Akşam konseri' }).waitFor();
    await page.getByRole('button', { name: /^Ayvalık Belediyesi/ }).waitFor();
  });

  describe('the keyboard', () => {
    it('goes by two letters, moves by J and K, and begins with N', async () => {
      await shared('Açık çağrı');
      const id = await shared('Akşam konseri', '2026-04-23T18:00');
      const page = await today(partner());
      await tasks(page).getByRole('heading', { name: 'Akşam konseri' }).waitFor();

      await page.keyboard.press('j');
      await page.keyboard.press('j');
      await page.keyboard.press('k');
      await page.keyboard.press('Enter');
      await page.waitForURL(`**/bultenler/${id}`);
      await page.keyboard.press('g');
      await page.keyboard.press('u');
      await tasks(page).waitFor();
      await page.keyboard.press('n');
      await page.waitForURL('**/bultenler/yeni');
    });

    it('lists the shortcuts on F1 and lets the letters be turned off', async () => {
      const page = await today(lead());

      await page.keyboard.press('F1');
      const sheet = page.getByRole('dialog', { name: 'Klavye kısayolları' });
      await sheet.getByText('Bülten yaz').waitFor();
      await sheet.getByRole('switch', { name: 'Harf kısayolları açık' }).press('Space');
      await page.keyboard.press('Escape');
      await page.keyboard.press('g');
      await page.keyboard.press('b');
      await page.keyboard.press('n');
      await page.keyboard.press('Control+k');

      await paletteField(page).waitFor();
      expect(await path(page)).toBe('/');
    });

    it('keeps out of fields and lists', async () => {
      const page = await browser.open(lead(), '/ara');
      const field = page.getByRole('searchbox');

      await field.fill('');
      await field.press('n');
      await field.press('g');
      await field.press('u');

      expect(await field.inputValue()).toBe('ngu');
      expect(await path(page)).toContain('/ara');
    });
  });

  it('keeps appearance and language on the device', async () => {
    const page = await today(lead());

    await page.getByRole('button', { name: /^Hesap/ }).click();
    await page.getByRole('menuitemradio', { name: 'Koyu' }).click();
    await page.getByRole('button', { name: /^Hesap/ }).click();
    await page.getByRole('menuitemradio', { name: 'English' }).click();

    await page.getByRole('heading', { name: 'Today', level: 1 }).waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    expect(await page.locator('html').getAttribute('data-theme')).toBe('dark');
  });
});
