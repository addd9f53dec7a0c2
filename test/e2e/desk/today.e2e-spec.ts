import { BulletinReleaseClock } from '../../../apps/api/src/bulletins/bulletin-release-clock.service';
import { Role } from '@domain/identity/actor';
import { startTestApp, type SignedIn, type TestApp } from '../../support/app';
import { bulletinDesk, doc, sectionOf } from '../../support/bulletin-desk';
import { writtenDraft } from '../../support/bulletin-stories';
import { statementsOf } from '../../support/statements';
import { buildWorld, type World } from '../../support/world';

interface Today {
  tasks: { id: string; reason: string; dueAt: string | null; commentId: string | null; bulletin: { id: string } }[];
  releases: { at: string; signedCount: number; officeCount: number; bulletin: { id: string; state: string } }[];
  draftCount: number;
  followed: { id: string }[];
}

const document = `{ today { draftCount followed { id } tasks { id reason dueAt commentId bulletin { id headline } }
  releases { at signedCount officeCount bulletin { id state } } } }`;

describe('today', () => {
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

  async function today(as: SignedIn): Promise<Today> {
    const answer = await test.gql<{ today: Today }>(document, {}, as);
    expect(answer.errors).toEqual([]);
    return answer.data.today;
  }
  const reasons = async (as: SignedIn) => (await today(as)).tasks.map(({ reason }) => reason);

  async function shared(embargo?: string): Promise<string> {
    const id = await writtenDraft(desk, lead(), 'Işıklı yürüyüş yolu');
    if (embargo) {
      const bulletin = await desk.get(id, lead());
      await desk.update(id, { expectedVersion: bulletin?.version, embargo: { local: embargo } }, lead());
    }
    await desk.invite(id, [world.officeIds.ayvalik], lead());
    await desk.share(id, lead());
    return id;
  }

  it('follows a bulletin from the invitation to the release', async () => {
    const id = await shared('2026-04-23T17:00');
    expect((await today(partner())).tasks).toMatchObject([
      { reason: 'ANSWER_INVITATION', bulletin: { id }, dueAt: '2026-04-23T14:00:00.000Z' },
    ]);
    expect(await reasons(lead())).toEqual(['EMBARGO_UNSIGNED']);

    await desk.accept(id, partner());
    expect(await reasons(partner())).toEqual(['REVIEW']);

    await desk.submit(id, lead());
    expect(await reasons(partner())).toEqual(['SIGN']);
    expect(await reasons(lead())).toEqual(['SIGN']);
    expect(await reasons(await world.person('ayvalik', Role.EDITOR))).toEqual([]);

    await desk.sign(id, partner());
    await desk.sign(id, lead());
    expect(await reasons(partner())).toEqual([]);
    expect(await reasons(lead())).toEqual(['APPROVE_RELEASE']);
    expect((await today(partner())).releases).toEqual([
      { at: '2026-04-23T14:00:00.000Z', signedCount: 2, officeCount: 2, bulletin: { id, state: 'IN_SIGNOFF' } },
    ]);

    expect((await desk.approve(id, lead())).errors).toEqual([]);
    test.clock.set('2026-04-23T17:00:01+03:00');
    await test.app.get(BulletinReleaseClock).releaseDue(test.system());
    expect(await reasons(lead())).toEqual([]);
    expect((await today(partner())).releases).toMatchObject([
      { at: '2026-04-23T14:00:01.000Z', bulletin: { id, state: 'RELEASED' } },
    ]);
    expect((await today(world.directors.gomec)).releases).toEqual([]);
    test.clock.set('2026-04-24T09:00:00+03:00');
    expect((await today(partner())).releases).toEqual([]);
  });

  it('asks for a signature anew when words changed, and the lead for what was returned', async () => {
    const id = await shared();
    await desk.accept(id, partner());
    await desk.submit(id, lead());
    await desk.sign(id, lead());
    await desk.sign(id, partner());
    const section = sectionOf(await desk.get(id, lead()), 'LEAD');
    await desk.editSection(id, section.id, { expectedVersion: section.version, content: doc('1250 metre') }, lead());

    expect(await reasons(partner())).toEqual(['SIGN_ANEW']);

    test.clock.advance({ minutes: 1 });
    await desk.return(id, 'Uzunluk yanlış', partner());
    expect(await reasons(partner())).toEqual([]);
    expect(await reasons(await world.person('edremit', Role.EDITOR))).toEqual(['RETURNED']);
  });

  it('puts what is due first before what has no deadline', async () => {
    const late = await shared('2026-04-23T18:00');
    const open = await shared();
    const soon = await shared('2026-04-23T12:00');

    expect((await today(partner())).tasks.map(({ bulletin }) => bulletin.id)).toEqual([soon, late, open]);
  });

  it('is due at the end of the embargo where that comes before the end of the time to answer', async () => {
    const due = async (embargo?: string) => {
      const id = await shared(embargo);
      await desk.accept(id, partner());
      await desk.submit(id, lead());
      return (await today(partner())).tasks.find(({ bulletin }) => bulletin.id === id)?.dueAt;
    };

    expect(await due('2026-04-23T12:00')).toBe('2026-04-23T09:00:00.000Z');
    const answerBy = await due();
    expect(answerBy).not.toBeNull();
    expect(await due('2026-05-23T12:00')).toBe(answerBy);
  });

  it('shows a remark that names the viewer until it is read', async () => {
    const id = await shared();
    await desk.accept(id, partner());
    const editor = await world.person('ayvalik', Role.EDITOR);
    const { data } = await test.gql<{ bulletinCommentAdd: { comment: { id: string } } }>(
      `mutation ($id: ID!, $input: BulletinCommentAddInput!) { bulletinCommentAdd(id: $id, input: $input) { comment { id } errors { code } } }`,
      { id, input: { body: 'Işıl Hanım, bakar mısınız', mentions: [editor.userId] } },
      lead(),
    );
    await test.runJobs();

    const named = (await today(editor)).tasks.filter(({ reason }) => reason === 'MENTIONED');
    expect(named).toEqual([
      {
        id: `${id}:MENTIONED`,
        reason: 'MENTIONED',
        dueAt: null,
        commentId: data.bulletinCommentAdd.comment.id,
        bulletin: { id, headline: 'Işıklı yürüyüş yolu' },
      },
    ]);
    await test.gql(
      `mutation ($id: ID!) { notificationMarkBulletinRead(bulletinId: $id) { markedCount } }`,
      { id },
      editor,
    );
    expect(await reasons(editor)).not.toContain('MENTIONED');
  });

  it('counts drafts and lists what the viewer follows, for their own eyes', async () => {
    const id = await writtenDraft(desk, lead());
    await desk.mutate('bulletinFollow', '$id: ID!', { id }, lead());

    expect(await today(lead())).toEqual({ draftCount: 1, followed: [{ id }], tasks: [], releases: [] });
    expect(await today(partner())).toEqual({ draftCount: 0, followed: [], tasks: [], releases: [] });
  });

  it('is read in two statements, however much there is', async () => {
    await shared();
    await shared('2026-04-23T12:00');

    const statements = await statementsOf(test, () => today(partner()));

    expect(statements).toHaveLength(3);
  });
});
