import { Role } from '@domain/identity/actor';
import { canonicalOf, type DraftJson } from '@domain/text/draft';
import { plainText } from '@domain/text/rich-text';
import { Doc, encodeStateAsUpdate, XmlElement, XmlText } from 'yjs';
import type { SignedIn } from '../../support/app';
import type { CollabClient } from '../../support/collab-client';
import { sectionOf } from '../../support/bulletin-desk';
import { startSharedDesk, type SharedDesk } from '../../support/shared-section';

let shared: SharedDesk;

beforeAll(async () => {
  shared = await startSharedDesk();
});
afterEach(() => shared.closeAll());
afterAll(() => shared.stop());

const words = 'Işıklar 20.00’de yandı.';
const id = (place: number): string => `00000000-0000-4000-8000-${String(place).padStart(12, '0')}`;
const doc = (...content: unknown[]): DraftJson => ({ type: 'doc', content: [{ type: 'paragraph', content }] });
const text = (value: string, ...marks: unknown[]) => ({ type: 'text', text: value, marks });
const suggestion = (type: string, place: number, by: SignedIn) => ({
  type,
  attrs: { id: id(place), userId: by.userId, officeId: by.officeId, at: '2026-04-23T06:00:00Z' },
});

/** The lead's own words: an office section, which Ayvalık may only suggest in. */
async function ownSection(): Promise<string> {
  await shared.begin(words);
  const { edremit } = shared.world.officeIds;
  const content = JSON.stringify(doc(text(words)));
  const input = { kind: 'OFFICE', officeId: edremit, content };
  const { bulletin } = await shared.desk.addSection(shared.bulletinId, input, shared.lead);
  return sectionOf(bulletin, 'OFFICE', edremit).id;
}

const refusalOf = async (client: CollabClient): Promise<string | undefined> => {
  await client.until(() => client.closings.length > 0, 'the refusal');
  return client.closings[0];
};

/** An update that no editor writes, sent past the client's own checks. */
function smuggle(client: CollabClient, change: (doc: Doc) => void): void {
  client.doc.transact(() => change(client.doc));
}

describe('people who may only suggest', () => {
  it('add suggestions and anchors, and the words that count stay', async () => {
    const sectionId = await ownSection();
    const ours = await shared.open(sectionId, shared.lead);
    const theirs = await shared.open(sectionId, shared.partner);

    theirs.write(
      doc(
        text('Işıklar '),
        text('20.00’de', suggestion('deletion', 1, shared.partner)),
        text('20.30’da', suggestion('insertion', 1, shared.partner)),
        text(' yandı.', { type: 'comment', attrs: { id: id(7) } }),
      ),
    );
    await ours.until(() => ours.text().includes('20.30'), 'the suggestion');

    expect(plainText(canonicalOf(ours.draft()))).toBe(words);
    await theirs.settled();
    expect(theirs.closings).toEqual([]);
  });

  it.each([
    ['NOT_YOUR_WORDS', () => doc(text('Işıklar söndü.'))],
    ['FORGED', () => doc(text(words), text(' Bravo.', suggestion('insertion', 1, shared.lead)))],
  ])('are refused with %s, and nothing of it reaches anybody', async (refusal, changed) => {
    const sectionId = await ownSection();
    const ours = await shared.open(sectionId, shared.lead);
    const theirs = await shared.open(sectionId, shared.partner);

    theirs.write(changed());

    expect(await refusalOf(theirs)).toBe(`REFUSED:${refusal}`);
    expect(ours.text()).toBe(words);
    await shared.closeAll();
    const later = await shared.open(sectionId, shared.lead);
    expect(later.text()).toBe(words);
    expect(sectionOf(await shared.get(), 'OFFICE', shared.lead.officeId).text).toBe(words);
  });

  it('do not take away what the lead proposed', async () => {
    const sectionId = await ownSection();
    const ours = await shared.open(sectionId, shared.lead);
    const theirs = await shared.open(sectionId, shared.partner);
    ours.write(doc(text(words), text(' Bravo.', suggestion('insertion', 1, shared.lead))));
    await theirs.until(() => theirs.text().endsWith('Bravo.'), 'the suggestion');

    theirs.write(doc(text(words)));

    expect(await refusalOf(theirs)).toBe('REFUSED:NOT_YOUR_SUGGESTION');
    expect(ours.text()).toBe(`${words} Bravo.`);
  });

  it('do not write under the client number of somebody who is there', async () => {
    const sectionId = await ownSection();
    const ours = await shared.open(sectionId, shared.lead);
    ours.provider.setAwarenessField('cursor', null);
    const theirs = await shared.open(sectionId, shared.partner);
    await theirs.until(() => theirs.provider.awareness?.getStates().has(ours.doc.clientID) ?? false, 'the presence');

    theirs.doc.clientID = ours.doc.clientID;
    theirs.write(doc(text(words), text(' Bravo.', suggestion('insertion', 1, shared.partner))));

    expect(await refusalOf(theirs)).toBe('REFUSED:FORGED');
    ours.type(' Son.');
    await ours.settled();
    expect(ours.text()).toBe(`${words} Son.`);
  });

  it('smuggle nothing in behind an update that waits for another', async () => {
    const sectionId = await ownSection();
    const ours = await shared.open(sectionId, shared.lead);
    const theirs = await shared.open(sectionId, shared.partner);
    const forged = new Doc();
    forged.clientID = theirs.doc.clientID;
    forged.getXmlFragment('default').insert(0, [new XmlText('a')]);
    const known = encodeStateAsUpdate(forged);
    let waiting: Uint8Array = known;
    forged.on('update', (update: Uint8Array) => {
      waiting = update;
    });
    forged.getXmlFragment('default').insert(0, [new XmlElement('paragraph')]);
    theirs.doc.emit('update', [waiting, 'forged', theirs.doc, {} as never]);

    expect(await refusalOf(theirs)).toBe('REFUSED:INCOMPLETE');
    expect(ours.text()).toBe(words);
  });
});

describe('editors', () => {
  it.each([
    ['an unknown node', (target: Doc) => target.getXmlFragment('default').insert(0, [new XmlElement('script')])],
    ['another root', (target: Doc) => void target.getMap('attic').set('x', 'y')],
    [
      'a script behind a link',
      (target: Doc) => {
        const paragraph = new XmlElement('paragraph');
        const link = new XmlText();
        link.insert(0, 'tıklayın', { link: { href: 'javascript:alert(1)' } });
        paragraph.insert(0, [link]);
        target.getXmlFragment('default').insert(0, [paragraph]);
      },
    ],
    [
      'more than a section may hold',
      (target: Doc) => {
        const paragraph = new XmlElement('paragraph');
        paragraph.insert(0, [new XmlText('ş'.repeat(150_000))]);
        target.getXmlFragment('default').insert(0, [paragraph]);
      },
    ],
  ])('are refused %s', async (_what, change) => {
    const sectionId = await ownSection();
    const ours = await shared.open(sectionId, shared.lead);
    const colleague = await shared.open(sectionId, await shared.world.person('edremit', Role.EDITOR));

    smuggle(ours, change);

    expect(await refusalOf(ours)).toBe('REFUSED:INVALID');
    expect(colleague.text()).toBe(words);
    expect(colleague.closings).toEqual([]);
  });
});

describe('the door', () => {
  it('opens nothing to strangers, visitors, foreign pages and unknown names', async () => {
    const sectionId = await ownSection();
    const stranger = shared.knock(sectionId, shared.world.directors.havran);
    const nowhere = shared.knock(id(99), shared.lead);
    const visitor = shared.knock(sectionId, null);
    const foreign = shared.knock(sectionId, shared.lead, { headers: { Origin: 'https://evil.example' } });

    expect(await refusalOf(stranger)).toBe('NOT_FOUND');
    expect(await refusalOf(nowhere)).toBe('NOT_FOUND');
    await new Promise((resolve) => {
      setTimeout(resolve, 400);
    });
    expect([visitor.provider.isSynced, foreign.provider.isSynced]).toEqual([false, false]);
    expect([stranger.text(), nowhere.text(), visitor.text(), foreign.text()]).toEqual(['', '', '', '']);
  });

  it('lets observers read, and takes nothing from them', async () => {
    const sectionId = await ownSection();
    const ours = await shared.open(sectionId, shared.lead);
    const observer = await shared.open(sectionId, await shared.world.person('edremit', Role.OBSERVER));
    expect(observer.text()).toBe(words);

    observer.type(' Ben de yazdım.');
    ours.type(' Son.');
    await observer.until(() => observer.text().includes('Son.'), 'the words of the lead');

    expect(ours.text()).toBe(`${words} Son.`);
  });

  it('shuts a document when its office declines, and when the session ends', async () => {
    const sectionId = await ownSection();
    const theirs = await shared.open(sectionId, shared.partner);
    const colleague = await shared.world.person('edremit', Role.EDITOR);
    const ours = await shared.open(sectionId, colleague);

    await shared.desk.decline(shared.bulletinId, 'Takvimimiz uymuyor.', shared.partner);
    expect(await refusalOf(theirs)).toBe('NOT_FOUND');
    expect(ours.closings).toEqual([]);

    const out = await shared.test.http.post('/auth/sign-out').set('Cookie', colleague.cookie).set('x-tekses', '1');
    expect(out.status).toBeLessThan(300);
    expect(await refusalOf(ours)).toBe('NOT_FOUND');
  });

  it('makes a document read-only when the bulletin is closed to it, and tells so', async () => {
    const sectionId = await ownSection();
    const theirs = await shared.open(sectionId, shared.partner);
    await shared.desk.discard(shared.bulletinId, shared.lead);
    await theirs.until(() => theirs.messages.length > 0, 'the word');

    expect(theirs.messages).toEqual([{ event: 'mode', mode: 'READ' }]);
  });
});

describe('presence', () => {
  it('shows who is there as the session says, whatever the client claims', async () => {
    const sectionId = await ownSection();
    const ours = await shared.open(sectionId, shared.lead);
    const theirs = await shared.open(sectionId, shared.partner);

    theirs.provider.setAwarenessField('user', { name: 'Vali', color: '#000000' });
    theirs.provider.setAwarenessField('secret', 'x');
    const states = () => ours.provider.awareness?.getStates().get(theirs.doc.clientID);
    await ours.until(() => states() !== undefined, 'the presence');

    expect(states()).toEqual({
      user: { id: shared.partner.userId, name: 'ayvalik PRESS_DIRECTOR', office: 'AYV', color: '#961ff6' },
      mode: 'SUGGEST',
      cursor: null,
    });
  });

  it('lets nobody speak for another client', async () => {
    const sectionId = await ownSection();
    const ours = await shared.open(sectionId, shared.lead);
    ours.provider.setAwarenessField('cursor', { anchor: 1, head: 1 });
    const theirs = await shared.open(sectionId, shared.partner);
    await theirs.until(() => theirs.provider.awareness?.getStates().has(ours.doc.clientID) ?? false, 'the presence');

    const awareness = theirs.provider.awareness;
    awareness?.meta.set(ours.doc.clientID, { clock: 99, lastUpdated: Date.now() });
    awareness?.states.set(ours.doc.clientID, { cursor: { anchor: 5, head: 5 } });
    awareness?.emit('update', [{ added: [], updated: [ours.doc.clientID], removed: [] }, 'local']);
    const observer = await shared.open(sectionId, await shared.world.person('edremit', Role.EDITOR));
    const seen = () => observer.provider.awareness?.getStates().get(ours.doc.clientID);
    await observer.until(() => seen() !== undefined, 'the presence');

    expect(seen()).toMatchObject({ user: { id: shared.lead.userId }, cursor: { anchor: 1, head: 1 } });
  });
});
