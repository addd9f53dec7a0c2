import { NotificationKind } from '@domain/notifications/notification';
import { Role } from '@domain/identity/actor';
import { BulletinReleaseClock } from '../../../apps/api/src/bulletins/bulletin-release-clock.service';
import type { EventNotice } from '../../../apps/api/src/core/ledger/ledger.service';
import { SessionEntity } from '../../../apps/api/src/identity/session.entity';
import { NotificationDigests } from '../../../apps/api/src/notifications/notification-digests.service';
import { NotificationEvents } from '../../../apps/api/src/notifications/notification-events.service';
import { NotificationReminders } from '../../../apps/api/src/notifications/notification-reminders.service';
import { startTestApp, type SignedIn, type TestApp } from '../../support/app';
import { bulletinDesk, doc, sectionOf } from '../../support/bulletin-desk';
import { liveClient, settled } from '../../support/live-client';
import { buildWorld, type World } from '../../support/world';

interface Told {
  id: string;
  kind: string;
  title: string;
  body: string;
  why: string;
  path: string | null;
  readAt: string | null;
  doneAt: string | null;
  bulletin: { id: string; headline: string; number: string | null } | null;
}

interface Mail {
  address: string;
  subject: string;
  body_text: string;
  body_html: string;
  purpose: string;
}

const headline = 'Iğdır’dan gelen konuk çiftçilere Edremit’te ağırlama';
const fields = `id kind title body why path readAt doneAt bulletin { id headline number }`;

describe('notifications', () => {
  let test: TestApp;
  let world: World;
  let desk: ReturnType<typeof bulletinDesk>;

  beforeAll(async () => {
    test = await startTestApp();
    desk = bulletinDesk(test);
  });
  beforeEach(async () => {
    await test.reset();
    world = await buildWorld(test);
  });
  afterAll(() => test.close());

  const lead = () => world.directors.edremit;
  const partner = () => world.directors.ayvalik;

  /** Runs the jobs and lets a second go by, so that what comes next is newer. */
  async function runJobs(): Promise<void> {
    await test.runJobs();
    test.clock.advance({ seconds: 1 });
  }

  async function told(as: SignedIn, filter: object | null = null): Promise<Told[]> {
    const answer = await test.gql<{ notifications: { edges: { node: Told }[] } }>(
      `query ($filter: NotificationFilterInput) { notifications(filter: $filter) { edges { node { ${fields} } } } }`,
      { filter },
      as,
    );
    expect(answer.errors).toEqual([]);
    return answer.data.notifications.edges.map(({ node }) => node);
  }

  const kindsOf = async (as: SignedIn) => (await told(as)).map(({ kind }) => kind);

  async function unreadCount(as: SignedIn): Promise<number> {
    const answer = await test.gql<{ notificationUnreadCount: number }>('{ notificationUnreadCount }', {}, as);
    return answer.data.notificationUnreadCount;
  }

  /** Mails of the workspace to this person, oldest first. */
  function mailsTo(as: SignedIn): Promise<Mail[]> {
    return test.dataSource.query(
      `select d.address, m.subject, m.body_text, m.body_html, m.purpose
       from mails m join deliveries d on d.source_type = 'mail' and d.source_id = m.id
       join users u on u.email = d.address where u.id = $1 order by m.id`,
      [as.userId],
    );
  }

  /** A draft of Edremit with all that a release asks for. */
  async function draft(): Promise<string> {
    const { bulletin } = await desk.create({ headline }, lead());
    const id = bulletin?.id ?? '';
    for (const kind of ['SPOT', 'LEAD']) await edit(id, kind, 'Konuklar Zeytinli’de ağırlandı.', lead());
    return id;
  }

  async function edit(id: string, kind: string, text: string, as: SignedIn): Promise<void> {
    const section = sectionOf(await desk.get(id, as), kind);
    const input = { expectedVersion: section.version, content: doc(text) };
    expect((await desk.editSection(id, section.id, input, as)).errors).toEqual([]);
  }

  /** Offered for signature to Edremit and Ayvalık; everybody was told of it. */
  async function offered(): Promise<string> {
    const id = await draft();
    await desk.invite(id, [world.officeIds.ayvalik], lead());
    await desk.share(id, lead());
    await runJobs();
    await desk.accept(id, partner());
    await desk.submit(id, lead());
    await runJobs();
    return id;
  }

  async function putUnderEmbargo(id: string, local: string): Promise<void> {
    const bulletin = await desk.get(id, lead());
    const { errors } = await desk.update(id, { expectedVersion: bulletin?.version, embargo: { local } }, lead());
    expect(errors).toEqual([]);
  }

  const choose = (as: SignedIn, notifications: object[]) =>
    test.gql<{
      viewerNotificationPreferencesUpdate: {
        notifications: { kind: string; pace: string; defaultPace: string }[] | null;
        errors: { code: string }[];
      };
    }>(
      `mutation ($input: ViewerNotificationPreferencesUpdateInput!) { viewerNotificationPreferencesUpdate(input: $input) {
         notifications { kind pace defaultPace } errors { code } } }`,
      { input: { notifications } },
      as,
    );

  describe('in the workspace', () => {
    it('tell the invited office, then those who sign, and never who acted', async () => {
      const id = await draft();
      await desk.invite(id, [world.officeIds.ayvalik], lead());
      await runJobs();
      expect(await told(partner())).toEqual([]);

      await desk.share(id, lead());
      await runJobs();
      await desk.accept(id, partner());
      await desk.submit(id, lead());
      await runJobs();

      const [second, first, ...rest] = await told(partner());
      expect(rest).toEqual([]);
      expect([first?.kind, second?.kind]).toEqual(['INVITED', 'SIGNATURE_NEEDED']);
      expect(first?.doneAt).not.toBeNull();
      expect(second).toMatchObject({
        title: 'Bir bülten için olurunuz bekleniyor',
        body: `“${headline}”\nHazırlayan: Edremit Belediyesi\nSon tarih: 24 Nisan 2026 Cuma 09.00`,
        why: 'Ayvalık Belediyesi adına olur verenlerdensiniz.',
        path: `/bultenler/${id}`,
        bulletin: { id, headline, number: null },
        readAt: null,
        doneAt: null,
      });
      expect(await kindsOf(lead())).toEqual([]);
      expect(await told(world.directors.gomec)).toEqual([]);
    });

    it('tell an office that is asked in later, and those asked before only once', async () => {
      const id = await offered();
      await desk.invite(id, [world.officeIds.gomec], lead());
      await runJobs();

      expect(await kindsOf(world.directors.gomec)).toEqual(['INVITED']);
      expect((await kindsOf(partner())).filter((kind) => kind === 'INVITED')).toHaveLength(1);
    });

    it('tell exactly the offices whose signature a change voided', async () => {
      const id = await offered();
      const deputyDirector = await world.person('ayvalik', Role.PRESS_DIRECTOR);
      await desk.sign(id, partner());
      await runJobs();
      await edit(id, 'LEAD', 'Konuklar Akçay’da ağırlandı.', lead());
      test.clock.advance({ seconds: 1 });
      await edit(id, 'LEAD', 'Konuklar Altınoluk’ta ağırlandı.', lead());
      await runJobs();

      expect((await kindsOf(partner())).filter((kind) => kind === 'SIGNATURE_VOIDED')).toHaveLength(1);
      expect(await kindsOf(deputyDirector)).toEqual(['SIGNATURE_VOIDED']);
      expect((await kindsOf(lead())).filter((kind) => kind === 'SIGNATURE_VOIDED')).toEqual([]);
    });

    it('are done, and no longer counted, when another of the office signed', async () => {
      const colleague = await world.person('ayvalik', Role.PRESS_DIRECTOR);
      const id = await offered();
      expect(await unreadCount(colleague)).toBe(2);

      await desk.sign(id, partner());
      await runJobs();

      expect(await unreadCount(colleague)).toBe(0);
      expect(await told(colleague, { isUnread: true })).toEqual([]);
      expect((await told(lead()))[0]).toMatchObject({ kind: 'SIGNED' });
    });

    it('tell the people named in a comment, then the others of the thread', async () => {
      const id = await offered();
      const writer = await world.person('edremit', Role.EDITOR);
      const comment = async (as: SignedIn, mentions: string[], threadId: string | null) => {
        const answer = await test.gql<{ bulletinCommentAdd: { comment: { id: string } | null; errors: object[] } }>(
          `mutation ($id: ID!, $input: BulletinCommentAddInput!) {
             bulletinCommentAdd(id: $id, input: $input) { comment { id } errors { code } } }`,
          { id, input: { body: 'Sayı doğru mu?', mentions, threadId } },
          as,
        );
        expect(answer.data.bulletinCommentAdd.errors).toEqual([]);
        return answer.data.bulletinCommentAdd.comment?.id ?? '';
      };

      const first = await comment(partner(), [writer.userId], null);
      await runJobs();
      const second = await comment(writer, [], first);
      await runJobs();

      expect((await told(writer))[0]).toMatchObject({
        kind: 'MENTIONED',
        path: `/bultenler/${id}?yorum=${first}`,
      });
      expect((await told(partner()))[0]).toMatchObject({
        kind: 'COMMENTED',
        path: `/bultenler/${id}?yorum=${second}`,
      });
    });

    it('add nothing when the job runs again', async () => {
      await offered();
      const [event]: EventNotice[] = await test.dataSource.query(
        `select id as "eventId", name, subject_type as "subjectType", subject_id as "subjectId", actor_id as "actorId",
           office_id as "officeId" from events where name = 'bulletin.submitted'`,
      );
      const before = [await told(partner()), await mailsTo(partner())];

      await test.app.get(NotificationEvents).fanOut(test.system(), event as EventNotice);

      expect([await told(partner()), await mailsTo(partner())]).toEqual(before);
      expect(before[1]).toHaveLength(2);
    });

    it('show no word of a bulletin that went out of sight', async () => {
      const id = await offered();
      await desk.decline(id, 'Konu bizi ilgilendirmiyor.', partner());
      await runJobs();

      for (const one of await told(partner())) {
        expect(one).toMatchObject({ title: 'Artık göremediğiniz bir bülten', why: '', path: null, bulletin: null });
      }
      expect(await told(partner())).toHaveLength(2);
      expect((await told(lead())).map(({ kind }) => kind)).toContain('DECLINED');
    });

    it('are read one by one or all at once, each person their own', async () => {
      await offered();
      const [newest] = await told(partner());
      const markRead = (as: SignedIn) =>
        test.gql<{
          notificationMarkRead: { notification: { readAt: string } | null; errors: { code: string; path: string[] }[] };
        }>(
          `mutation ($id: ID!) { notificationMarkRead(id: $id) { notification { readAt } errors { code path } } }`,
          { id: newest?.id },
          as,
        );

      const foreign = await markRead(lead());
      const own = await markRead(partner());
      expect(foreign.data.notificationMarkRead).toEqual({
        notification: null,
        errors: [{ code: 'NOT_FOUND', path: ['id'] }],
      });
      expect(own.data.notificationMarkRead).toEqual({
        notification: { readAt: test.clock.now().toISOString() },
        errors: [],
      });
      expect(await unreadCount(partner())).toBe(0);

      const all = await test.gql<{ notificationMarkAllRead: { markedCount: number } }>(
        'mutation { notificationMarkAllRead { markedCount errors { code } } }',
        {},
        partner(),
      );
      expect(all.data.notificationMarkAllRead.markedCount).toBe(1);
      expect((await told(partner())).every(({ readAt }) => readAt !== null)).toBe(true);
    });

    it('come in pages, newest first, and refuse a broken cursor', async () => {
      await offered();
      const page = (after: string | null) =>
        test.gql<{
          notifications: {
            edges: { node: { kind: string } }[];
            pageInfo: { hasNextPage: boolean; endCursor: string };
          } | null;
        }>(
          `query ($after: String) { notifications(first: 1, after: $after) {
             edges { node { kind } } pageInfo { hasNextPage endCursor } } }`,
          { after },
          partner(),
        );

      const first = (await page(null)).data.notifications;
      const second = (await page(first?.pageInfo.endCursor ?? '')).data.notifications;
      const broken = await page(Buffer.from('["x","y"]').toString('base64url'));

      expect([first?.edges[0]?.node.kind, first?.pageInfo.hasNextPage]).toEqual(['SIGNATURE_NEEDED', true]);
      expect([second?.edges[0]?.node.kind, second?.pageInfo.hasNextPage]).toEqual(['INVITED', false]);
      expect(broken.errors[0]?.extensions.code).toBe('INVALID');
    });

    it('are refused to visitors', async () => {
      for (const query of ['{ notifications { edges { cursor } } }', '{ notificationUnreadCount }']) {
        expect((await test.gql(query)).errors[0]?.extensions.code).toBe('UNAUTHENTICATED');
      }
    });
  });

  describe('live', () => {
    it('arrive at their person alone, and no more once the session is over', async () => {
      const clients = [partner(), lead()].map((as) => liveClient(test.url, as));
      const subscription = `subscription { notificationReceived { kind title bulletin { headline } } }`;
      const [own, other] = await Promise.all(clients.map((client) => client.watch<object>(subscription)));

      await offered();
      const first = await own?.next();
      // The offer for signature follows the invitation: both are here before the session ends.
      await own?.next();
      await test.dataSource.manager.update(
        SessionEntity,
        { userId: partner().userId },
        { revokedAt: test.clock.now() },
      );
      const seen = own?.events.length;
      const { bulletin } = await desk.create({ headline: 'Başka bir konu' }, lead());
      await desk.invite(bulletin?.id ?? '', [world.officeIds.ayvalik], lead());
      await desk.share(bulletin?.id ?? '', lead());
      await runJobs();
      await own?.ended();
      await settled();

      expect(first).toEqual({
        notificationReceived: {
          kind: 'INVITED',
          title: 'Bir ortak bültene davet edildiniz',
          bulletin: { headline },
        },
      });
      expect(own?.events).toHaveLength(seen ?? -1);
      expect(other?.events).toEqual([]);
      for (const client of clients) await client.close();
    });
  });

  describe('by mail', () => {
    it('go out at once for what waits for an act, without a word of the unreleased text', async () => {
      const id = await draft();
      await putUnderEmbargo(id, '2026-04-25T09:00');
      await desk.invite(id, [world.officeIds.ayvalik], lead());
      await desk.share(id, lead());
      await runJobs();
      await desk.accept(id, partner());
      await desk.submit(id, lead());
      await runJobs();

      const mails = await mailsTo(partner());
      expect(mails.map(({ subject, purpose }) => [purpose, subject])).toEqual([
        ['notification', 'Ambargolu bir ortak bültene davet edildiniz'],
        ['notification', 'Ambargolu bir bülten için olurunuz bekleniyor'],
      ]);
      const everyMail: Mail[] = await test.dataSource.query('select subject, body_text, body_html from mails');
      expect(JSON.stringify(everyMail)).not.toMatch(/Iğdır|çiftçi|Zeytinli/);
      expect(mails[1]?.body_text).toContain(`http://localhost:4000/bultenler/${id}`);
    });

    it('follow what each person chose for each kind', async () => {
      const chosen = await choose(partner(), [
        { kind: 'SIGNATURE_NEEDED', pace: 'NEVER' },
        { kind: 'INVITED', pace: 'DAILY' },
      ]);
      await offered();

      const of = (kind: string) =>
        chosen.data.viewerNotificationPreferencesUpdate.notifications?.find((one) => one.kind === kind);
      expect(chosen.data.viewerNotificationPreferencesUpdate.errors).toEqual([]);
      expect(chosen.data.viewerNotificationPreferencesUpdate.notifications).toHaveLength(
        Object.values(NotificationKind).length,
      );
      expect(of('SIGNATURE_NEEDED')).toMatchObject({ pace: 'NEVER', defaultPace: 'IMMEDIATELY' });
      expect(await mailsTo(partner())).toEqual([]);
      expect(await kindsOf(partner())).toEqual(['SIGNATURE_NEEDED', 'INVITED']);
    });

    it('go back to the default, and the viewer shows what holds', async () => {
      await choose(partner(), [{ kind: 'INVITED', pace: 'NEVER' }]);
      await choose(partner(), [
        { kind: 'INVITED', pace: null },
        { kind: 'SIGNED', pace: 'NEVER' },
      ]);

      const answer = await test.gql<{
        viewer: { preferences: { notifications: { kind: string; pace: string }[] } };
      }>('{ viewer { preferences { notifications { kind pace } } } }', {}, partner());

      const paces = new Map(answer.data.viewer.preferences.notifications.map(({ kind, pace }) => [kind, pace]));
      expect([paces.get('INVITED'), paces.get('SIGNED'), paces.get('COMMENTED')]).toEqual([
        'IMMEDIATELY',
        'NEVER',
        'DAILY',
      ]);
    });

    it('gather once a day at 08.30, in one mail, whoever looks and however often', async () => {
      const id = await offered();
      await desk.sign(id, partner());
      await desk.sign(id, lead());
      await desk.approve(id, lead());
      await test.app.get(BulletinReleaseClock).releaseDue(test.system());
      await runJobs();
      const digests = test.app.get(NotificationDigests);

      const sameDay = await digests.sendDue(test.system());
      test.clock.set('2026-04-24T08:29:00+03:00');
      const early = await digests.sendDue(test.system());
      test.clock.set('2026-04-24T08:30:00+03:00');
      const sent = await Promise.all([digests.sendDue(test.system()), digests.sendDue(test.system())]);
      const again = await digests.sendDue(test.system());

      expect([sameDay, early, again]).toEqual([[], [], []]);
      expect(sent.flat().sort()).toEqual([lead().userId, partner().userId].sort());
      const digest = (await mailsTo(lead())).filter(({ purpose }) => purpose === 'notificationDigest');
      expect(digest.map(({ subject }) => subject)).toEqual(['Tek Ses günlük özeti: 2 bildirim']);
      expect(digest[0]?.body_text).toContain(`Yayımlandı: ${headline}`);
      expect(digest[0]?.body_text).toContain('Bir bülten için olur verildi');
    });

    it('leave out of the digest what was read meanwhile, and send none for nothing', async () => {
      const id = await offered();
      await desk.sign(id, partner());
      await runJobs();
      await test.gql('mutation { notificationMarkAllRead { markedCount } }', {}, lead());
      test.clock.set('2026-04-24T08:30:00+03:00');

      await test.app.get(NotificationDigests).sendDue(test.system());

      expect((await mailsTo(lead())).filter(({ purpose }) => purpose === 'notificationDigest')).toEqual([]);
    });
  });

  describe('reminders', () => {
    const remind = () => test.app.get(NotificationReminders).remind(test.system());

    it('come four hours before the deadline and when it is over, each once', async () => {
      const id = await offered();
      await desk.sign(id, lead());
      await runJobs();
      const urgent = async (as: SignedIn) => (await kindsOf(as)).filter((kind) => kind.startsWith('SIGNOFF'));

      test.clock.set('2026-04-24T05:00:00+03:00'); // offered at 09.00.01
      await remind();
      expect(await urgent(partner())).toEqual([]);
      test.clock.set('2026-04-24T05:00:01+03:00');
      await remind();
      test.clock.advance({ minutes: 30 });
      await remind();
      expect(await urgent(partner())).toEqual(['SIGNOFF_DUE_SOON']);
      expect(await urgent(lead())).toEqual([]);
      test.clock.set('2026-04-24T09:00:01+03:00');
      await Promise.all([remind(), remind()]);

      expect(await urgent(partner())).toEqual(['SIGNOFF_LAPSED', 'SIGNOFF_DUE_SOON']);
      expect(await urgent(lead())).toEqual(['SIGNOFF_LAPSED']);
      expect((await told(lead()))[0]?.body).toContain('Yanıt vermeyen: Ayvalık Belediyesi');
      expect((await mailsTo(lead())).map(({ subject }) => subject)).toEqual(['Bir bülten için olur süresi doldu']);
    });

    it('come half an hour before an embargo ends with signatures missing', async () => {
      const id = await offered();
      await putUnderEmbargo(id, '2026-04-23T17:00');
      await desk.sign(id, lead());
      test.clock.set('2026-04-23T16:31:00+03:00');

      await remind();
      await remind();

      const [newest] = await told(partner());
      expect(newest).toMatchObject({
        kind: 'EMBARGO_ENDS_UNSIGNED',
        title: 'Ambargolu bir bültenin süresi dolmak üzere, eksik olur var',
      });
      expect(newest?.body).toContain('Oluru beklenen: Ayvalık Belediyesi');
      expect((await kindsOf(lead())).filter((kind) => kind === 'EMBARGO_ENDS_UNSIGNED')).toHaveLength(1);
      await desk.sign(id, partner());
      await desk.approve(id, lead());
      await runJobs();
      expect((await told(partner())).find(({ kind }) => kind === 'EMBARGO_ENDS_UNSIGNED')?.doneAt).not.toBeNull();
    });
  });
});
