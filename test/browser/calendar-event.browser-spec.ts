/** An event from the wish to the postponement: it collides, says why, takes a free time, is settled and put off. */
import { ensureReference } from '../../apps/api/src/offices/reference';
import { startBrowserTest, type BrowserTest } from '../support/browser/browser';
import { calendarDesk } from '../support/calendar-desk';
import { buildWorld, type World } from '../support/world';

jest.setTimeout(120_000);

let browser: BrowserTest;
let world: World;
let desk: ReturnType<typeof calendarDesk>;

beforeAll(async () => {
  browser = await startBrowserTest();
});
beforeEach(async () => {
  await browser.reset();
  await ensureReference(browser.test.system());
  world = await buildWorld(browser.test);
  desk = calendarDesk(browser.test);
});
afterAll(() => browser.close());

it('sees a clash while it is written, takes a free time, is confirmed and postponed with a reason', async () => {
  const { edremit, ayvalik } = world.directors;
  const venueId = await desk.venue({ name: 'Edremit Kültür Merkezi' }, edremit);
  const taken = await desk.create({ title: 'Muhtarlar buluşması', venueId }, edremit);
  await desk.move(taken.id, 'Confirm', edremit);
  const page = await browser.open(ayvalik, '/takvim/yeni?baslangic=2026-05-12T15:00');

  await page.getByLabel('Etkinliğin adı').fill('Zeytin paneli');
  const venue = page.getByRole('combobox', { name: /^Yer/ });
  await venue.fill('edremit kultur');
  await page.getByRole('option', { name: /Edremit Kültür Merkezi/ }).click();
  await page.getByRole('checkbox', { name: 'Gömeç Belediyesi' }).check({ force: true });

  const panel = page.getByRole('region', { name: 'Çakışma denetimi' });
  await panel.getByText('Çakışma: 1').waitFor();
  expect(await panel.innerText()).toContain('Aynı yer');
  expect(await panel.getByRole('link', { name: 'Muhtarlar buluşması' }).count()).toBe(1);

  await panel.getByRole('button', { name: 'Al: 12 Mayıs 2026 16.00' }).click();
  await panel.getByText('Çakışma yok.').waitFor();
  await page.getByRole('button', { name: 'Taslağı kaydet' }).click();
  await page.getByRole('heading', { level: 1, name: 'Zeytin paneli' }).waitFor();
  await page.getByText('12 Mayıs 2026 Salı 16.00–17.00').waitFor();

  await page.getByRole('button', { name: 'Kesinleştir' }).click();
  await page.getByText('Kesinleşti', { exact: true }).waitFor();
  await page.getByRole('button', { name: 'Diğer işlemler' }).click();
  await page.getByRole('menuitem', { name: 'Ertele' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Ertele' }).click();
  await page.getByRole('dialog').locator('[data-invalid]').first().waitFor();
  await page.getByLabel('Neden').fill('Fırtına uyarısı');
  await page.getByRole('dialog').getByRole('button', { name: 'Ertele' }).click();

  await page.getByText('Ertelendi: Fırtına uyarısı').waitFor();
  const { event } = (await desk.between('2026-05-12', '2026-05-12', world.directors.gomec)).at(-1) ?? {};
  expect(event).toMatchObject({ title: 'Zeytin paneli', state: 'POSTPONED', partners: [{ code: 'gomec' }] });
});

it('makes an address for calendar programs that a program can read, and closes it', async () => {
  const page = await browser.open(world.directors.edremit, '/takvim/abonelik');

  await page.getByRole('button', { name: 'Adres oluştur' }).click();
  const address = new URL(await page.getByLabel('Takvim adresi').inputValue());
  expect((await browser.test.http.get(address.pathname)).text).toMatch(/^BEGIN:VCALENDAR/);

  await page.getByRole('button', { name: 'Kapat', exact: true }).last().click();
  await page.getByText('Henüz adresiniz yok').waitFor();
  expect((await browser.test.http.get(address.pathname)).status).toBe(404);
});
