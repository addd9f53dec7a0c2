import { BulletinReleaseClock } from '../../../apps/api/src/bulletins/bulletin-release-clock.service';
import { DeliveryDispatcher } from '../../../apps/api/src/core/delivery/delivery-dispatcher.service';
import { verifyLedger } from '../../../apps/api/src/core/ledger/ledger-verifier';
import { coordinationMeeting as news } from '../../factories/coordination-meeting';
import { startTestApp, type SignedIn, type TestApp } from '../../support/app';
import { bulletinDesk, doc, sectionOf } from '../../support/bulletin-desk';
import { startSmtpSink, type SmtpSink } from '../../support/smtp-sink';
import { buildWorld, korfezOffices, type OfficeCode, type World } from '../../support/world';

const addresses = Array.from({ length: 12 }, (_, index) => `haber${index + 1}@yerel-basin.example.com`);

/** Every public address that could tell something, and every API read of somebody who is not part of it. */
const publicPaths = [
  '/basin',
  '/basin/akis.atom',
  '/basin/akis.rss',
  '/basin/akis.json',
  '/basin/akis.ninjs.json',
  '/basin/birim/edremit',
  '/basin/birim/balikesir-bb',
  '/basin/birim/havran/akis.atom',
  '/basin/etiket/koordinasyon',
  '/basin/etiket/koordinasyon/akis.json',
  '/basin/arama?q=tek+ses',
  '/basin/arama?q=koordinasyon',
  '/basin/iletisim',
  '/basin/2026/korfezin-basin-birimleri-tek-ses-icin-bir-araya-geldi',
  '/basin/2026/korfezin-basin-birimleri-tek-ses-icin-bir-araya-geldi.pdf',
  '/basin/2026/korfezin-basin-birimleri-tek-ses-icin-bir-araya-geldi.docx',
  '/basin/2026/korfezin-basin-birimleri-tek-ses-icin-bir-araya-geldi.txt',
  '/basin/2026/korfezin-basin-birimleri-tek-ses-icin-bir-araya-geldi.ninjs.json',
  '/sitemap.xml',
];

/** Words that only this bulletin holds. */
const canaries = [
  'tek ses için bir araya',
  '120 ortak bülten',
  '18 mahallemizin',
  'masada kendi sözüyle',
  'iskeleden çarşıya',
];

describe('the main job', () => {
  let test: TestApp;
  let sink: SmtpSink;
  let world: World;
  let desk: ReturnType<typeof bulletinDesk>;

  beforeAll(async () => {
    sink = await startSmtpSink();
    test = await startTestApp({ SMTP_URL: sink.url, MAIL_RATE_PER_SECOND: '1000' });
    desk = bulletinDesk(test);
  });
  beforeEach(async () => {
    await test.reset();
    sink.clear();
    world = await buildWorld(test);
  });
  afterAll(async () => {
    await test.close();
    await sink.close();
  });

  const lead = () => world.directors['balikesir-bb'];
  const partners = korfezOffices.filter((code) => code !== 'balikesir-bb');

  async function mustSucceed<T extends { errors: unknown[] }>(act: Promise<T>): Promise<T> {
    const outcome = await act;
    expect(outcome.errors).toEqual([]);
    return outcome;
  }

  async function write(id: string, kind: string, text: string, as: SignedIn): Promise<void> {
    const section = sectionOf(await desk.get(id, as), kind);
    await mustSucceed(desk.editSection(id, section.id, { expectedVersion: section.version, content: doc(text) }, as));
  }

  async function quote(id: string, office: OfficeCode): Promise<void> {
    const as = world.directors[office];
    const officeId = world.officeIds[office];
    const content = doc(news.quotes[office]);
    await mustSucceed(desk.addSection(id, { kind: 'QUOTE', officeId, content }, as));
    const section = sectionOf(await desk.get(id, as), 'QUOTE', officeId);
    const speaker = { role: 'Basın ve Halkla İlişkiler Müdürü', name: null };
    const consent = { scope: 'THIS_BULLETIN', givenBy: 'Kendisi' };
    await mustSucceed(desk.editSection(id, section.id, { expectedVersion: section.version, speaker, consent }, as));
  }

  async function jointBulletin(): Promise<string> {
    const { bulletin } = await mustSucceed(desk.create({ headline: news.headline }, lead()));
    const id = bulletin?.id ?? '';
    await write(id, 'SPOT', news.spot, lead());
    await write(id, 'LEAD', news.lead, lead());
    await write(id, 'FACTS', news.facts, lead());
    await write(id, 'CLOSING', news.closing, lead());
    const embargo = { local: '2026-04-24T09:00', zone: 'Europe/Istanbul' };
    const tags = ['koordinasyon', 'havran'];
    await mustSucceed(
      desk.update(id, { expectedVersion: (await desk.get(id, lead()))?.version, embargo, tags }, lead()),
    );
    await mustSucceed(
      desk.invite(
        id,
        partners.map((code) => world.officeIds[code]),
        lead(),
      ),
    );
    await mustSucceed(desk.share(id, lead()));
    for (const code of partners) await mustSucceed(desk.accept(id, world.directors[code]));
    for (const code of korfezOffices) await quote(id, code);
    await mustSucceed(desk.submit(id, lead()));
    return id;
  }

  /** Two overlapping lists of the lead office: five addresses stand on both. */
  async function lists(): Promise<string[]> {
    const contactIds: string[] = [];
    for (const email of addresses) {
      const input = { email, legalBasis: 'PUBLIC_DUTY', source: 'Yayın künyesi' };
      const { data, errors } = await test.gql<{ mediaContactCreate: { contact: { id: string }; errors: object[] } }>(
        'mutation ($input: MediaContactCreateInput!) { mediaContactCreate(input: $input) { contact { id } errors { code path message } } }',
        { input },
        lead(),
      );
      expect([errors, data.mediaContactCreate.errors]).toEqual([[], []]);
      contactIds.push(data.mediaContactCreate.contact.id);
    }
    const made: string[] = [];
    for (const [name, members] of [
      ['Körfez yerel', contactIds.slice(0, 8)],
      ['Ajanslar', contactIds.slice(3)],
    ] as const) {
      const { data } = await test.gql<{ mediaListCreate: { list: { id: string } } }>(
        'mutation ($input: MediaListCreateInput!) { mediaListCreate(input: $input) { list { id } errors { code } } }',
        { input: { name } },
        lead(),
      );
      const id = data.mediaListCreate.list.id;
      await test.gql(
        'mutation ($id: ID!, $input: MediaListAddContactsInput!) { mediaListAddContacts(id: $id, input: $input) { errors { code } } }',
        { id, input: { contactIds: members } },
        lead(),
      );
      made.push(id);
    }
    return made;
  }

  async function chooseLists(id: string): Promise<void> {
    const signature = '$id: ID!, $input: BulletinChooseListsInput!';
    await mustSucceed(desk.mutate('bulletinChooseLists', signature, { id, input: { listIds: await lists() } }, lead()));
  }

  async function tellsNothing(): Promise<void> {
    const stranger = await outsider();
    const list = await desk.list({ text: 'koordinasyon' }, stranger);
    expect(list.edges).toEqual([]);
    for (const path of publicPaths) {
      const { text, status, body } = await test.http.get(path);
      const answer = `${text ?? ''}${Buffer.isBuffer(body) ? body.toString('latin1') : JSON.stringify(body)}`;
      for (const canary of canaries)
        expect({ path, status, hasCanary: answer.includes(canary) }).toMatchObject({ path, hasCanary: false });
    }
    expect(sink.mails).toHaveLength(0);
  }

  /** A seventh office that has nothing to do with it. */
  async function outsider(): Promise<SignedIn> {
    await test.dataSource.query(`update offices set state = 'ACTIVE' where code = 'karesi'`);
    return world.person('karesi' as OfficeCode, 'PRESS_DIRECTOR' as never);
  }

  const releaseDue = () => test.app.get(BulletinReleaseClock).releaseDue(test.system());
  const sendDue = () => test.app.get(DeliveryDispatcher).sendDue(test.system());
  const recipients = () => sink.mails.flatMap((mail) => mail.envelope.to).sort();

  it('goes from six drafts to one mail per contact, and a correction to exactly the same addresses', async () => {
    const id = await jointBulletin();
    await chooseLists(id);
    for (const code of ['balikesir-bb', 'ayvalik', 'gomec', 'burhaniye'] as const) {
      await mustSucceed(desk.sign(id, world.directors[code]));
    }

    const own = sectionOf(await desk.get(id, world.directors.edremit), 'QUOTE', world.officeIds.edremit);
    const change = { expectedVersion: own.version, content: doc(news.edremitQuoteCorrected) };
    await mustSucceed(desk.editSection(id, own.id, change, world.directors.edremit));
    const strip = (await desk.get(id, lead()))?.signatures.map(({ office, status }) => [office.code, status]);
    expect(strip).toEqual([
      ['balikesir-bb', 'STALE'],
      ['edremit', 'PENDING'],
      ['ayvalik', 'SIGNED'],
      ['gomec', 'SIGNED'],
      ['burhaniye', 'SIGNED'],
      ['havran', 'PENDING'],
    ]);

    const tooEarly = await desk.approve(id, lead());
    expect(tooEarly.errors).toMatchObject([
      { code: 'SIGNATURES_MISSING', details: ['balikesir-bb', 'edremit', 'havran'] },
    ]);
    for (const code of ['edremit', 'havran', 'balikesir-bb'] as const)
      await mustSucceed(desk.sign(id, world.directors[code]));
    const approved = await mustSucceed(desk.approve(id, lead()));
    expect(approved.bulletin).toMatchObject({ state: 'SCHEDULED', number: '2026/BAL-001' });

    test.clock.set('2026-04-24T08:59:59.999+03:00');
    expect(await releaseDue()).toEqual([]);
    expect(await sendDue()).toBe(0);
    await tellsNothing();

    test.clock.set('2026-04-24T09:00:00+03:00');
    expect(await releaseDue()).toEqual([id]);
    expect(await sendDue()).toBe(addresses.length);
    expect(recipients()).toEqual([...addresses].sort());
    const path = '/basin/2026/korfezin-basin-birimleri-tek-ses-icin-bir-araya-geldi';
    const page = await test.http.get(path);
    expect(page.status).toBe(200);
    for (const text of Object.values({ ...news.quotes, edremit: news.edremitQuoteCorrected }))
      expect(page.text).toContain(text);
    for (const feed of ['atom', 'rss', 'json', 'ninjs.json']) {
      expect((await test.http.get(`/basin/akis.${feed}`)).text).toContain(news.headline);
    }
    const mail = await sink.mails[0]?.parse();
    expect(mail?.subject).toContain(news.headline);
    expect(sink.mails[0]?.headers.get('list-unsubscribe-post')).toEqual(['List-Unsubscribe=One-Click']);
    const [row]: { hash: string; released: string }[] = await test.dataSource.query(
      `select e.hash, e.content ->> 'hash' as released from editions e where e.released_at is not null`,
    );
    expect(row?.released).toBe(row?.hash);

    test.clock.set('2026-04-25T10:00:00+03:00');
    const first = new Map(sink.mails.map((received) => [received.envelope.to[0], received.messageId]));
    sink.clear();
    const { bulletin: correction } = await mustSucceed(desk.correct(id, '“ayda” yerine “yılda” olacak.', lead()));
    const correctionId = correction?.id ?? '';
    await write(correctionId, 'FACTS', news.correctedFacts, lead());
    await mustSucceed(desk.submit(correctionId, lead()));
    for (const code of korfezOffices) await mustSucceed(desk.sign(correctionId, world.directors[code]));
    await mustSucceed(desk.approve(correctionId, lead()));
    expect(await releaseDue()).toEqual([correctionId]);
    await sendDue();
    expect(recipients()).toEqual([...addresses].sort());
    for (const received of sink.mails) {
      expect(received.headers.get('in-reply-to')).toEqual([`<${first.get(received.envelope.to[0])}>`]);
    }
    expect((await test.http.get(path)).text).toContain('“ayda” yerine “yılda” olacak.');
    expect((await test.http.get(path)).text).toContain('ayda 120 ortak bülten');

    const report = await verifyLedger(test.dataSource.manager);
    expect(report.broken).toEqual([]);
    expect(report.events).toBeGreaterThan(60);
  });

  it('leaves no trace of an office that declines at the last hour, and asks nobody to sign again', async () => {
    const id = await jointBulletin();
    for (const code of korfezOffices) await mustSucceed(desk.sign(id, world.directors[code]));
    await mustSucceed(desk.approve(id, lead()));

    await mustSucceed(desk.decline(id, 'Başkanlık kararı', world.directors.havran));
    test.clock.set('2026-04-24T09:00:00+03:00');
    expect(await releaseDue()).toEqual([]);
    expect((await desk.get(id, lead()))?.releaseRefusal).toEqual(['HASH_DIFFERS']);
    expect(await desk.get(id, world.directors.havran)).toBeNull();
    await mustSucceed(desk.approve(id, lead()));
    expect(await releaseDue()).toEqual([id]);

    const path = '/basin/2026/korfezin-basin-birimleri-tek-ses-icin-bir-araya-geldi';
    const strip = (await desk.get(id, lead()))?.signatures.map(({ office, status }) => [office.code, status]);
    expect(strip).toContainEqual(['havran', 'DECLINED']);
    expect(strip?.filter(([, status]) => status === 'SIGNED')).toHaveLength(5);
    for (const address of [path, `${path}.txt`, `${path}.ninjs.json`]) {
      const { text } = await test.http.get(address);
      const bulletin = address === path ? text.slice(text.indexOf('<article'), text.indexOf('</article>')) : text;
      expect(bulletin).toContain('Burhaniye');
      expect(bulletin).not.toContain(news.quotes.havran);
      expect(bulletin).not.toContain('Havran Belediyesi');
      expect(bulletin).not.toContain('etiket/havran');
    }
    expect((await test.http.get('/basin/birim/havran/akis.atom')).text).not.toContain(news.headline);
  });

  it('previews to the lead whom it would reach, and to nobody else', async () => {
    const id = await jointBulletin();
    await chooseLists(id);

    const seen = await test.gql<{ bulletinRecipients: { going: { address: string; listIds: string[] }[] } }>(
      `query { bulletinRecipients(id: "${id}") { going { address listIds } } }`,
      {},
      lead(),
    );
    const refused = await test.gql(
      `query { bulletinRecipients(id: "${id}") { going { address } } }`,
      {},
      world.directors.gomec,
    );

    const { going } = seen.data.bulletinRecipients;
    expect(going.map(({ address }) => address)).toEqual([...addresses].sort());
    expect(going.filter(({ listIds }) => listIds.length === 2)).toHaveLength(5);
    expect(refused.errors[0]?.extensions.code).toBe('FORBIDDEN');
  });

  it('gives the words as files and texts to those at work, before the release and to nobody else', async () => {
    const id = await jointBulletin();
    const read = (path: string, as: SignedIn | null) => {
      const get = test.http.get(path).buffer(true);
      return as ? get.set('Cookie', as.cookie) : get;
    };

    const pdf = await read(`/bulletins/${id}/document.pdf`, world.directors.gomec);
    const docx = await read(`/bulletins/${id}/document.docx`, lead());
    const { data } = await test.gql<{ bulletinTexts: { plain: string; whatsapp: string } }>(
      `query { bulletinTexts(id: "${id}") { plain whatsapp } }`,
      {},
      world.directors.havran,
    );

    expect([pdf.status, pdf.headers['content-type']]).toEqual([200, 'application/pdf']);
    expect(pdf.headers['content-disposition']).toContain('korfezin-basin-birimleri-tek-ses-icin-bir-araya-geldi.pdf');
    expect(docx.status).toBe(200);
    expect(data.bulletinTexts.plain).toContain(news.quotes.havran);
    expect(data.bulletinTexts.whatsapp).toContain('Körfez');
    expect((await read(`/bulletins/${id}/document.pdf`, await outsider())).status).toBe(404);
    expect((await read(`/bulletins/${id}/document.pdf`, null)).status).toBe(401);
    expect((await read(`/bulletins/${id}/document.exe`, lead())).status).toBe(404);
  });
});
