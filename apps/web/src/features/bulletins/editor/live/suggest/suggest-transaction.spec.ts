import { joinBackward, setBlockType, splitBlock, toggleMark, wrapIn } from '@tiptap/pm/commands';
import type { Node } from '@tiptap/pm/model';
import { wrapInList } from '@tiptap/pm/schema-list';
import { EditorState, TextSelection, type Command, type Transaction } from '@tiptap/pm/state';
import { accept, canonicalOf, reject, suggestionsIn } from '@domain/text/draft';
import { judgeChange, readingOf, WritingMode } from '@domain/text/draft-change';
import { draftSchema } from '@domain/text/draft.schema';
import { fromPlainText, plainText, sameRichText } from '@domain/text/rich-text';
import { newId } from '@domain/ids';
import type { Suggester } from './origin';
import { suggestTransaction } from './suggest-transaction';

const now = new Date('2026-04-23T06:00:00.000Z');
const person = (): Suggester => ({
  userId: newId(now),
  officeId: newId(now),
  newId: () => newId(now),
  now: () => now.toISOString(),
});
const ayse = person();
const isil = person();

const stateOf = (text: string): EditorState =>
  EditorState.create({ doc: draftSchema.nodeFromJSON(fromPlainText(text)) });

/** Position before the first occurrence of these words. */
function before(doc: Node, words: string): number {
  let found = -1;
  doc.descendants((node, pos) => {
    const index = node.isText ? (node.text ?? '').indexOf(words) : -1;
    if (found < 0 && index >= 0) found = pos + index;
    return found < 0;
  });
  if (found < 0) throw new Error(`no "${words}"`);
  return found;
}

const select = (state: EditorState, from: number, to = from): EditorState =>
  state.apply(state.tr.setSelection(TextSelection.create(state.doc, from, to)));

type Act = (state: EditorState) => Transaction;

function command(run: Command): Act {
  return (state) => {
    let done: Transaction | null = null;
    run(state, (tr) => {
      done = tr;
    });
    if (done === null) throw new Error('the command does not apply');
    return done;
  };
}

const type =
  (text: string): Act =>
  (state) =>
    state.tr.insertText(text);
const erase: Act = (state) => state.tr.deleteSelection();
const backspace: Act = (state) => {
  const { from, to, empty, $from } = state.selection;
  if (!empty) return erase(state);
  return $from.parentOffset === 0 ? command(joinBackward)(state) : state.tr.delete(from - 1, to);
};

function suggesting(state: EditorState, act: Act, who: Suggester): EditorState {
  return state.apply(suggestTransaction(act(state), state, who));
}

const textOf = (doc: Node): string => plainText(canonicalOf(doc.toJSON()));

function acceptAll(doc: Node): string {
  const ids = suggestionsIn(doc.toJSON()).map(({ id }) => id);
  const accepted = ids.reduce<unknown>((json, id) => accept(json, id), doc.toJSON());
  return plainText(canonicalOf(accepted));
}

function rejectAll(doc: Node): unknown {
  return suggestionsIn(doc.toJSON()).reduce<unknown>((json, { id }) => reject(json, id), doc.toJSON());
}

const text = 'Bugün bin kişi geldi.\n\nİkinci paragraf ılık.\n\nÜçüncü şiir.';

interface Case {
  readonly what: string;
  readonly at: readonly [string, string?];
  readonly act: Act;
}

const cases: readonly Case[] = [
  { what: 'typing', at: ['kişi'], act: type('çok ') },
  { what: 'typing over words', at: ['bin', ' kişi'], act: type('bin 150') },
  { what: 'erasing words', at: ['bin ', 'kişi'], act: erase },
  { what: 'erasing a letter', at: [' kişi'], act: backspace },
  { what: 'splitting a paragraph', at: [' kişi'], act: command(splitBlock) },
  { what: 'splitting at the beginning', at: ['İkinci'], act: command(splitBlock) },
  { what: 'joining paragraphs', at: ['İkinci'], act: backspace },
  { what: 'erasing across paragraphs', at: ['kişi', 'paragraf'], act: erase },
  { what: 'typing over three paragraphs', at: ['bin', 'şiir'], act: type('bir ') },
  { what: 'a heading', at: ['İkinci'], act: command(setBlockType(draftSchema.nodes.heading)) },
  { what: 'a quotation', at: ['İkinci'], act: command(wrapIn(draftSchema.nodes.blockquote)) },
  { what: 'a list', at: ['İkinci', 'şiir'], act: command(wrapInList(draftSchema.nodes.bulletList)) },
  { what: 'bold words', at: ['bin', ' kişi'], act: command(toggleMark(draftSchema.marks.bold)) },
  { what: 'bold over paragraphs', at: ['bin', 'paragraf'], act: command(toggleMark(draftSchema.marks.bold)) },
  {
    what: 'a hard break',
    at: ['kişi'],
    act: (state) => state.tr.replaceSelectionWith(draftSchema.node('hardBreak')),
  },
];

const placed = (state: EditorState, [from, to]: Case['at']): EditorState =>
  select(state, before(state.doc, from), to === undefined ? before(state.doc, from) : before(state.doc, to));

describe('a suggestion', () => {
  it.each(cases)('of $what leaves the words that count, and gives them when it is accepted', ({ at, act }) => {
    const start = placed(stateOf(text), at);
    const directly = start.apply(act(start));

    const suggested = suggesting(start, act, ayse);

    expect(textOf(suggested.doc)).toBe(text);
    expect(sameRichText(canonicalOf(suggested.doc.toJSON()), fromPlainText(text))).toBe(true);
    expect(suggestionsIn(suggested.doc.toJSON()).length).toBeGreaterThan(0);
    expect(acceptAll(suggested.doc)).toBe(textOf(directly.doc));
    expect(sameRichText(canonicalOf(rejectAll(suggested.doc)), fromPlainText(text))).toBe(true);
  });

  it.each(cases)('of $what is one that the server takes from somebody who may only suggest', ({ at, act }) => {
    const start = placed(stateOf(text), at);
    const suggested = suggesting(start, act, ayse);

    const refusal = judgeChange(readingOf(start.doc.toJSON()), readingOf(suggested.doc.toJSON()), {
      ...ayse,
      mode: WritingMode.SUGGEST,
    });

    expect(refusal).toBeNull();
  });

  it('grows with what its author types on', () => {
    let state = placed(stateOf(text), ['kişi']);
    for (const letter of 'çok ') state = suggesting(state, type(letter), ayse);

    expect(suggestionsIn(state.doc.toJSON()).map(({ inserted, deleted }) => ({ inserted, deleted }))).toEqual([
      { inserted: 'çok ', deleted: '' },
    ]);
  });

  it('takes the words for real that its author takes back', () => {
    let state = placed(stateOf(text), ['kişi']);
    state = suggesting(state, type('çok '), ayse);
    for (let times = 0; times < 4; times += 1) state = suggesting(state, backspace, ayse);

    expect(state.doc.textContent).toBe(stateOf(text).doc.textContent);
    expect(suggestionsIn(state.doc.toJSON())).toEqual([]);
  });

  it('of a split is gone when its author joins again', () => {
    let state = placed(stateOf(text), [' kişi']);
    state = suggesting(state, command(splitBlock), ayse);
    state = suggesting(state, backspace, ayse);

    expect(suggestionsIn(state.doc.toJSON())).toEqual([]);
    expect(textOf(state.doc)).toBe(text);
    expect(state.doc.childCount).toBe(3);
  });

  it('leaves what somebody else put in, even where it is struck out', () => {
    let state = placed(stateOf(text), ['kişi']);
    state = suggesting(state, type('çok '), isil);
    const [from, to] = [before(state.doc, 'bin'), before(state.doc, 'kişi')];
    const struck = suggesting(select(state, from, to), erase, ayse);

    expect(
      judgeChange(readingOf(state.doc.toJSON()), readingOf(struck.doc.toJSON()), {
        ...ayse,
        mode: WritingMode.SUGGEST,
      }),
    ).toBeNull();
    expect(suggestionsIn(struck.doc.toJSON()).find(({ userId }) => userId === isil.userId)?.inserted).toBe('çok ');
  });

  it('inside the words of somebody else is one of its own', () => {
    let state = suggesting(placed(stateOf(text), ['kişi']), type('çok '), isil);
    state = suggesting(select(state, before(state.doc, 'ok ')), type('o'), ayse);

    expect(suggestionsIn(state.doc.toJSON()).map(({ userId, inserted }) => [userId, inserted])).toEqual([
      [isil.userId, 'çok '],
      [ayse.userId, 'o'],
    ]);
    expect(textOf(state.doc)).toBe(text);
  });

  it('of many acts in a row leaves the words that count; hardly any is left undone for their sake', () => {
    let random = 7;
    const next = (limit: number) => {
      random = (random * 48_271) % 2_147_483_647;
      return random % limit;
    };
    let state = stateOf(text);
    const refusals: string[] = [];
    for (let step = 0; step < 150; step += 1) {
      const size = state.doc.content.size;
      const from = next(size);
      const to = Math.min(size, from + next(12));
      const selection = TextSelection.between(state.doc.resolve(from), state.doc.resolve(to));
      const start = state.apply(state.tr.setSelection(selection));
      const acts = [
        type('x'),
        erase,
        type('ğü'),
        command(splitBlock),
        command(toggleMark(draftSchema.marks.bold)),
        command(wrapIn(draftSchema.nodes.blockquote)),
      ];
      const act = acts[next(next(4) === 0 ? acts.length : 4)] ?? erase;
      let changed: EditorState;
      try {
        changed = suggesting(start, act, ayse);
      } catch (error) {
        if (error instanceof Error && error.message === 'the command does not apply') continue;
        throw error;
      }
      const refusal = judgeChange(readingOf(start.doc.toJSON()), readingOf(changed.doc.toJSON()), {
        ...ayse,
        mode: WritingMode.SUGGEST,
      });
      if (refusal === null) state = changed;
      else refusals.push(`${step}: ${refusal}`);
    }

    expect(textOf(state.doc)).toBe(text);
    expect(refusals.length).toBeLessThan(15);
  });
});
