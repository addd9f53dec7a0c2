import { Role } from '@domain/identity/actor';
import { MembershipEntity } from '../../../apps/api/src/identity/membership.entity';
import { SessionEntity } from '../../../apps/api/src/identity/session.entity';
import { BulletinReleaseClock } from '../../../apps/api/src/bulletins/bulletin-release-clock.service';
import { Ledger } from '../../../apps/api/src/core/ledger/ledger.service';
import { Transactions } from '../../../apps/api/src/core/transactions';
import { startTestApp, type SignedIn, type TestApp } from '../../support/app';
import { bulletinDesk, doc, sectionOf } from '../../support/bulletin-desk';
import { liveClient, settled, type LiveClient, type LiveWatch } from '../../support/live-client';
import { buildWorld, type World } from '../../support/world';

interface Change {
  bulletinChanged: {
    event: string;
    commentId: string | null;
    bulletin: { id: string; state: string; headline: string; sections: { kind: string; text: string }[] } | null;
  };
}

const subscription = `subscription ($id: ID!) { bulletinChanged(id: $id) {
  event commentId bulletin { id state headline sections { kind text } } } }`;

describe('bulletinChanged', () => {
  let test: TestApp;
  let world: World;
  let desk: ReturnType<typeof bulletinDesk>;
  let clients: LiveClient[];

  beforeAll(async () => {
    test = await startTestApp();
    desk = bulletinDesk(test);
  });
  beforeEach(async () => {
    await test.reset();
    world = await buildWorld(test);
    clients = [];
  });
  afterEach(async () => {
    for (const client of clients) await client.close();
  });
  afterAll(() => test.close());

  const lead = () => world.directors.edremit;
  const partner = () => world.directors.ayvalik;

  function connect(as: SignedIn | null, headers: Record<string, string> = {}): LiveClient {
    const client = liveClient(test.url, as, headers);
    clients.push(client);
    return client;
  }

  const follow = (id: string, as: SignedIn): Promise<LiveWatch<Change>> =>
    connect(as).watch<Change>(subscription, { id });

  /** A draft of Edremit that Ayvalık was asked into. */
  async function sharedDraft(): Promise<string> {
    const { bulletin } = await desk.create({ headline: 'Ilıca’da gençlik şenliği' }, lead());
    const id = bulletin?.id ?? '';
    await desk.invite(id, [world.officeIds.ayvalik], lead());
    await desk.share(id, lead());
    return id;
  }

  async function editLead(id: string, text: string, as: SignedIn = lead()): Promise<void> {
    const section = sectionOf(await desk.get(id, as), 'LEAD');
    const { errors } = await desk.editSection(
      id,
      section.id,
      { expectedVersion: section.version, content: doc(text) },
      as,
    );
    expect(errors).toEqual([]);
  }

  it('tells the offices at work of every edit, with the words as they stand at that event', async () => {
    const id = await sharedDraft();
    const watch = await follow(id, partner());

    await editLead(id, 'Şenlik 5 Mayıs’ta başlıyor.');
    const first = await watch.next();
    await editLead(id, 'Şenlik 6 Mayıs’ta başlıyor.');
    const second = await watch.next();

    const textOf = ({ bulletinChanged }: Change) =>
      bulletinChanged.bulletin?.sections.find(({ kind }) => kind === 'LEAD')?.text;
    expect(first.bulletinChanged).toMatchObject({ event: 'bulletin.sectionEdited', commentId: null });
    expect([textOf(first), textOf(second)]).toEqual(['Şenlik 5 Mayıs’ta başlıyor.', 'Şenlik 6 Mayıs’ta başlıyor.']);
  });

  it('names comments, signatures, state and release in the order of their commits', async () => {
    const id = await sharedDraft();
    await editLead(id, 'Şenlik 5 Mayıs’ta başlıyor.');
    const watch = await follow(id, lead());

    const comment = await test.gql<{ bulletinCommentAdd: { comment: { id: string } } }>(
      `mutation ($id: ID!) { bulletinCommentAdd(id: $id, input: { body: "Saat kaçta?", mentions: [] }) { comment { id } errors { code } } }`,
      { id },
      partner(),
    );
    await desk.accept(id, partner());
    const spot = sectionOf(await desk.get(id, lead()), 'SPOT');
    await desk.editSection(id, spot.id, { expectedVersion: spot.version, content: doc('Körfezde şenlik.') }, lead());
    await desk.submit(id, lead());
    await desk.sign(id, lead());
    await desk.sign(id, partner());
    await desk.approve(id, lead());
    await test.app.get(BulletinReleaseClock).releaseDue(test.system());

    const seen: [string, string | null][] = [];
    while (seen.at(-1)?.[0] !== 'bulletin.released') {
      const { bulletinChanged } = await watch.next();
      seen.push([bulletinChanged.event, bulletinChanged.commentId]);
    }
    expect(seen).toEqual([
      ['bulletin.commented', comment.data.bulletinCommentAdd.comment.id],
      ['bulletin.accepted', null],
      ['bulletin.sectionEdited', null],
      ['bulletin.submitted', null],
      ['bulletin.signed', null],
      ['bulletin.signed', null],
      ['bulletin.releaseApproved', null],
      ['bulletin.released', null],
    ]);
  });

  it('says nothing of a change that was rolled back', async () => {
    const id = await sharedDraft();
    const watch = await follow(id, partner());

    const failed = test.app.get(Transactions).run(test.system(), async (ctx) => {
      await test.app.get(Ledger).record(ctx, { name: 'bulletin.updated', subjectType: 'bulletin', subjectId: id });
      throw new Error('rolled back');
    });
    await expect(failed).rejects.toThrow('rolled back');
    await editLead(id, 'Bu değişiklik kaldı.');

    expect((await watch.next()).bulletinChanged.event).toBe('bulletin.sectionEdited');
  });

  it('refuses offices that may not know of the bulletin, in the words for one that is not there', async () => {
    const id = await sharedDraft();

    const foreign = await follow(id, world.directors.gomec);
    const unknown = await follow('01900000-0000-7000-8000-000000000000', world.directors.gomec);
    await editLead(id, 'Gizli kalması gereken söz.');
    await settled();

    expect([foreign.refusals, unknown.refusals]).toEqual([['NOT_FOUND'], ['NOT_FOUND']]);
    expect(foreign.events).toEqual([]);
  });

  it('tells readers of a released bulletin only what the public learns', async () => {
    const { bulletin } = await desk.create({ headline: 'Şehir tiyatrosu sezonu açıyor' }, lead());
    const id = bulletin?.id ?? '';
    for (const kind of ['SPOT', 'LEAD']) {
      const section = sectionOf(await desk.get(id, lead()), kind);
      await desk.editSection(
        id,
        section.id,
        { expectedVersion: section.version, content: doc('İlk oyun 1 Ekim’de.') },
        lead(),
      );
    }
    await desk.submit(id, lead());
    await desk.sign(id, lead());
    await desk.approve(id, lead());
    await test.app.get(BulletinReleaseClock).releaseDue(test.system());
    const watch = await follow(id, world.directors.gomec);

    await test.app
      .get(Transactions)
      .run(test.system(), (ctx) =>
        test.app.get(Ledger).record(ctx, { name: 'bulletin.listsChosen', subjectType: 'bulletin', subjectId: id }),
      );
    await desk.withdraw(id, 'Tarih yanlış verildi.', lead());

    expect((await watch.next()).bulletinChanged).toMatchObject({
      event: 'bulletin.withdrawn',
      bulletin: { state: 'WITHDRAWN', sections: [] },
    });
    expect(watch.events).toHaveLength(1);
  });

  it('gives one empty word to an office that stepped out, and then nothing', async () => {
    const id = await sharedDraft();
    const watch = await follow(id, partner());

    await desk.decline(id, 'Konu bizi ilgilendirmiyor.', partner());
    await watch.ended();
    await editLead(id, 'Ayvalık’ın görmeyeceği söz.');
    await settled();

    expect(watch.events).toEqual([{ bulletinChanged: { event: 'bulletin.hidden', commentId: null, bulletin: null } }]);
  });

  it('ends when the session is revoked, before anything else is said', async () => {
    const id = await sharedDraft();
    const watch = await follow(id, partner());

    await test.dataSource.manager.update(SessionEntity, { userId: partner().userId }, { revokedAt: test.clock.now() });
    await editLead(id, 'Oturumu kapananın görmeyeceği söz.');
    await watch.ended();

    expect([watch.events, watch.refusals]).toEqual([[], []]);
  });

  it('ends at the moment of signing out, without waiting for an event of the bulletin', async () => {
    const id = await sharedDraft();
    const watch = await follow(id, partner());
    const { rows } = await sessionsOf(partner());

    const answer = await test.gql<{ sessionRevoke: { errors: unknown[] } }>(
      `mutation ($id: ID!) { sessionRevoke(id: $id) { errors { code } } }`,
      { id: rows[0]?.id },
      partner(),
    );
    await watch.ended();

    expect(answer.data.sessionRevoke.errors).toEqual([]);
    expect(watch.events).toEqual([]);
  });

  it('hides the bulletin from people whose membership ended', async () => {
    const id = await sharedDraft();
    const staff = await world.person('ayvalik', Role.STAFF);
    const watch = await follow(id, staff);

    await test.dataSource.manager.update(MembershipEntity, { userId: staff.userId }, { validUntil: '2026-04-22' });
    await editLead(id, 'Ayrılanın görmeyeceği söz.');
    await watch.ended();

    expect(watch.events).toEqual([{ bulletinChanged: { event: 'bulletin.hidden', commentId: null, bulletin: null } }]);
  });

  it('refuses a new subscription on a socket whose session was revoked meanwhile', async () => {
    const id = await sharedDraft();
    const client = connect(partner());
    await client.watch(subscription, { id });

    await test.dataSource.manager.update(SessionEntity, { userId: partner().userId }, { revokedAt: test.clock.now() });
    const late = await client.watch(subscription, { id });

    expect(late.refusals).toEqual(['UNAUTHENTICATED']);
  });

  it('refuses visitors and foreign pages at connect', async () => {
    const id = await sharedDraft();

    const visitor = await connect(null).watch(subscription, { id });
    const foreignPage = await connect(lead(), { Origin: 'https://kotu.example' }).watch(subscription, { id });
    const ownPage = await connect(lead(), { Origin: 'http://localhost:4000' }).watch(subscription, { id });

    expect([visitor.refusals, foreignPage.refusals, ownPage.refusals]).toEqual([['4403'], ['4403'], []]);
  });

  it('refuses a subscription that goes deeper than any screen', async () => {
    const id = await sharedDraft();
    const nested = (levels: number) =>
      `subscription ($id: ID!) { bulletinChanged(id: $id) { bulletin
        ${'{ ... on Bulletin '.repeat(levels)} { id } ${'}'.repeat(levels)} } }`;

    const usual = await connect(lead()).watch(nested(2), { id });
    const tooDeep = await connect(lead()).watch(nested(12), { id });
    await editLead(id, 'Yalnızca olağan istek duyar.');
    await usual.next();
    await settled();

    expect(usual.refusals).toEqual([]);
    expect(tooDeep.refusals).toHaveLength(1);
    expect(tooDeep.events).toEqual([]);
  });

  function sessionsOf(as: SignedIn) {
    return test.dataSource.manager
      .find(SessionEntity, { where: { userId: as.userId } })
      .then((rows) => ({ rows: rows.filter(({ officeId }) => officeId === as.officeId) }));
  }
});
