import { randomUUID } from 'node:crypto';
import { Role } from '@domain/identity/actor';
import { canonicalOf } from '@domain/text/draft';
import { plainText } from '@domain/text/rich-text';
import { sectionOf } from '../../support/bulletin-desk';
import { eventually, startSharedDesk, type SharedDesk } from '../../support/shared-section';

let shared: SharedDesk;

beforeAll(async () => {
  shared = await startSharedDesk();
});
afterEach(() => shared.closeAll());
afterAll(() => shared.stop());

const stored = (sectionId: string, words: string) =>
  eventually(
    async () => (await shared.get()).sections.find(({ id }) => id === sectionId)?.text,
    (text) => text === words,
    'the words in the database',
  );

const revisions = (sectionId: string) =>
  shared.sql<{ cause: string; text: string; author_id: string }>(
    `select cause, author_id, jsonb_path_query_array(snapshot -> 'content', '$.**.text') ->> 0 as text
     from bulletin_revisions where section_id = $1 order by sequence`,
    [sectionId],
  );

const events = (name: string) =>
  shared.sql<{ actor_id: string; data: Record<string, string> }>(
    'select actor_id, data from events where name = $1 order by chain_seq, at',
    [name],
  );

describe('writing together', () => {
  it('opens a section with its words, brings typing to the other, and stores it', async () => {
    await shared.begin('İki ilçede ışıklar yandı.');
    const { id } = await shared.section('LEAD');
    const ours = await shared.open(id, shared.lead);
    const theirs = await shared.open(id, await shared.world.person('edremit', Role.EDITOR));

    ours.type(' Şenlik başladı.');
    await theirs.until(() => theirs.text().endsWith('başladı.'), 'the words');

    expect(theirs.text()).toBe('İki ilçede ışıklar yandı. Şenlik başladı.');
    await stored(id, 'İki ilçede ışıklar yandı. Şenlik başladı.');
    expect((await shared.get()).headline).toBe('Körfezde ağaç dikildi');
  });

  it('does not double a text that two open at once for the first time', async () => {
    await shared.begin('Tek metin.');
    const { id } = await shared.section('LEAD');
    const clients = await Promise.all([shared.open(id, shared.lead), shared.open(id, shared.partner)]);

    expect(clients.map((client) => client.text())).toEqual(['Tek metin.', 'Tek metin.']);
    await shared.closeAll();
    expect((await shared.open(id, shared.lead)).text()).toBe('Tek metin.');
    expect(await revisions(id)).toHaveLength(2);
  });

  it('loses no word of somebody who wrote on while cut off', async () => {
    await shared.begin('Bir.');
    const { id } = await shared.section('LEAD');
    const ours = await shared.open(id, shared.lead);
    const colleague = await shared.open(id, await shared.world.person('edremit', Role.EDITOR));

    ours.provider.configuration.websocketProvider.disconnect();
    await ours.until(() => !ours.provider.isSynced, 'the cut');
    ours.type(' İki.');
    colleague.type(' Üç.');
    await colleague.settled();
    await ours.provider.configuration.websocketProvider.connect();
    await ours.until(() => ours.text().includes('Üç.'), 'the words of the other');
    await colleague.until(() => colleague.text().includes('İki.'), 'the words of the one who was cut off');

    expect(ours.text()).toBe(colleague.text());
    await stored(id, ours.text());
  });
});

describe('revisions of a shared draft', () => {
  it('grow with one person, are cut for another, and are one event each', async () => {
    await shared.begin('Söz.');
    const { id } = await shared.section('LEAD');
    const before = (await events('bulletin.sectionEdited')).length;
    const colleague = await shared.world.person('edremit', Role.EDITOR);
    const ours = await shared.open(id, shared.lead);
    ours.type(' Bir.');
    await stored(id, 'Söz. Bir.');
    ours.type(' İki.');
    await stored(id, 'Söz. Bir. İki.');
    const theirs = await shared.open(id, colleague);
    theirs.type(' Üç.');
    await stored(id, 'Söz. Bir. İki. Üç.');

    const [created, first, second, ...rest] = await revisions(id);

    expect(created).toMatchObject({ cause: 'CREATE' });
    expect(first).toEqual({ cause: 'EDIT', author_id: shared.lead.userId, text: 'Söz. Bir. İki.' });
    expect(second).toEqual({ cause: 'EDIT', author_id: colleague.userId, text: 'Söz. Bir. İki. Üç.' });
    expect(rest).toEqual([]);
    expect(await events('bulletin.sectionEdited')).toHaveLength(before + 1);
  });

  it('keep apart what two people typed within one second', async () => {
    await shared.begin('Söz.');
    const { id } = await shared.section('LEAD');
    const colleague = await shared.world.person('edremit', Role.EDITOR);
    const ours = await shared.open(id, shared.lead);
    const theirs = await shared.open(id, colleague);
    ours.type(' Bir.');
    await theirs.until(() => theirs.text().endsWith('Bir.'), 'the words');
    theirs.type(' İki.');
    await stored(id, 'Söz. Bir. İki.');

    expect((await revisions(id)).slice(1)).toEqual([
      { cause: 'EDIT', author_id: shared.lead.userId, text: 'Söz. Bir.' },
      { cause: 'EDIT', author_id: colleague.userId, text: 'Söz. Bir. İki.' },
    ]);
  });

  it('are cut anew when somebody signed the words, and after ten minutes', async () => {
    await shared.begin('Söz.');
    const { id } = await shared.section('LEAD');
    const ours = await shared.open(id, shared.lead);
    ours.type(' Bir.');
    await stored(id, 'Söz. Bir.');
    await shared.desk.submit(shared.bulletinId, shared.lead);
    await shared.desk.sign(shared.bulletinId, shared.partner);
    ours.type(' İki.');
    await stored(id, 'Söz. Bir. İki.');
    const { signatures } = await shared.get();
    shared.test.clock.advance({ minutes: 11 });
    ours.type(' Üç.');
    await stored(id, 'Söz. Bir. İki. Üç.');

    expect(signatures.find(({ office }) => office.code === 'ayvalik')).toMatchObject({
      status: 'STALE',
      changedSectionIds: [id],
    });
    expect((await revisions(id)).map(({ text }) => text)).toEqual([
      null,
      'Söz. Bir.',
      'Söz. Bir. İki.',
      'Söz. Bir. İki. Üç.',
    ]);
  });
});

describe('words that are written past the open document', () => {
  it('reach it, and keep suggestions on what stayed', async () => {
    await shared.begin('Bir.');
    const { id } = await shared.section('LEAD');
    const ours = await shared.open(id, shared.lead);
    const { userId, officeId } = shared.partner;
    const attrs = { id: randomUUID(), userId, officeId, at: '2026-04-23T06:00:00Z' };
    const theirs = await shared.open(id, shared.partner);
    theirs.write({
      type: 'doc',
      content: [
        { type: 'paragraph', content: [{ type: 'text', text: 'Bir.' }] },
        { type: 'paragraph', attrs: suggestedBlock(attrs), content: [{ type: 'text', text: 'Öneri.' }] },
      ],
    });
    await eventually(
      () =>
        shared.sql<{ count: number }>('select open_suggestion_count as count from bulletin_sections where id = $1', [
          id,
        ]),
      ([row]) => row?.count === 1,
      'the suggestion to be stored',
    );
    const { version } = await shared.section('LEAD');
    const content = JSON.stringify({
      type: 'doc',
      content: [
        { type: 'paragraph', content: [{ type: 'text', text: 'Bir.' }] },
        { type: 'paragraph', content: [{ type: 'text', text: 'Yeni son.' }] },
      ],
    });

    const { errors } = await shared.desk.editSection(
      shared.bulletinId,
      id,
      { content, expectedVersion: version },
      shared.lead,
    );
    await ours.until(() => ours.text().includes('Yeni son.'), 'the words by API');

    expect(errors).toEqual([]);
    expect(ours.text()).toBe('Bir.\nÖneri.\nYeni son.');
    expect(plainText(canonicalOf(ours.draft()))).toBe('Bir.\n\nYeni son.');
  });

  it('are what a closed bulletin goes back to', async () => {
    await shared.begin('Son söz.');
    const { id } = await shared.section('LEAD');
    const ours = await shared.open(id, shared.lead);
    const { bulletinId, lead } = shared;
    ours.type(' Geç kalan söz.');
    await shared.desk.discard(bulletinId, lead);
    await ours.until(() => ours.text() === 'Son söz.' || ours.messages.length > 1, 'the way back');

    await stored(id, sectionOf(await shared.get(), 'LEAD').text);
    expect(ours.text()).toBe(sectionOf(await shared.get(), 'LEAD').text);
  });

  it('shuts the document of a section that is taken out', async () => {
    await shared.begin('Söz.');
    const { id } = await shared.section('FACTS');
    const ours = await shared.open(id, shared.lead);

    await shared.desk.removeSection(shared.bulletinId, id, shared.lead);
    await ours.until(() => ours.closings.length > 0, 'the end');

    expect(ours.closings).toEqual(['NOT_FOUND']);
  });

  it('takes the words of a headline as one line', async () => {
    await shared.begin('Söz.');
    const { id } = await shared.section('HEADLINE');
    const ours = await shared.open(id, shared.lead);
    ours.type('  , ışıklar yandı ');
    await stored(id, 'Körfezde ağaç dikildi , ışıklar yandı');

    expect((await shared.get()).headline).toBe('Körfezde ağaç dikildi , ışıklar yandı');
  });
});

function suggestedBlock(origin: { id: string; userId: string; officeId: string | null; at: string }) {
  return {
    suggestion: 'insertion',
    suggestionId: origin.id,
    suggestionUserId: origin.userId,
    suggestionOfficeId: origin.officeId,
    suggestionAt: origin.at,
  };
}
