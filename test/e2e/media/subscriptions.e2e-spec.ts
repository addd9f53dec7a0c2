import type { Response } from 'supertest';
import { buildContact, buildList } from '../../factories/media.factory';
import { MediaRecipients } from '../../../apps/api/src/media/media-recipients.service';
import { startTestApp, type TestApp } from '../../support/app';
import { officeIdByCode } from '../../factories/identity.factory';

const oneClick = 'List-Unsubscribe=One-Click';

describe('the pages of recipients', () => {
  let test: TestApp;
  let recipients: MediaRecipients;
  let edremit: string;
  let ayvalik: string;
  let contactId: string;
  let listId: string;

  beforeAll(async () => {
    test = await startTestApp();
    recipients = test.app.get(MediaRecipients, { strict: false });
  });
  beforeEach(async () => {
    await test.reset();
    const db = test.dataSource.manager;
    edremit = await officeIdByCode(db, 'edremit');
    ayvalik = await officeIdByCode(db, 'ayvalik');
    const contact = await buildContact(db, { email: 'haber@isik.example' });
    contactId = contact.id;
    listId = (await buildList(db, {}, { contacts: [contact], lentTo: [ayvalik] })).id;
  });
  afterAll(() => test.close());

  const path = () => recipients.unsubscribePath(contactId, edremit);
  const getsMailOf = async (leadOfficeId: string, tags: string[] = []) => {
    const mailing = { listIds: [listId], leadOfficeId, officeIds: [leadOfficeId], tags };
    return (await recipients.recipientsFor(test.system(), mailing)).length === 1;
  };
  const post = (to: string, body: string, type = 'application/x-www-form-urlencoded'): Promise<Response> =>
    Promise.resolve(test.http.post(to).set('Content-Type', type).send(body));
  const refusals = () => test.dataSource.query('select office_id, topic from media_preferences');

  it('show the choices to the holder of the link and change nothing', async () => {
    const page = await test.http.get(path());

    expect(page.status).toBe(200);
    expect(page.headers['cache-control']).toBe('no-store');
    expect(page.headers['content-security-policy']).toContain("default-src 'none'");
    expect(page.text).toContain('h…@isik.example');
    expect(page.text).not.toContain('haber@isik.example');
    expect(page.text).toContain('Edremit Belediyesi');
    expect(page.text).toContain('<meta name="robots" content="noindex"');
    expect(page.text).toContain('Bu belediyeden bülten almak istemiyorum');
    expect(page.text.match(/type="checkbox"/g)).toHaveLength(6 * 7);
    expect(page.text.match(/ checked/g)).toHaveLength(6 * 7);
    expect(page.text).not.toMatch(/rel="canonical" href="[^"]*abonelik\//);
    await test.http.head(path());
    expect(await refusals()).toEqual([]);
    expect(await getsMailOf(edremit)).toBe(true);
  });

  it.each([
    ['a form', oneClick, 'application/x-www-form-urlencoded'],
    [
      'a multipart body',
      '--x\r\nContent-Disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n--x--\r\n',
      'multipart/form-data; boundary=x',
    ],
  ])('end the mails of the sender by one click in %s, once', async (_name, body, type) => {
    const first = await post(path(), body, type);
    const second = await post(path(), body, type);

    expect([first.status, second.status]).toEqual([200, 200]);
    expect(first.text).toContain('Kaydınız silindi');
    expect(await refusals()).toEqual([{ office_id: edremit, topic: null }]);
    expect([await getsMailOf(edremit), await getsMailOf(ayvalik)]).toEqual([false, true]);
    const events = await test.dataSource.query('select name, subject_id, office_id, actor_id, data from events');
    expect(events).toEqual([
      {
        name: 'mediaContact.unsubscribed',
        subject_id: contactId,
        office_id: edremit,
        actor_id: null,
        data: { senderOfficeId: edremit },
      },
    ]);
  });

  it('end the mails of all offices by the button', async () => {
    expect((await post(path(), 'secim=hepsi')).status).toBe(200);

    expect(await refusals()).toEqual([{ office_id: null, topic: null }]);
    expect([await getsMailOf(edremit), await getsMailOf(ayvalik)]).toEqual([false, false]);
  });

  it('end nothing by a request that does not say so', async () => {
    for (const body of ['', 'List-Unsubscribe=Evet', 'secim=baska', 'secim=birimx']) {
      expect([body, (await post(path(), body)).status]).toEqual([body, 400]);
    }
    expect((await test.http.post(path()).send({ 'List-Unsubscribe': 'Two-Click' })).status).toBe(400);
    expect(await refusals()).toEqual([]);
  });

  it('keep wishes by office and topic, and give everything back', async () => {
    const topics = [
      'altyapi-ulasim',
      'cevre-tarim',
      'kultur-turizm',
      'spor-genclik',
      'sosyal-egitim-saglik',
      'afet-acil',
      'diger',
    ];
    const wish = (office: string, codes: readonly string[]) => codes.map((code) => ['istek', `${office}:${code}`]);
    const form = (pairs: string[][]) => new URLSearchParams([['secim', 'tercih'], ...pairs]).toString();
    const others = ['balikesir-bb', 'gomec', 'burhaniye', 'havran'].flatMap((office) => wish(office, topics));

    const saved = await post(path(), form([...others, ...wish('edremit', topics.slice(1))]));

    expect(saved.status).toBe(200);
    expect(saved.text).toContain('Tercihleriniz kaydedildi');
    expect(await getsMailOf(edremit, ['ulaşım'])).toBe(false);
    expect(await getsMailOf(edremit, ['spor'])).toBe(true);
    expect(await getsMailOf(ayvalik, ['spor'])).toBe(false);
    expect((await test.http.get(path())).text.match(/ checked/g)).toHaveLength(4 * 7 + 6);

    const all = ['balikesir-bb', 'edremit', 'ayvalik', 'gomec', 'burhaniye', 'havran'].flatMap((office) =>
      wish(office, topics),
    );
    await post(path(), form(all));

    expect(await refusals()).toEqual([]);
    expect(await getsMailOf(ayvalik)).toBe(true);
  });

  it('answer a wrong link and an erased contact alike', async () => {
    const wrong = recipients.unsubscribeToken(contactId, edremit).replace(/.$/, (last) => (last === 'A' ? 'B' : 'A'));
    const link = path();
    await test.dataSource.query(
      `update media_contacts set email = null, address_mark = null, name = null, unit = null, is_active = false,
         anonymised_at = now() where id = $1`,
      [contactId],
    );
    const pages = await Promise.all([test.http.get(`/basin/abonelik/${wrong}`), test.http.get(link)]);

    expect(pages.map(({ status }) => status)).toEqual([404, 404]);
    expect(pages[0]?.text).toBe(pages[1]?.text);
    expect((await post(`/basin/abonelik/${wrong}`, oneClick)).status).toBe(404);
    expect((await post(link, oneClick)).status).toBe(200);
    expect(await refusals()).toEqual([]);
  });

  it('mail a link to a known address, and answer alike for every other', async () => {
    const form = await test.http.get('/basin/abonelik');
    expect(form.status).toBe(200);
    expect(form.text).toContain('name="adres"');

    const known = await post('/basin/abonelik', `adres=${encodeURIComponent(' HABER@isik.example ')}`);
    const unknown = await post('/basin/abonelik', 'adres=kimse@x.example');
    await test.runJobs();

    expect([known.status, unknown.status]).toEqual([200, 200]);
    expect(known.text).toBe(unknown.text);
    const mails: { body_text: string; subject: string }[] = await test.dataSource.query(
      'select subject, body_text from mails',
    );
    expect(mails).toHaveLength(1);
    expect(mails[0]?.subject).toBe('Basın bülteni tercihleriniz');
    expect(await test.dataSource.query('select address from deliveries')).toEqual([{ address: 'haber@isik.example' }]);
    const link = /http:\/\/localhost:4000(\/basin\/abonelik\/[\w-]{64})/.exec(mails[0]?.body_text ?? '')?.[1] ?? '';
    const page = await test.http.get(link);
    expect(page.status).toBe(200);
    expect(page.text).not.toContain('Bu belediyeden bülten almak istemiyorum');
    await post(link, oneClick);
    expect(await refusals()).toEqual([{ office_id: null, topic: null }]);
  });

  it('mail the link at most three times in an hour, without a word about it', async () => {
    const answers = [];
    for (let time = 0; time < 5; time += 1) answers.push(await post('/basin/abonelik', 'adres=haber@isik.example'));
    await test.runJobs();

    expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
    expect(await test.dataSource.query('select 1 from mails')).toHaveLength(3);
  });

  it('keep no address of somebody who is in no guide', async () => {
    await post('/basin/abonelik', 'adres=kimse@x.example');

    const [{ jobs }] = await test.dataSource.query('select json_agg(j)::text as jobs from pgboss.job j');
    expect(jobs).not.toBeNull();
    expect(jobs).not.toContain('kimse');
  });

  it('say what is no address, and escape it', async () => {
    const answer = await post('/basin/abonelik', `adres=${encodeURIComponent('"><script>alert(1)</script>')}`);

    expect(answer.status).toBe(400);
    expect(answer.text).toContain('role="alert"');
    expect(answer.text).not.toContain('<script>');
  });
});
