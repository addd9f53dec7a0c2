import { startBrowserTest, type BrowserTest } from '../support/browser/browser';
import { buildWorld, type World } from '../support/world';

describe('the door of the workspace', () => {
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

  it('leads a visitor to the sign-in and keeps where they wanted to go', async () => {
    const page = await browser.open(null, '/bultenler');

    await page.getByRole('heading', { name: 'Giriş', level: 1 }).waitFor();

    expect(new URL(page.url()).search).toBe('?don=%2Fbultenler');
  });

  it('shows the desk to who is signed in', async () => {
    const page = await browser.open(world.directors.edremit, '/');

    await page.getByRole('heading', { name: 'Bugün', level: 1 }).waitFor();

    await page.getByText('Edremit Belediyesi').first().waitFor();
  });

  it('tells a person that there is no page at an address, and a program in data', async () => {
    const page = await browser.open(world.directors.edremit, '/');
    const answer = await page.goto('/yok-boyle-bir-sayfa');

    expect(answer?.status()).toBe(404);
    await page.getByText('Bu adreste bir sayfa yok.').waitFor();
    const data = await page.request.get('/yok-boyle-bir-sayfa', { headers: { accept: '*/*' } });
    expect([data.status(), await data.json()]).toEqual([
      404,
      { errors: [{ code: 'NOT_FOUND', path: [], message: 'Refused' }] },
    ]);
  });
});
