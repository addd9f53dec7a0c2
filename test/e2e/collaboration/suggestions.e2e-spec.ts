import { suggestionsIn, type DraftJson } from '@domain/text/draft';
import { Role } from '@domain/identity/actor';
import type { SignedIn } from '../../support/app';
import type { CollabClient } from '../../support/collab-client';
import { eventually, startSharedDesk, type SharedDesk } from '../../support/shared-section';

let shared: SharedDesk;

beforeAll(async () => {
  shared = await startSharedDesk();
});
afterEach(() => shared.closeAll());
afterAll(() => shared.stop());

interface Decided {
  bulletin: { id: string } | null;
  decisions: { suggestionId: string; decision: string }[] | null;
  errors: { code: string; path: string[] }[];
}

const id = (place: number): string => `00000000-0000-4000-8000-${String(place).padStart(12, '0')}`;
const text = (value: string, ...marks: unknown[]) => ({ type: 'text', text: value, marks });
const doc = (...content: unknown[]): DraftJson => ({ type: 'doc', content: [{ type: 'paragraph', content }] });
const mark = (type: 'insertion' | 'deletion', place: number, by: SignedIn) => ({
  type,
  attrs: { id: id(place), userId: by.userId, officeId: by.officeId, at: '2026-04-23T06:00:00Z' },
});

async function decide(
  sectionId: string,
  suggestionIds: string[],
  decision: string,
  as: SignedIn | null,
): Promise<Decided> {
  const answer = await shared.test.gql<{ bulletinSuggestionDecide: Decided }>(
    `mutation ($id: ID!, $sectionId: ID!, $input: BulletinSuggestionDecideInput!) {
       bulletinSuggestionDecide(id: $id, sectionId: $sectionId, input: $input) {
         bulletin { id } decisions { suggestionId decision } errors { code path } } }`,
    { id: shared.bulletinId, sectionId, input: { suggestionIds, decision } },
    as,
  );
  if (!answer.data?.bulletinSuggestionDecide) throw new Error(JSON.stringify(answer.errors));
  return answer.data.bulletinSuggestionDecide;
}

/** Ayvalık proposes "yarın" instead of "bugün" in the lead paragraph of a draft that it may only suggest in. */
async function proposed(): Promise<{ sectionId: string; ours: CollabClient; theirs: CollabClient }> {
  await shared.begin('Şenlik bugün.');
  const { edremit } = shared.world.officeIds;
  const content = JSON.stringify(doc(text('Şenlik bugün.')));
  await shared.desk.addSection(shared.bulletinId, { kind: 'OFFICE', officeId: edremit, content }, shared.lead);
  const { id: sectionId } = await shared.section('OFFICE', edremit);
  const ours = await shared.open(sectionId, shared.lead);
  const theirs = await shared.open(sectionId, shared.partner);
  theirs.write(
    doc(
      text('Şenlik '),
      text('bugün', mark('deletion', 1, shared.partner)),
      text('yarın', mark('insertion', 1, shared.partner)),
      text('.'),
      text(' İnşallah.', mark('insertion', 2, shared.partner)),
    ),
  );
  await ours.until(() => ours.text().includes('İnşallah'), 'the suggestions');
  return { sectionId, ours, theirs };
}

const storedText = async (sectionId: string) =>
  (await shared.get()).sections.find((section) => section.id === sectionId)?.text;

const openCount = async (sectionId: string) =>
  (
    await shared.sql<{ id: string; count: number }>('select id, open_suggestion_count as count from bulletin_sections')
  ).find(({ id: found }) => found === sectionId)?.count;

/** Titles of what this person was told, newest first. */
async function toldTo(
  as: SignedIn,
): Promise<{ kind: string; title: string; path: string | null; doneAt: string | null }[]> {
  await shared.test.runJobs();
  const answer = await shared.test.gql<{
    notifications: { edges: { node: { kind: string; title: string; path: string | null; doneAt: string | null } }[] };
  }>('{ notifications { edges { node { kind title path doneAt } } } }', {}, as);
  return answer.data.notifications.edges.map(({ node }) => node).filter(({ kind }) => kind.startsWith('SUGGESTION'));
}

const decisionsOnRecord = () =>
  shared.sql<{ suggestion_id: string; decision: string; decided_by_id: string; inserted: string; deleted: string }>(
    `select suggestion_id, decision, decided_by_id, inserted, deleted from suggestion_decisions order by suggestion_id`,
  );

const events = () =>
  shared.sql<{ actor_id: string; data: Record<string, string> }>(
    `select actor_id, data from events where name = 'bulletin.suggestionDecided' order by at, chain_seq`,
  );

describe('deciding suggestions', () => {
  it('puts accepted words into every open document and into the text that counts', async () => {
    const { sectionId, ours, theirs } = await proposed();

    const outcome = await decide(sectionId, [id(1)], 'ACCEPTED', shared.lead);
    await theirs.until(() => suggestionsIn(theirs.draft()).length === 1, 'the decision');

    expect(outcome).toEqual({
      bulletin: { id: shared.bulletinId },
      decisions: [{ suggestionId: id(1), decision: 'ACCEPTED' }],
      errors: [],
    });
    expect(theirs.text()).toBe('Şenlik yarın. İnşallah.');
    await ours.until(() => ours.text() === theirs.text(), 'the decision');
    expect(await storedText(sectionId)).toBe('Şenlik yarın.');
    expect(await openCount(sectionId)).toBe(1);
    expect(await events()).toEqual([
      {
        actor_id: shared.lead.userId,
        data: {
          sectionId,
          suggestionIds: [id(1)],
          decision: 'ACCEPTED',
          suggestedById: shared.partner.userId,
          suggestedForId: shared.partner.officeId,
        },
      },
    ]);
  });

  it('lets the first decision stand', async () => {
    const { sectionId, ours } = await proposed();

    const both = await Promise.all([
      decide(sectionId, [id(1)], 'ACCEPTED', shared.lead),
      decide(sectionId, [id(1)], 'REJECTED', shared.lead),
    ]);
    const again = await decide(sectionId, [id(1)], 'ACCEPTED', shared.lead);
    await ours.until(() => suggestionsIn(ours.draft()).length === 1, 'the decision');

    const [first] = again.decisions ?? [];
    expect(both.map(({ decisions }) => decisions?.[0])).toEqual([first, first]);
    expect(await storedText(sectionId)).toBe(first?.decision === 'ACCEPTED' ? 'Şenlik yarın.' : 'Şenlik bugün.');
    expect(await events()).toHaveLength(1);
  });

  it('lets authors take their own back and decide nothing else', async () => {
    const { sectionId, ours } = await proposed();

    expect((await decide(sectionId, [id(1)], 'ACCEPTED', shared.partner)).errors).toEqual([
      { code: 'FORBIDDEN', path: ['sectionId'] },
    ]);
    expect((await decide(sectionId, [id(2)], 'REJECTED', shared.partner)).errors).toEqual([]);
    await ours.until(() => suggestionsIn(ours.draft()).length === 1, 'the withdrawal');

    expect(ours.text()).toBe('Şenlik bugünyarın.');
    expect(await storedText(sectionId)).toBe('Şenlik bugün.');
  });

  it('refuses ids that are none, strangers and visitors, and changes nothing', async () => {
    const { sectionId, ours } = await proposed();

    expect((await decide(sectionId, [id(1), id(9)], 'ACCEPTED', shared.lead)).errors).toEqual([
      { code: 'NOT_FOUND', path: ['input', 'suggestionIds', '1'] },
    ]);
    expect((await decide(sectionId, [id(1)], 'ACCEPTED', shared.world.directors.havran)).errors).toEqual([
      { code: 'NOT_FOUND', path: ['id'] },
    ]);
    await expect(decide(sectionId, [id(1)], 'ACCEPTED', null)).rejects.toThrow('UNAUTHENTICATED');
    expect(suggestionsIn(ours.draft())).toHaveLength(2);
    expect(await storedText(sectionId)).toBe('Şenlik bugün.');
    expect(await events()).toEqual([]);
  });

  it('voids the signatures on the section when it is accepted, and none when it is rejected', async () => {
    const { sectionId } = await proposed();
    await shared.desk.submit(shared.bulletinId, shared.lead);
    await shared.desk.sign(shared.bulletinId, shared.lead);
    const status = async () => (await shared.get()).signatures.find(({ office }) => office.code === 'edremit')?.status;

    await decide(sectionId, [id(2)], 'REJECTED', shared.lead);
    expect(await status()).toBe('SIGNED');
    await decide(sectionId, [id(1)], 'ACCEPTED', shared.lead);
    expect(await status()).toBe('STALE');
  });

  it('warns of open suggestions before the text goes out', async () => {
    const { sectionId } = await proposed();
    const findings = async () => {
      const answer = await shared.test.gql<{
        bulletinFindings: { code: string; severity: string; params: string[] }[];
      }>(
        'query ($id: ID!) { bulletinFindings(id: $id) { code severity sectionId params } }',
        { id: shared.bulletinId },
        shared.lead,
      );
      return answer.data.bulletinFindings.filter(({ code }) => code === 'OPEN_SUGGESTIONS');
    };
    const warning = { code: 'OPEN_SUGGESTIONS', severity: 'WARN', sectionId, params: ['count=2'] };
    expect(await eventually(findings, (found) => found.length > 0, 'the warning')).toEqual([warning]);

    await decide(sectionId, [id(1), id(2)], 'REJECTED', shared.lead);

    expect(await findings()).toEqual([]);
  });
});

describe('reading suggestions', () => {
  const read = (sectionId: string, as: SignedIn | null, authorIds: string[] | null = null) =>
    shared.test.gql<{ bulletinSuggestions: { id: string; author: { name: string }; office: { code: string } }[] }>(
      `query ($id: ID!, $sectionId: ID!, $authorIds: [ID!]) {
         bulletinSuggestions(id: $id, sectionId: $sectionId, authorIds: $authorIds) {
           id author { name } office { code } inserted deleted suggestedAt } }`,
      { id: shared.bulletinId, sectionId, authorIds },
      as,
    );

  it('names the author and office of each, whoever is there, to all who work on the bulletin', async () => {
    const { sectionId, theirs } = await proposed();
    theirs.close();
    const author = { author: { name: 'ayvalik PRESS_DIRECTOR' }, office: { code: 'ayvalik' } };

    const { data } = await read(sectionId, await shared.world.person('edremit', Role.OBSERVER));

    expect(data.bulletinSuggestions).toEqual([
      { id: id(1), ...author, inserted: 'yarın', deleted: 'bugün', suggestedAt: '2026-04-23T06:00:00.000Z' },
      { id: id(2), ...author, inserted: ' İnşallah.', deleted: '', suggestedAt: '2026-04-23T06:00:00.000Z' },
    ]);
    expect((await read(sectionId, shared.lead, [shared.lead.userId])).data.bulletinSuggestions).toEqual([]);
    expect((await read(sectionId, shared.lead, [shared.partner.userId])).data.bulletinSuggestions).toHaveLength(2);
  });

  it('tells strangers and visitors nothing', async () => {
    const { sectionId } = await proposed();

    const [stranger, visitor] = await Promise.all([
      read(sectionId, shared.world.directors.havran),
      read(sectionId, null),
    ]);

    expect([stranger, visitor].map(({ data }) => data?.bulletinSuggestions ?? null)).toEqual([null, null]);
    expect([stranger, visitor].map(({ errors }) => errors.length)).toEqual([1, 1]);
  });
});

describe('suggestions that go with an edit', () => {
  it('are rejected by the editor who took their words out, on record and as they were', async () => {
    const { sectionId, ours } = await proposed();

    ours.write(doc(text('Şenlik '), text('bugün'), text('.'), text(' İn', mark('insertion', 2, shared.partner))));
    await ours.settled();
    ours.write(doc(text('Şenlik akşam.')));

    const recorded = await eventually(decisionsOnRecord, (rows) => rows.length === 2, 'the record');
    expect(recorded).toEqual([
      {
        suggestion_id: id(1),
        decision: 'REJECTED',
        decided_by_id: shared.lead.userId,
        inserted: 'yarın',
        deleted: 'bugün',
      },
      {
        suggestion_id: id(2),
        decision: 'REJECTED',
        decided_by_id: shared.lead.userId,
        inserted: ' İnşallah.',
        deleted: '',
      },
    ]);
    expect((await events()).map(({ actor_id, data }) => [actor_id, data['decision']])).toEqual([
      [shared.lead.userId, 'REJECTED'],
      [shared.lead.userId, 'REJECTED'],
    ]);
    expect(await storedText(sectionId)).toBe('Şenlik akşam.');
    expect((await toldTo(shared.partner))[0]).toMatchObject({ title: 'Öneriniz reddedildi' });
  });

  it('come back when the editor undoes it at once, and are decided anew', async () => {
    const { sectionId, ours, theirs } = await proposed();
    const before = ours.draft();

    ours.write(doc(text('Şenlik bugün.')));
    await eventually(decisionsOnRecord, (rows) => rows.length === 2, 'the record');
    ours.write(before);
    await theirs.until(() => suggestionsIn(theirs.draft()).length === 2, 'the suggestions');

    expect(ours.closings).toEqual([]);
    await eventually(
      () => openCount(sectionId),
      (count) => count === 2,
      'the store',
    );
    await decide(sectionId, [id(2)], 'ACCEPTED', shared.lead);
    expect((await decisionsOnRecord()).map(({ suggestion_id, decision }) => [suggestion_id, decision])).toEqual([
      [id(1), 'REJECTED'],
      [id(2), 'ACCEPTED'],
    ]);
    expect(await storedText(sectionId)).toBe('Şenlik bugün. İnşallah.');
  });

  it('leave no record when their author takes them back while writing', async () => {
    const { ours, theirs } = await proposed();

    theirs.write(doc(text('Şenlik bugün.')));
    await theirs.settled();
    await ours.until(() => suggestionsIn(ours.draft()).length === 0, 'the words without suggestions');
    await shared.closeAll();

    expect(await decisionsOnRecord()).toEqual([]);
  });

  it('are on record when the words are written past the draft', async () => {
    const { sectionId } = await proposed();
    const { version } = await shared.section('OFFICE', shared.world.officeIds.edremit);
    const content = JSON.stringify(doc(text('Şenlik akşam.')));

    await eventually(
      () => openCount(sectionId),
      (count) => count === 2,
      'the store',
    );
    await shared.desk.editSection(shared.bulletinId, sectionId, { content, expectedVersion: version }, shared.lead);

    expect((await decisionsOnRecord()).map(({ decision, decided_by_id }) => [decision, decided_by_id])).toEqual([
      ['REJECTED', shared.lead.userId],
      ['REJECTED', shared.lead.userId],
    ]);
    expect((await events()).map(({ data }) => data['suggestionIds'])).toEqual([[id(1), id(2)]]);
  });
});

describe('suggestions of two people on the same words', () => {
  it('both stand when they are made at once; what one takes out fulfils the other', async () => {
    const { sectionId, ours, theirs } = await proposed();
    const colleague = await shared.world.person('ayvalik', Role.EDITOR);
    const second = await shared.open(sectionId, colleague);
    await second.until(() => second.text().includes('İnşallah'), 'the suggestions');
    const lines = [theirs, second].map(({ provider }) => provider.configuration.websocketProvider);
    for (const line of lines) line.disconnect();
    for (const one of [theirs, second]) await one.until(() => !one.provider.isSynced, 'the cut');
    const struck = (place: number, by: SignedIn) => [
      text('Şenlik', mark('deletion', place, by)),
      text(' '),
      text('bugün', mark('deletion', 1, shared.partner)),
      text('yarın', mark('insertion', 1, shared.partner)),
      text('.'),
      text(' İnşallah.', mark('insertion', 2, shared.partner)),
    ];
    theirs.write(doc(...struck(3, shared.partner)));
    second.write(doc(...struck(4, colleague)));
    for (const line of lines) await line.connect();
    await Promise.all([theirs.settled(), second.settled()]);

    expect([...theirs.closings, ...second.closings]).not.toContainEqual(expect.stringContaining('REFUSED'));
    await ours.until(() => suggestionsIn(ours.draft()).length === 4, 'both');
    const outcome = await decide(sectionId, [id(4)], 'ACCEPTED', shared.lead);
    expect(outcome.errors).toEqual([]);
    expect((await decisionsOnRecord()).map(({ suggestion_id, decision }) => [suggestion_id, decision])).toEqual([
      [id(3), 'ACCEPTED'],
      [id(4), 'ACCEPTED'],
    ]);
    expect(await storedText(sectionId)).toBe(' bugün.');
  });
});

describe('who is told', () => {
  it('the owners of the words once in an hour that suggestions wait, until all are decided', async () => {
    const { sectionId, theirs } = await proposed();
    const made = () => shared.sql<{ at: Date }>(`select at from events where name = 'bulletin.suggestionsMade'`);
    await eventually(made, (rows) => rows.length === 1, 'the event');
    const draft = theirs.draft();
    theirs.write({ ...draft, content: [...(draft.content ?? []), newBlock(3, shared.partner)] });
    await eventually(
      () => openCount(sectionId),
      (count) => count === 3,
      'the store',
    );

    expect(await made()).toHaveLength(1);
    expect(await toldTo(shared.lead)).toEqual([
      {
        kind: 'SUGGESTIONS_WAITING',
        title: 'Bir bülten için öneri yapıldı',
        path: `/bultenler/${shared.bulletinId}?bolum=${sectionId}`,
        doneAt: null,
      },
    ]);
    expect(await toldTo(shared.partner)).toEqual([]);

    shared.test.clock.advance({ minutes: 61 });
    const later = theirs.draft();
    theirs.write({ ...later, content: [...(later.content ?? []), newBlock(4, shared.partner)] });
    await eventually(made, (rows) => rows.length === 2, 'the next hour');
    await decide(sectionId, [id(1), id(2), id(3)], 'REJECTED', shared.lead);
    expect((await toldTo(shared.lead)).map(({ doneAt }) => doneAt !== null)).toEqual([false, false]);
    await decide(sectionId, [id(4)], 'REJECTED', shared.lead);
    expect((await toldTo(shared.lead)).map(({ doneAt }) => doneAt !== null)).toEqual([true, true]);
  });

  it('the author that they were decided, once for all that were decided at once, and not of their own taking back', async () => {
    const { sectionId } = await proposed();

    await decide(sectionId, [id(1), id(2)], 'ACCEPTED', shared.lead);

    expect(await toldTo(shared.partner)).toEqual([
      {
        kind: 'SUGGESTION_DECIDED',
        title: 'Önerileriniz kabul edildi',
        path: `/bultenler/${shared.bulletinId}?bolum=${sectionId}`,
        doneAt: null,
      },
    ]);
    const { sectionId: next } = await proposed();
    await decide(next, [id(1)], 'REJECTED', shared.partner);
    expect(await toldTo(shared.partner)).toEqual([]);
  });
});

function newBlock(place: number, by: SignedIn) {
  return {
    type: 'paragraph',
    attrs: {
      suggestion: 'insertion',
      suggestionId: id(place),
      suggestionUserId: by.userId,
      suggestionOfficeId: by.officeId,
      suggestionAt: '2026-04-23T06:00:00Z',
    },
    content: [text('Ek söz.')],
  };
}

describe('threads on words', () => {
  it('keep the anchor and the words it was put on', async () => {
    const { sectionId } = await proposed();
    const add = (input: object) =>
      shared.test.gql<{ bulletinCommentAdd: { comment: unknown; errors: { code: string; path: string[] }[] } }>(
        `mutation ($id: ID!, $input: BulletinCommentAddInput!) { bulletinCommentAdd(id: $id, input: $input) {
           comment { anchorId quotedText sectionId } errors { code path } } }`,
        { id: shared.bulletinId, input },
        shared.partner,
      );

    const anchored = await add({ body: 'Emin miyiz?', sectionId, anchorId: id(7), quotedText: 'bugün' });
    const loose = await add({ body: 'Nerede?', anchorId: id(8) });

    expect(anchored.data.bulletinCommentAdd).toEqual({
      comment: { anchorId: id(7), quotedText: 'bugün', sectionId },
      errors: [],
    });
    expect(loose.data.bulletinCommentAdd.errors).toEqual([{ code: 'INVALID', path: ['input', 'anchorId'] }]);
  });
});
