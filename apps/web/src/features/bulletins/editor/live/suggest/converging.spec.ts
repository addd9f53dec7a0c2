import { joinBackward, splitBlock, toggleMark } from '@tiptap/pm/commands';
import { EditorState, TextSelection, type Command, type Transaction } from '@tiptap/pm/state';
import { updateYFragment, yXmlFragmentToProsemirrorJSON } from '@tiptap/y-tiptap';
import fc from 'fast-check';
import { applyUpdate, Doc, encodeStateAsUpdate, encodeStateVector } from 'yjs';
import { newId } from '@domain/ids';
import { accept, canonicalOf, reject, suggestionsIn, type DraftJson } from '@domain/text/draft';
import { judgeChange, readingOf, WritingMode } from '@domain/text/draft-change';
import { readDraft } from '@domain/text/draft.read';
import { draftSchema } from '@domain/text/draft.schema';
import { fromPlainText, plainText } from '@domain/text/rich-text';
import type { Suggester } from './origin';
import { suggestTransaction } from './suggest-transaction';

const now = new Date('2026-04-23T06:00:00.000Z');
const words = 'Bugün bin kişi zeytin topladı.\n\nİkinci paragraf ılık.\n\nÜçüncü şiir, son söz.';

const newSuggester = (): Suggester => ({
  userId: newId(now),
  officeId: newId(now),
  newId: () => newId(now),
  now: () => now.toISOString(),
});

/** Of words put in one place at once those of the lower number come first; by chance either order would be right. */
let windows = 0;

/** A shared document in one person's window. */
class Desk {
  readonly doc = new Doc();

  constructor(
    state: Uint8Array,
    readonly suggester = newSuggester(),
  ) {
    windows += 1;
    this.doc.clientID = windows;
    applyUpdate(this.doc, state);
  }

  json(): DraftJson {
    return jsonOf(this.doc);
  }

  /** Does what a person does at a place of the text; an act that does not apply there is none. */
  act(run: Act, place: number, length: number): void {
    const doc = draftSchema.nodeFromJSON(this.json());
    const from = Math.min(place, doc.content.size);
    const to = Math.min(from + length, doc.content.size);
    const state = EditorState.create({
      doc,
      selection: TextSelection.between(doc.resolve(from), doc.resolve(to)),
    });
    const done = run(state);
    if (done === null) return;
    const changed = suggestTransaction(done, state, this.suggester).doc;
    if (this.judge(doc.toJSON(), changed.toJSON()) === null) write(this.doc, changed.toJSON());
  }

  judge(before: unknown, after: unknown) {
    return judgeChange(readingOf(before), readingOf(after), { ...this.suggester, mode: WritingMode.SUGGEST });
  }
}

type Act = (state: EditorState) => Transaction | null;

const jsonOf = (doc: Doc): DraftJson => yXmlFragmentToProsemirrorJSON(doc.getXmlFragment('default')) as DraftJson;

function write(doc: Doc, json: unknown): void {
  doc.transact(() => {
    updateYFragment(doc, doc.getXmlFragment('default'), readDraft(json), { mapping: new Map(), isOMark: new Map() });
  });
}

const command =
  (run: Command): Act =>
  (state) => {
    let done: Transaction | null = null;
    run(state, (tr) => {
      done = tr;
    });
    return done;
  };

const erase: Act = ({ tr, selection: { from, to, $from } }) =>
  from === to ? ($from.parentOffset === 0 ? null : tr.delete(from - 1, from)) : tr.deleteSelection();

let typed = 0;

/** Types two letters that nobody typed before: none can be taken for another. */
const type: Act = ({ tr }) => {
  typed += 2;
  return tr.insertText(String.fromCodePoint(0x4e_00 + typed, 0x4e_01 + typed));
};

const acts: readonly Act[] = [
  type,
  type,
  erase,
  erase,
  erase,
  command(joinBackward),
  command(toggleMark(draftSchema.marks.bold)),
  command(splitBlock),
];
/** What people do apart from each other, and in which order they are connected again. */
const round = fc.record({
  done: fc.array(fc.record({ who: fc.nat(2), act: fc.constantFrom(...acts), place: fc.nat(85), length: fc.nat(25) }), {
    minLength: 2,
    maxLength: 6,
  }),
  order: fc.shuffledSubarray([0, 1, 2], { minLength: 3 }),
});

function begin(): { server: Doc; desks: Desk[] } {
  const server = new Doc();
  write(server, fromPlainText(words));
  const state = encodeStateAsUpdate(server);
  return { server, desks: [new Desk(state), new Desk(state), new Desk(state)] };
}

/** Brings one person's changes to the server, which takes them whole or not at all; gives back why it would not. */
function send(desk: Desk, server: Doc) {
  const update = encodeStateAsUpdate(desk.doc, encodeStateVector(server));
  const tried = new Doc();
  applyUpdate(tried, encodeStateAsUpdate(server));
  applyUpdate(tried, update);
  const refusal = desk.judge(jsonOf(server), jsonOf(tried));
  if (refusal === null) applyUpdate(server, update);
  return refusal;
}

/** Connects them in this order; who is refused goes on with the text of the server. */
function connect(desks: Desk[], order: readonly number[], server: Doc) {
  const refusals = order.map((who) => {
    const desk = desks[who];
    const refusal = desk ? send(desk, server) : null;
    if (desk && refusal !== null) desks[who] = new Desk(encodeStateAsUpdate(server), desk.suggester);
    return refusal;
  });
  for (const { doc } of desks) applyUpdate(doc, encodeStateAsUpdate(server));
  return refusals;
}

const placeOf = (part: string): number => {
  const [before = ''] = words.split(part);
  return 1 + before.replaceAll('\n\n', '').length + 2 * (before.split('\n\n').length - 1);
};

const decideAll = (json: DraftJson, decide: typeof accept, ids: readonly string[]): string =>
  plainText(canonicalOf(ids.reduce<DraftJson>((rest, id) => decide(rest, id), json)));

describe('people who suggest apart from each other', () => {
  it.each([
    ['strike out the same words', erase, 'bin kişi', erase, 'bin kişi', 'Bugün  zeytin topladı.'],
    ['strike out words that overlap', erase, 'bin kişi', erase, 'kişi zeytin', 'Bugün  topladı.'],
    ['type over the same words', type, 'bin kişi', type, 'bin kişi', 'Bugün 丂七丄丅 zeytin topladı.'],
    ['strike out words, and put some between', erase, 'bin kişi', type, ' kişi', 'Bugün 丂七 zeytin topladı.'],
    [
      'take the same border away',
      erase,
      'topladı.\n\nİkinci',
      erase,
      'topladı.\n\nİkinci',
      'Bugün bin kişi zeytin  paragraf ılık.',
    ],
  ])('%s: both stand, one can go without the other', (_what, first, firstWords, second, secondWords, expected) => {
    typed = 0;
    const { server, desks } = begin();
    const length = (part: string) => part.replaceAll('\n\n', '  ').length;
    desks[0]?.act(first, placeOf(firstWords), length(firstWords));
    const isBetween = secondWords === ' kişi';
    desks[1]?.act(second, placeOf(secondWords), isBetween ? 0 : length(secondWords));

    expect(connect(desks, [0, 1, 2], server)).toEqual([null, null, null]);

    const json = jsonOf(server);
    const ids = suggestionsIn(json).map(({ id }) => id);
    const [one = '', other = ''] = ids;
    expect(new Set(suggestionsIn(json).map(({ userId }) => userId)).size).toBe(2);
    expect(plainText(canonicalOf(json))).toBe(words);
    expect(decideAll(json, reject, ids)).toBe(words);
    expect(decideAll(json, accept, ids).split('\n\n')[0]).toBe(expected);
    expect(decideAll(json, accept, ids.toReversed())).toBe(decideAll(json, accept, ids));
    expect(suggestionsIn(reject(json, one)).map(({ id }) => id)).toEqual([other]);
    expect(decideAll(reject(json, one), accept, [other])).not.toBe(words);
  });

  it('come to one draft, which is the old text and the same new text however its suggestions are decided', () => {
    let sent = 0;
    let refused = 0;
    fc.assert(
      fc.property(fc.array(round, { minLength: 1, maxLength: 3 }), (rounds) => {
        typed = 0;
        const { server, desks } = begin();
        for (const { done, order } of rounds) {
          for (const { who, act, place, length } of done) desks[who]?.act(act, place, length);
          const refusals = connect(desks, order, server);
          sent += order.length;
          refused += refusals.filter((refusal) => refusal !== null).length;
          expect(plainText(canonicalOf(jsonOf(server)))).toBe(words);
          expect(desks.map((desk) => desk.json())).toEqual(desks.map(() => jsonOf(server)));
        }
        const json = jsonOf(server);
        const ids = suggestionsIn(json).map(({ id }) => id);
        expect(decideAll(json, reject, ids)).toBe(words);
        expect(decideAll(json, accept, ids.toReversed())).toBe(decideAll(json, accept, ids));
      }),
      { numRuns: 20, seed: 19230423 },
    );
    // Two who split one paragraph at the same time: the shared document would double its words.
    expect(refused / sent).toBeLessThan(0.1);
  });
});
