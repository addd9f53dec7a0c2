import { Role } from '@domain/identity/actor';
import { startTestApp, type SignedIn, type TestApp } from '../../support/app';
import { bulletinDesk } from '../../support/bulletin-desk';
import { buildWorld, type World } from '../../support/world';

interface Refusal {
  code: string;
  path: string[];
  details: string[];
}
interface Told {
  kind: string;
  title: string;
  why: string;
  isWaiting: boolean;
}

describe('acts from a list or beside the text', () => {
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

  async function offered(): Promise<string> {
    const { bulletin } = await desk.create({ headline: 'Işıklı yol açılıyor' }, lead());
    const id = bulletin?.id ?? '';
    await desk.invite(id, [world.officeIds.ayvalik, world.officeIds.gomec], lead());
    await desk.share(id, lead());
    await desk.accept(id, partner());
    expect((await desk.submit(id, lead())).errors).toEqual([]);
    await test.runJobs();
    test.clock.advance({ seconds: 1 });
    return id;
  }

  const remind = (id: string, officeIds: string[], as: SignedIn) =>
    desk.mutate('bulletinRemind', '$id: ID!, $input: BulletinRemindInput!', { id, input: { officeIds } }, as);

  async function told(as: SignedIn): Promise<Told[]> {
    const answer = await test.gql<{ notifications: { edges: { node: Told }[] } }>(
      '{ notifications { edges { node { kind title why isWaiting } } } }',
      {},
      as,
    );
    expect(answer.errors).toEqual([]);
    return answer.data.notifications.edges.map(({ node }) => node);
  }

  async function bulk(name: string, variables: object, as: SignedIn | null, more = '') {
    const declared = more === '' ? '' : ', $tag: String!';
    const answer = await test.gql<
      Record<string, { bulletins: { id: string; state: string }[] | null; errors: Refusal[] }>
    >(
      `mutation ($ids: [ID!]!${declared}) { ${name}(ids: $ids${more}) { bulletins { id state } errors { code path details } } }`,
      variables,
      as,
    );
    return answer.data[name];
  }

  describe('a reminder', () => {
    it('reaches those who sign, or answer invitations, for the offices named', async () => {
      const id = await offered();

      const { errors } = await remind(id, [world.officeIds.ayvalik, world.officeIds.gomec], lead());
      await test.runJobs();

      expect(errors).toEqual([]);
      expect((await told(partner()))[0]).toEqual({
        kind: 'SIGNATURE_REMINDED',
        title: 'Bir bülten için olurunuz hâlâ bekleniyor',
        why: 'Ayvalık Belediyesi adına olur verenlerdensiniz.',
        isWaiting: true,
      });
      expect((await told(world.directors.gomec))[0]?.kind).toBe('INVITED');
      const events: { data: object }[] = await test.dataSource.query(
        `select data from events where name = 'bulletin.reminded' and subject_id = $1`,
        [id],
      );
      expect(events).toEqual([{ data: { officeIds: [world.officeIds.ayvalik, world.officeIds.gomec] } }]);
    });

    it('is sent to an office once an hour', async () => {
      const id = await offered();
      await remind(id, [world.officeIds.ayvalik], lead());
      test.clock.advance({ minutes: 59 });

      const early = await remind(id, [world.officeIds.gomec, world.officeIds.ayvalik], lead());
      test.clock.advance({ minutes: 2 });
      const later = await remind(id, [world.officeIds.ayvalik], lead());

      expect(early.errors).toEqual([{ code: 'TOO_MANY', path: ['officeIds', '1'], details: ['60'] }]);
      expect(later.errors).toEqual([]);
    });

    it('is refused for who owes nothing, by who does not lead, and before the text is offered', async () => {
      const id = await offered();
      await desk.sign(id, partner());

      expect((await remind(id, [world.officeIds.ayvalik], lead())).errors).toEqual([
        { code: 'WRONG_STATE', path: ['officeIds', '0'], details: [] },
      ]);
      expect((await remind(id, [world.officeIds.gomec], partner())).errors[0]?.code).toBe('FORBIDDEN');
      expect((await remind(id, [world.officeIds.gomec], world.directors.havran)).errors[0]?.code).toBe('NOT_FOUND');
      expect((await desk.get(id, lead()))?.viewerCan).toContain('REMIND');
      await desk.reopen(id, lead());
      expect((await remind(id, [world.officeIds.gomec], lead())).errors[0]?.code).toBe('WRONG_STATE');
      expect((await desk.get(id, lead()))?.viewerCan).not.toContain('REMIND');
    });
  });

  describe('a draft that was given up', () => {
    const eventsOf = (id: string): Promise<{ name: string; data: object }[]> =>
      test.dataSource.query(
        `select name, data from events where subject_id = $1 and name in ('bulletin.discarded', 'bulletin.restored') order by at, id`,
        [id],
      );

    it('comes back to writing, and the ledger tells both', async () => {
      const id = (await desk.create({ headline: 'Işıklı şenlik' }, lead())).bulletin?.id ?? '';
      await desk.discard(id, lead());
      expect((await desk.get(id, lead()))?.viewerCan).toContain('RESTORE');

      const { errors, bulletin } = await desk.restore(id, lead());

      expect([errors, bulletin?.state]).toEqual([[], 'DRAFT']);
      expect((await desk.get(id, lead()))?.viewerCan).not.toContain('RESTORE');
      expect((await desk.restore(id, lead())).errors[0]?.code).toBe('WRONG_STATE');
      expect(await eventsOf(id)).toEqual([
        { name: 'bulletin.discarded', data: { from: 'DRAFT', to: 'DISCARDED' } },
        { name: 'bulletin.restored', data: { from: 'DISCARDED', to: 'DRAFT' } },
      ]);
    });

    it('comes back to review where partners had seen it, keeps what they signed and asks the others again', async () => {
      const id = await offered();
      await desk.sign(id, partner());
      await test.runJobs();
      const open = async () =>
        (
          await test.dataSource.query<{ kind: string }[]>(
            `select distinct kind from notifications where subject_id = $1 and done_at is null and kind = 'INVITED'`,
            [id],
          )
        ).length;
      const invitedBefore = await open();
      test.clock.advance({ minutes: 1 });
      await desk.discard(id, lead());
      await test.runJobs();
      expect(await open()).toBe(0);

      const { errors, bulletin } = await desk.restore(id, lead());
      await test.runJobs();

      expect([errors, bulletin?.state]).toEqual([[], 'IN_REVIEW']);
      expect(await open()).toBe(invitedBefore);
      const signatures = (await desk.get(id, lead()))?.signatures ?? [];
      expect(signatures.find(({ office }) => office.code === 'ayvalik')).toMatchObject({ status: 'SIGNED' });
    });

    it('is brought back by nobody but the editors of the lead', async () => {
      const id = await offered();
      await desk.discard(id, lead());

      expect((await desk.restore(id, partner())).errors[0]?.code).toBe('FORBIDDEN');
      expect((await desk.restore(id, world.directors.havran)).errors[0]?.code).toBe('NOT_FOUND');
      expect((await desk.restore(id, await world.person('edremit', Role.STAFF))).errors[0]?.code).toBe('FORBIDDEN');
    });
  });

  describe('an act on several bulletins', () => {
    it('is done where it may be and says where not', async () => {
      const own = (await desk.create({ headline: 'Şenlik' }, lead())).bulletin?.id ?? '';
      const foreign = (await desk.create({ headline: 'Başkası' }, partner())).bulletin?.id ?? '';

      const discarded = await bulk('bulletinsDiscard', { ids: [foreign, own, 'yok'] }, lead());

      expect(discarded).toEqual({
        bulletins: [{ id: own, state: 'DISCARDED' }],
        errors: [
          { code: 'NOT_FOUND', path: ['ids', '0'], details: [] },
          { code: 'NOT_FOUND', path: ['ids', '2'], details: [] },
        ],
      });
      expect((await desk.get(foreign, partner()))?.state).toBe('DRAFT');
    });

    it('adds a tag beside those that are there, once', async () => {
      const id = (await desk.create({ headline: 'Şenlik' }, lead())).bulletin?.id ?? '';
      const tag = (label: string) => bulk('bulletinsTag', { ids: [id], tag: label }, lead(), ', tag: $tag');

      await tag('Zeytin');
      await tag('Su kesintisi');
      await tag('ZEYTİN');

      const tags = await test.dataSource.query('select label from bulletin_tags order by slug');
      expect(tags).toEqual([{ label: 'Su kesintisi' }, { label: 'Zeytin' }]);
      expect((await tag('!!'))?.errors).toEqual([{ code: 'INVALID', path: ['ids', '0'], details: [] }]);
    });

    it('marks as seen for the office', async () => {
      const id = await offered();

      const answer = await bulk('bulletinsMarkSeen', { ids: [id] }, partner());

      expect(answer).toEqual({ bulletins: [{ id, state: 'IN_SIGNOFF' }], errors: [] });
      expect((await desk.get(id, lead()))?.signatures.map(({ status }) => status)).toEqual([
        'PENDING',
        'SEEN',
        'PENDING',
      ]);
    });

    it('takes 1 to 50 ids, each once', async () => {
      const id = (await desk.create({ headline: 'Şenlik' }, lead())).bulletin?.id ?? '';
      for (const ids of [[], [id, id], Array.from({ length: 51 }, (_, index) => String(index))]) {
        expect((await bulk('bulletinsMarkSeen', { ids }, lead()))?.errors.map(({ code }) => code)).toEqual(['INVALID']);
      }
    });
  });

  describe('following', () => {
    const choose = (name: string, id: string, as: SignedIn) => desk.mutate(name, '$id: ID!', { id }, as);
    const following = async (id: string, as: SignedIn) =>
      (
        await test.gql<{ bulletin: { viewerFollowing: string } }>(
          'query ($id: ID!) { bulletin(id: $id) { viewerFollowing } }',
          { id },
          as,
        )
      ).data.bulletin.viewerFollowing;

    it('tells a person of what their role alone would not', async () => {
      const id = await offered();
      const observer = await world.person('ayvalik', Role.OBSERVER);
      expect(await following(id, observer)).toBe('BY_ROLE');

      await choose('bulletinFollow', id, observer);
      await desk.sign(id, partner());
      await test.runJobs();

      expect(await following(id, observer)).toBe('FOLLOWED');
      expect((await told(observer)).map(({ kind, why }) => [kind, why])).toEqual([
        ['SIGNED', 'Bu bülteni takip ediyorsunuz.'],
      ]);
    });

    it('once given up leaves what waits for an act', async () => {
      const id = await offered();
      await choose('bulletinUnfollow', id, lead());

      await desk.sign(id, partner());
      await desk.return(id, 'Rakam yanlış, 1250 olmalı', partner());
      await test.runJobs();

      const kinds = (await told(lead())).map(({ kind }) => kind);
      expect(kinds).toContain('RETURNED');
      expect(kinds).not.toContain('SIGNED');
    });

    it('is closed to those who may not know of the bulletin', async () => {
      const id = (await desk.create({ headline: 'Şenlik' }, lead())).bulletin?.id ?? '';
      expect((await choose('bulletinFollow', id, partner())).errors[0]?.code).toBe('NOT_FOUND');
    });
  });

  describe('mentions', () => {
    const document = `query ($id: ID!, $query: String!) { mentionables(bulletinId: $id, query: $query) { kind id name officeCode } }`;
    const find = async (id: string, query: string, as: SignedIn) =>
      (
        await test.gql<{ mentionables: { kind: string; id: string; officeCode: string }[] }>(
          document,
          { id, query },
          as,
        )
      ).data?.mentionables;

    it('offer offices and people at work on the bulletin, by beginnings without Turkish letters', async () => {
      const id = await offered();

      const all = await find(id, '', lead());
      const some = await find(id, 'ayvalik press', lead());

      expect(all?.map(({ kind, officeCode }) => `${kind} ${officeCode}`)).toEqual([
        'OFFICE ayvalik',
        'OFFICE edremit',
        'OFFICE gomec',
        'PERSON ayvalik',
        'PERSON gomec',
      ]);
      expect(some?.map((found) => found.id)).toEqual([partner().userId]);
      const { errors } = await test.gql(document, { id, query: '' }, world.directors.havran);
      expect(errors.map(({ extensions }) => extensions.code)).toEqual(['NOT_FOUND']);
    });

    it('of an office tell those who write for it', async () => {
      const id = await offered();
      const editor = await world.person('ayvalik', Role.EDITOR);
      const observer = await world.person('ayvalik', Role.OBSERVER);
      const add = (officeId: string) =>
        test.gql<{ bulletinCommentAdd: { comment: { mentionedOfficeIds: string[] } | null; errors: Refusal[] } }>(
          `mutation ($id: ID!, $input: BulletinCommentAddInput!) { bulletinCommentAdd(id: $id, input: $input) {
             comment { mentionedOfficeIds } errors { code path details } } }`,
          { id, input: { body: '@Ayvalık rakama bakar mısınız', mentionedOfficeIds: [officeId] } },
          lead(),
        );

      const { data } = await add(world.officeIds.ayvalik);
      await test.runJobs();

      expect(data.bulletinCommentAdd).toEqual({
        comment: { mentionedOfficeIds: [world.officeIds.ayvalik] },
        errors: [],
      });
      expect((await told(editor)).map(({ kind, title, why }) => [kind, title, why])).toEqual([
        ['MENTIONED', 'Bir yorumda biriminiz anıldı', 'Yorumda biriminiz anıldı: Ayvalık Belediyesi.'],
      ]);
      expect(await told(observer)).toEqual([]);
      expect((await add(world.officeIds.havran)).data.bulletinCommentAdd.errors).toEqual([
        { code: 'INVALID', path: ['input', 'mentionedOfficeIds'], details: [] },
      ]);
    });
  });
});
