/**
 * Every page of the workspace, empty, filled, with its dialogs and menus open, and when something failed: no finding
 * of axe (WCAG 2.2 A and AA), no sideways scroll, no small target, in two colour schemes and three widths, and no
 * spilled label with large letters or long words. Each page is loaded once and then looked at (support/browser/looks).
 */
import type { Page } from 'playwright-core';
import { Role } from '@domain/identity/actor';
import { BulletinReleaseClock } from '../../apps/api/src/bulletins/bulletin-release-clock.service';
import { ensureReference } from '../../apps/api/src/offices/reference';
import { buildMembership, buildUser } from '../factories/identity.factory';
import { buildContact, buildList, buildOutlet } from '../factories/media.factory';
import type { SignedIn } from '../support/app';
import { attachPictures } from '../support/attached-pictures';
import { startBrowserTest, type BrowserTest } from '../support/browser/browser';
import { barriersOf, type Opening, type Scene } from '../support/browser/looks';
import { calendarDesk } from '../support/calendar-desk';
import { bulletinDesk, doc, sectionOf } from '../support/bulletin-desk';
import { writtenDraft } from '../support/bulletin-stories';
import { buildWorld, type World } from '../support/world';

jest.setTimeout(300_000);

const press =
  (role: 'button' | 'link' | 'menuitem' | 'tab', name: string | RegExp) =>
  (page: Page): Promise<void> =>
    page.getByRole(role, { name }).filter({ visible: true }).first().click();

/** Opens by a press on the button of this name. */
const button = (name: string, label: string | RegExp = name): Opening => ({ name, open: press('button', label) });

/** Opens from the menu of this name. */
const fromMenu = (menu: string | RegExp, item: string): Opening => ({
  name: item,
  open: async (page) => {
    await press('button', menu)(page);
    await press('menuitem', item)(page);
    await page.getByRole('dialog').waitFor();
  },
});

const keys = (name: string, combination: string): Opening => ({
  name,
  open: (page) => page.keyboard.press(combination),
});

/** Sends what is there, so that the fields say what is missing. */
const send = (name: string, first?: string | RegExp) => async (page: Page) => {
  if (first !== undefined) await press('button', first)(page);
  await page.getByRole('button', { name }).last().click();
  await page.locator('[data-invalid], [role=alert]').first().waitFor();
};

let browser: BrowserTest;
let world: World;
let desk: ReturnType<typeof bulletinDesk>;

beforeAll(async () => {
  browser = await startBrowserTest();
});
beforeEach(async () => {
  await browser.reset();
  await ensureReference(browser.test.system());
  world = await buildWorld(browser.test);
  desk = bulletinDesk(browser.test);
});
afterAll(() => browser.close());

const edremit = () => world.directors.edremit;

/** Two windows share the scenes: a page that settles leaves the processor to the other. */
async function findings(scenes: readonly Scene[], as: SignedIn | null): Promise<string[]> {
  const shares = [0, 1].map((window) => scenes.filter((_, index) => index % 2 === window));
  const found = shares.map(async (share) => barriersOf(await browser.open(as, 'about:blank'), share));
  return (await Promise.all(found)).flat();
}

it('has no barrier before the sign-in', async () => {
  const wrong = async (page: Page) => {
    await page.getByLabel('E-posta adresi').fill('yok@edremit.ornek');
    await page.getByLabel('Parola').fill('Yanlış bir parola');
    await send('Giriş yap')(page);
  };
  const scenes = [
    { path: '/giris' },
    { path: '/giris', prepare: wrong },
    { path: '/davet' },
    { path: '/davet#x' },
    { path: '/parola' },
    { path: '/parola#x' },
  ];

  expect(await findings(scenes, null)).toEqual([]);
});

it('has no barrier where there is nothing yet', async () => {
  const scenes = [
    '/',
    '/bultenler',
    '/bultenler?q=yok',
    '/bultenler/00000000-0000-7000-8000-000000000000',
    '/sablonlar',
    '/rehber',
    '/rehber?ara=yok',
    '/rehber/kuruluslar',
    '/rehber/listeler',
    '/bildirimler',
    '/ara?q=yokboyle',
    '/yonetim/vekalet',
    '/yok-boyle-bir-sayfa',
  ].map((path) => ({ path }));

  expect(await findings(scenes, edremit())).toEqual([]);
});

it('has no barrier in the shell and on the pages of a person', async () => {
  const user = await buildUser(browser.test.dataSource.manager, { name: 'İpek Çağlar' });
  for (const code of ['edremit', 'ayvalik'] as const) {
    const role = Role.PRESS_DIRECTOR;
    await buildMembership(browser.test.dataSource.manager, { userId: user.id, officeId: world.officeIds[code], role });
  }
  await waitingWork();
  const shell = [
    button('account', /^Hesap/),
    button('offices', /Birim değiştir/),
    button('new', 'Yeni'),
    keys('palette', 'Control+k'),
    keys('shortcuts', 'F1'),
    {
      name: 'notifications',
      open: (page: Page) =>
        page
          .getByRole('banner')
          .getByLabel(/^Bildirimler/)
          .filter({ visible: true })
          .click(),
    },
  ];
  const offline = (page: Page) => page.evaluate(() => dispatchEvent(new Event('offline')));
  const unreachable = async (page: Page) => {
    await page.route('**/graphql', (route) => route.abort());
    await page.getByRole('link', { name: 'Bültenler' }).filter({ visible: true }).first().click();
    await page.getByRole('button', { name: 'Yeniden dene' }).first().waitFor();
    await page.unroute('**/graphql');
  };
  const scenes = [
    { path: '/', openings: shell },
    { path: '/ara?q=isikli', prepare: offline },
    { path: '/', prepare: unreachable },
    { path: '/bildirimler', openings: [button('acts of a row', /^İşlemler/)] },
    { path: '/hesap' },
    { path: '/hesap/guvenlik', prepare: send('Parolayı değiştir') },
    { path: '/hesap/oturumlar' },
    { path: '/hesap/bildirimler' },
    { path: '/hesap/gorunum' },
    { path: '/yardim' },
  ];

  expect(await findings(scenes, await browser.test.signInAs(user, world.officeIds.edremit))).toEqual([]);
});

/** Edremit has something to sign, and a notification of it. */
async function waitingWork(): Promise<string> {
  const id = await writtenDraft(desk, world.directors.ayvalik, 'Körfez’de ışıklı yürüyüş yolu açılıyor');
  await desk.invite(id, [world.officeIds.edremit], world.directors.ayvalik);
  await desk.share(id, world.directors.ayvalik);
  await desk.accept(id, edremit());
  await desk.submit(id, world.directors.ayvalik);
  await browser.test.runJobs();
  return id;
}

it('has no barrier on the list of bulletins and the templates', async () => {
  await waitingWork();
  await writtenDraft(desk, edremit(), 'Ayçiçeği üreticisine tohum ve gübre desteği başvuruları başladı');
  const { data } = await browser.test.gql<{ bulletinTemplateCreate: { template: { id: string } } }>(
    'mutation ($input: BulletinTemplateCreateInput!) { bulletinTemplateCreate(input: $input) { template { id } } }',
    { input: { name: 'Ortak hasat bülteni', sections: [{ kind: 'LEAD', content: doc('Hasat [gün] başladı.') }] } },
    edremit(),
  );
  const select = (page: Page) => page.getByRole('checkbox', { name: /Ayçiçeği/ }).check({ force: true });
  const acts = /^İşlemler: Ayçiçeği/;
  const scenes = [
    {
      path: '/bultenler',
      openings: [
        button('filters', 'Süzgeçler'),
        button('views', 'Görünümler'),
        button('acts of a row', acts),
        fromMenu(acts, 'Şablon olarak sakla'),
        fromMenu(acts, 'Taslağı at'),
      ],
    },
    { path: '/bultenler?durum=taslak', prepare: select, openings: [button('tag', 'Etiket ekle')] },
    { path: '/bultenler/yeni' },
    { path: '/sablonlar', openings: [button('acts of a template', /^İşlemler/)] },
    { path: '/sablonlar/yeni', prepare: send('Şablonu sakla') },
    { path: `/sablonlar/${data.bulletinTemplateCreate.template.id}` },
  ];

  expect(await findings(scenes, edremit())).toEqual([]);
});

it('has no barrier at the desk of a bulletin', async () => {
  const draft = await writtenDraft(desk, edremit(), 'Zeytin hasadı başladı');
  await attachPictures(browser.test, desk, draft, edremit(), 2);
  const quote = { kind: 'QUOTE', officeId: world.officeIds.edremit, content: doc('Hasat bereketli geçiyor.') };
  await desk.addSection(draft, quote, edremit());
  await desk.invite(draft, [world.officeIds.ayvalik], edremit());
  const lead = sectionOf(await desk.get(draft, edremit()), 'LEAD');
  await browser.test.gql(
    'mutation ($id: ID!, $input: BulletinCommentAddInput!) { bulletinCommentAdd(id: $id, input: $input) { errors { code } } }',
    { id: draft, input: { body: 'Kaç kişi katılacak?', sectionId: lead.id, quotedText: '3 kilometrelik' } },
    edremit(),
  );
  const menu = 'Diğer işlemler';
  const openings = [
    button('acts', menu),
    fromMenu(menu, 'Ortak birim çağır'),
    fromMenu(menu, 'Taslağı at'),
    button('part to add', /Bölüm ekle/),
    button('chip of an office', /^Ayvalık Belediyesi/),
    button('speaker', /Konuşan ve onay/),
    button('words of a picture', /^Düzenle:/),
  ];
  const tabs = ['yorum', 'degisiklik', 'gecmis'].map((tab) => ({ path: `/bultenler/${draft}?sekme=${tab}` }));

  expect(await findings([{ path: `/bultenler/${draft}`, openings }, ...tabs], edremit())).toEqual([]);
});

it('has no barrier where a bulletin is signed, checked and released', async () => {
  const db = browser.test.dataSource.manager;
  await buildList(db, { name: 'Körfez yerel' }, { contacts: [await buildContact(db), await buildContact(db)] });
  const stale = await waitingWork();
  await desk.sign(stale, edremit());
  const spot = sectionOf(await desk.get(stale, world.directors.ayvalik), 'SPOT');
  const change = { expectedVersion: spot.version, content: doc('Işıklı yol üç ilçeyi bağlıyor.') };
  await desk.editSection(stale, spot.id, change, world.directors.ayvalik);
  const unsigned = await waitingWork();
  const released = await releasedAlone();
  const menu = 'Diğer işlemler';
  const ofSigner = [
    { path: `/bultenler/${stale}` },
    {
      path: `/bultenler/${unsigned}`,
      openings: [button('sign', 'Olur ver'), fromMenu(menu, 'Bültenden ayrıl')],
    },
    { path: `/bultenler/${released}`, openings: [fromMenu(menu, 'Düzeltme yayımla'), fromMenu(menu, 'Geri çek')] },
    { path: `/bultenler/${released}/kontrol` },
  ];
  const ofLead = [{ path: `/bultenler/${stale}/kontrol` }, { path: `/bultenler/${stale}?sekme=servis` }];

  const asLead = world.directors.ayvalik;
  expect([...(await findings(ofSigner, edremit())), ...(await findings(ofLead, asLead))]).toEqual([]);
});

async function releasedAlone(): Promise<string> {
  const id = await writtenDraft(desk, edremit(), 'Açık hava sineması başlıyor');
  await desk.submit(id, edremit());
  await desk.sign(id, edremit());
  await desk.approve(id, edremit());
  await browser.test.app.get(BulletinReleaseClock).releaseDue(browser.test.system());
  await browser.test.runJobs();
  return id;
}

it('has no barrier in the calendar', async () => {
  const calendar = calendarDesk(browser.test);
  const venueId = await calendar.venue({ name: 'Edremit Kültür Merkezi' }, edremit());
  const asked = [{ officeId: world.officeIds.edremit, role: 'MAYOR', status: 'CONFIRMED' }];
  const claims = { venueId, attendances: asked, audience: 1_200 };
  const event = await calendar.create({ ...claims, title: 'Ağustos böceği şenliği' }, edremit());
  await calendar.move(event.id, 'Confirm', edremit());
  const rule = 'FREQ=WEEKLY;COUNT=3';
  const other = await calendar.create({ ...claims, rule, title: 'Koro provası' }, world.directors.ayvalik);
  await calendar.move(other.id, 'Confirm', world.directors.ayvalik);
  const secret = { title: 'Gizli', isConfidential: true, isPublic: false, startLocal: '2026-05-14T10:00' };
  await calendar.move((await calendar.create(secret, world.directors.ayvalik)).id, 'Confirm', world.directors.ayvalik);
  const scenes = [
    ...['ay', 'hafta', 'ajanda', 'birimler'].map((view) => ({ path: `/takvim?tarih=2026-05-12&gorunum=${view}` })),
    { path: '/takvim?tarih=2026-08-12' },
    { path: '/takvim/yeni?baslangic=2026-05-12T15:00', prepare: send('Taslağı kaydet') },
    { path: `/takvim/${event.id}`, openings: [fromMenu('Diğer işlemler', 'Ertele')] },
    { path: '/takvim/abonelik' },
  ];

  expect(await findings(scenes, edremit())).toEqual([]);
});

it('has no barrier in the media guide', async () => {
  const db = browser.test.dataSource.manager;
  const outlet = await buildOutlet(db);
  const contacts = [await buildContact(db, { outletId: outlet.id }), await buildContact(db, { bouncedAt: new Date() })];
  const list = await buildList(db, { name: 'Körfez yerel' }, { contacts, lentTo: [world.officeIds.ayvalik] });
  const file = {
    name: 'rehber.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from('Ad;E-posta;Kuruluş\nIşıl Öz;isil@gazete.example;Işık Gazetesi\nŞebnem;yanlış adres;\n'),
  };
  const choose = async (page: Page) => {
    await page.locator('input[type=file]').setInputFiles(file);
    await page.getByText('rehber.csv').first().waitFor();
  };
  const scenes = [
    { path: '/rehber', openings: [button('new person', 'Kişi ekle'), button('district', /İlçe/)] },
    { path: `/rehber?kisi=${contacts[0]?.id}` },
    { path: '/rehber', prepare: send('Ekle', 'Kişi ekle') },
    { path: '/rehber/kuruluslar', openings: [button('new outlet', 'Kuruluş ekle')] },
    { path: `/rehber/kuruluslar?kurulus=${outlet.id}` },
    { path: '/rehber/listeler', openings: [button('new list', 'Liste aç')] },
    { path: `/rehber/listeler/${list.id}` },
    { path: '/rehber/aktar', prepare: choose },
  ];

  expect(await findings(scenes, edremit())).toEqual([]);
});

it('has no barrier in the administration', async () => {
  const db = browser.test.dataSource.manager;
  const colleague = await buildUser(db, { name: 'Iğdır Özgü' });
  await buildMembership(db, { userId: colleague.id, officeId: world.officeIds.edremit });
  await browser.test.gql(
    'mutation ($input: DeputyshipGrantInput!) { deputyshipGrant(input: $input) { errors { code } } }',
    {
      input: {
        deputyId: colleague.id,
        scope: 'ALL',
        reason: 'Yıllık izin',
        validFrom: '2026-04-23T06:00:00Z',
        validUntil: '2026-04-30T06:00:00Z',
      },
    },
    edremit(),
  );
  const operator = await buildUser(db, { name: 'Ülkü İşletmen', isOperator: true });
  const ofDirector = [
    { path: '/yonetim/birimler' },
    { path: '/yonetim/birimler/edremit', openings: [button('key', 'Anahtar oluştur')] },
    {
      path: '/yonetim/uyeler',
      openings: [button('invite', 'Davet et'), button('acts of a member', /^Iğdır Özgü/)],
    },
    { path: '/yonetim/uyeler', prepare: send('Daveti gönder', 'Davet et') },
    { path: '/yonetim/vekalet', openings: [button('deputy', 'Vekil belirle')] },
    { path: '/yonetim/tuzuk' },
    { path: '/yonetim/tuzuk/oneri' },
    { path: '/yonetim/roller' },
    { path: '/yonetim/kayitlar' },
  ];
  const ofOperator = [
    { path: '/yonetim/birimler', openings: [button('activate', 'Etkinleştir: Bandırma Belediyesi')] },
    { path: '/yonetim/uyeler' },
  ];

  const asOperator = await browser.test.signInAs(operator, null);
  expect([...(await findings(ofDirector, edremit())), ...(await findings(ofOperator, asOperator))]).toEqual([]);
});
