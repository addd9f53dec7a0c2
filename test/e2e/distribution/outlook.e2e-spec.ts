import { BulletinReleaseClock } from '../../../apps/api/src/bulletins/bulletin-release-clock.service';
import { buildContact, buildList } from '../../factories/media.factory';
import { startTestApp, type SignedIn, type TestApp } from '../../support/app';
import { bulletinDesk, doc, sectionOf } from '../../support/bulletin-desk';
import { writtenDraft } from '../../support/bulletin-stories';
import { buildWorld, type World } from '../../support/world';

describe('what an act on a bulletin would bring about', () => {
  let test: TestApp;
  let world: World;
  let desk: ReturnType<typeof bulletinDesk>;
  let lead: SignedIn;
  let partner: SignedIn;
  let id: string;

  beforeAll(async () => {
    test = await startTestApp();
  });
  beforeEach(async () => {
    await test.reset();
    world = await buildWorld(test);
    desk = bulletinDesk(test);
    lead = world.directors.edremit;
    partner = world.directors.ayvalik;
    id = await writtenDraft(desk, lead);
    await desk.invite(id, [world.officeIds.ayvalik], lead);
    await desk.share(id, lead);
    await desk.accept(id, partner);
    const input = { kind: 'OFFICE', officeId: world.officeIds.ayvalik, content: doc('Ayvalık’ta iskele açılıyor.') };
    await desk.addSection(id, input, partner);
    await desk.submit(id, lead);
  });
  afterAll(() => test.close());

  const ask = async <T>(query: string, as: SignedIn) => test.gql<T>(`query ($id: ID!) { ${query} }`, { id }, as);

  it('names the chosen lists to those at work on it', async () => {
    const list = await buildList(test.dataSource.manager, { name: 'Körfez yerel' });
    const input = { listIds: [list.id] };
    await desk.mutate('bulletinChooseLists', '$id: ID!, $input: BulletinChooseListsInput!', { id, input }, lead);

    const query = 'bulletinLists(id: $id) { id name }';

    expect((await ask(query, partner)).data).toEqual({ bulletinLists: [{ id: list.id, name: 'Körfez yerel' }] });
    expect((await ask(query, world.directors.havran)).errors.map(({ extensions }) => extensions.code)).toEqual([
      'NOT_FOUND',
    ]);
  });

  describe('leaving out a recipient', () => {
    let contactIds: string[];
    interface Recipients {
      readonly going: readonly { address: string }[];
      readonly excluded: readonly { address: string; name: string | null }[];
    }
    const recipients = async () =>
      (
        await ask<{ bulletinRecipients: Recipients }>(
          'bulletinRecipients(id: $id) { going { address } excluded { address name } }',
          lead,
        )
      ).data.bulletinRecipients;
    const going = async () => (await recipients()).going.map(({ address }) => address);
    const excluded = async () => (await recipients()).excluded;
    const change = (verb: 'Exclude' | 'Include', contactId = contactIds[0] ?? '', as = lead) =>
      desk.mutate(`bulletinRecipient${verb}`, '$id: ID!, $contactId: ID!', { id, contactId }, as);

    beforeEach(async () => {
      const { manager } = test.dataSource;
      const first = await buildContact(manager, { email: 'bir@gazete.example', name: 'Işıl Şahin' });
      const second = await buildContact(manager, { email: 'iki@gazete.example' });
      const same = await buildContact(manager, { email: 'bir@gazete.example', officeId: world.officeIds.ayvalik });
      contactIds = [first.id, second.id, same.id];
      const list = await buildList(manager, { name: 'Körfez yerel' }, { contacts: [first, second] });
      const other = await buildList(manager, { name: 'Ajanslar' }, { contacts: [same] });
      const input = { listIds: [list.id, other.id] };
      await desk.mutate('bulletinChooseLists', '$id: ID!, $input: BulletinChooseListsInput!', { id, input }, lead);
    });

    it('keeps the address out, on whatever list it stands, and tells who it is', async () => {
      expect(await going()).toEqual(['bir@gazete.example', 'iki@gazete.example']);

      expect((await change('Exclude')).errors).toEqual([]);

      expect(await going()).toEqual(['iki@gazete.example']);
      expect(await excluded()).toEqual([{ address: 'bir@gazete.example', name: 'Işıl Şahin' }]);
      await desk.sign(id, partner);
      await desk.sign(id, lead);
      await desk.approve(id, lead);
      await test.app.get(BulletinReleaseClock).releaseDue(test.system());
      const planned: { address: string }[] = await test.dataSource.query(
        'select address from deliveries where item_id = $1',
        [id],
      );
      expect(planned).toEqual([{ address: 'iki@gazete.example' }]);
      expect((await change('Include')).errors).toMatchObject([{ code: 'WRONG_STATE' }]);
    });

    it('is taken back, and twice is once: two events in all', async () => {
      for (const verb of ['Exclude', 'Exclude', 'Include', 'Include'] as const) {
        expect((await change(verb)).errors).toEqual([]);
      }

      expect([await going(), await excluded()]).toEqual([['bir@gazete.example', 'iki@gazete.example'], []]);
      const events: { name: string; data: object }[] = await test.dataSource.query(
        `select name, data from events where name like 'bulletin.recipient%' order by chain_seq`,
      );
      expect(events).toEqual([
        { name: 'bulletin.recipientExcluded', data: { contactId: contactIds[0] } },
        { name: 'bulletin.recipientIncluded', data: { contactId: contactIds[0] } },
      ]);
    });

    it('refuses who is no recipient, and whoever does not send it', async () => {
      expect((await change('Exclude', id)).errors).toMatchObject([{ code: 'INVALID', path: ['contactId'] }]);
      expect((await change('Include', id)).errors).toMatchObject([{ code: 'INVALID', path: ['contactId'] }]);
      expect((await change('Exclude', contactIds[0], partner)).errors).toMatchObject([{ code: 'FORBIDDEN' }]);
      expect((await change('Exclude', contactIds[0], world.directors.havran)).errors).toMatchObject([
        { code: 'NOT_FOUND' },
      ]);
      expect(await excluded()).toEqual([]);
    });
  });

  it('shows a partner the bulletin without its name and words, and the lead nothing of the kind', async () => {
    interface Preview {
      bulletinDeclinePreview: { offices: { code: string }[]; sections: { kind: string; content: string }[] };
    }
    const query = 'bulletinDeclinePreview(id: $id) { offices { code } sections { kind content } }';

    const { data } = await ask<Preview>(query, partner);

    expect(data.bulletinDeclinePreview.offices).toEqual([{ code: 'edremit' }]);
    expect(data.bulletinDeclinePreview.sections.map(({ kind }) => kind)).toEqual(['HEADLINE', 'SPOT', 'LEAD']);
    expect(JSON.stringify(data)).not.toContain('iskele');
    expect((await ask(query, lead)).errors.map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN']);
  });

  it('gives the words that the office answered to, however the text moved on', async () => {
    interface Signed {
      bulletinSignedSections: { kind: string; content: string }[];
    }
    const query = 'bulletinSignedSections(id: $id) { kind content }';
    expect((await ask<Signed>(query, partner)).data.bulletinSignedSections).toEqual([]);
    await desk.sign(id, partner);
    const spot = sectionOf(await desk.get(id, lead), 'SPOT');
    const changed = { expectedVersion: spot.version, content: doc('Işıklı yol üç ilçeyi bağlıyor.') };
    expect((await desk.editSection(id, spot.id, changed, lead)).errors).toEqual([]);

    const { data } = await ask<Signed>(query, partner);

    const signed = data.bulletinSignedSections.find(({ kind }) => kind === 'SPOT');
    expect(JSON.parse(signed?.content ?? '')).toEqual(JSON.parse(doc('Işıklı yol iki ilçeyi bağlıyor.')));
  });

  it('counts who still has to agree that the embargo ends early', async () => {
    interface Lift {
      bulletinEmbargoLift: { needsLead: boolean; partnersNeeded: number; agreed: { code: string }[] };
    }
    const query = 'bulletinEmbargoLift(id: $id) { needsLead partnersNeeded agreed { code } }';
    expect((await ask(query, lead)).errors.map(({ extensions }) => extensions.code)).toEqual(['WRONG_STATE']);
    const { version } = (await desk.get(id, lead)) ?? { version: 0 };
    await desk.update(id, { expectedVersion: version, embargo: { local: '2026-04-23T17:00' } }, lead);
    await desk.sign(id, lead);
    await desk.sign(id, partner);
    expect((await desk.approve(id, lead)).errors).toEqual([]);
    expect((await ask<Lift>(query, lead)).data.bulletinEmbargoLift).toEqual({
      needsLead: true,
      partnersNeeded: 1,
      agreed: [],
    });

    expect((await desk.liftEmbargo(id, lead)).errors).toEqual([]);

    expect((await ask<Lift>(query, partner)).data.bulletinEmbargoLift).toEqual({
      needsLead: false,
      partnersNeeded: 1,
      agreed: [{ code: 'edremit' }],
    });
  });
});
