import type { RichText, RichTextNode } from '@domain/text/rich-text';
import { blocksText, printable, richTextBlocks } from './rich-text-blocks';

const text = (value: string, ...marks: NonNullable<RichTextNode['marks']>): RichTextNode => ({
  type: 'text',
  text: value,
  marks,
});
const paragraph = (...content: readonly RichTextNode[]): RichTextNode => ({ type: 'paragraph', content });
const doc = (...content: readonly RichTextNode[]): RichText => ({ type: 'doc', content });
const plain = { bold: false, italic: false, href: null };

describe('printable', () => {
  it.each([
    ['composes letters', 'g\u0306u\u0308', 'ğü'],
    ['keeps Turkish letters', 'ğüşıöç ĞÜŞİÖÇ', 'ğüşıöç ĞÜŞİÖÇ'],
    ['makes one line of several', 'bir\r\n\tiki\u2028üç', 'bir iki üç'],
    ['drops control characters', 'a\u0000b\u0007c\u001Bd\u0085', 'abcd '],
    ['drops marks of direction', 'a\u202Eb\u202Cc\u2066d\u2069e\u200Ff', 'abcdef'],
    ['drops the byte order mark and noncharacters', '\uFEFFa\uFFFFb', 'ab'],
    ['replaces half a pair', 'a\uD83Db', 'a\uFFFDb'],
    ['keeps a joined emoji', '👩\u200D🌾', '👩\u200D🌾'],
  ])('%s', (_, given, expected) => {
    expect(printable(given)).toBe(expected);
  });
});

describe('richTextBlocks', () => {
  it('reads runs with their marks', () => {
    const content = doc(
      paragraph(text('Işık '), text('kalın', { type: 'bold' }, { type: 'italic' }), { type: 'hardBreak' }, text('alt')),
    );

    expect(richTextBlocks(content)).toEqual([
      {
        type: 'paragraph',
        runs: [
          { ...plain, text: 'Işık ' },
          { ...plain, text: 'kalın', bold: true, italic: true },
          { ...plain, text: '\n' },
          { ...plain, text: 'alt' },
        ],
      },
    ]);
  });

  it.each([
    ['https://havran.example/a?b=1', 'https://havran.example/a?b=1'],
    ['mailto:basin@havran.example', 'mailto:basin@havran.example'],
    ['tel:+902665550110', 'tel:+902665550110'],
    ['javascript:alert(1)', null],
    ['java\u0000script:alert(1)', null],
    ['data:text/html,x', null],
    ['//havran.example', null],
    ['https://ad:sir@havran.example/', null],
    ['https://havran.example', 'https://havran.example/'],
    ['https://', null],
    ['', null],
  ])('takes the link %j as %j', (href, expected) => {
    const blocks = richTextBlocks(doc(paragraph(text('bağ', { type: 'link', attrs: { href } }))));

    expect(blocks).toEqual([{ type: 'paragraph', runs: [{ ...plain, text: 'bağ', href: expected }] }]);
  });

  it('leaves out what holds no words', () => {
    const empty = doc(
      paragraph(),
      paragraph(text('  ')),
      { type: 'heading', content: [] },
      { type: 'bulletList', content: [{ type: 'listItem', content: [paragraph()] }] },
      { type: 'blockquote', content: [paragraph(text('\u202E'))] },
    );

    expect(richTextBlocks(empty)).toEqual([]);
    expect(richTextBlocks({ type: 'doc' })).toEqual([]);
  });

  it('reads lists inside lists, and the first number of a numbered one', () => {
    const inner: RichTextNode = {
      type: 'bulletList',
      content: [{ type: 'listItem', content: [paragraph(text('iç'))] }],
    };
    const outer: RichTextNode = {
      type: 'orderedList',
      attrs: { start: 4 },
      content: [{ type: 'listItem', content: [paragraph(text('dış')), inner] }],
    };

    expect(richTextBlocks(doc(outer))).toEqual([
      {
        type: 'list',
        start: 4,
        items: [
          [
            { type: 'paragraph', runs: [{ ...plain, text: 'dış' }] },
            { type: 'list', start: null, items: [[{ type: 'paragraph', runs: [{ ...plain, text: 'iç' }] }]] },
          ],
        ],
      },
    ]);
  });

  it.each([
    [{ start: null }, 1],
    [{}, 1],
    [{ start: -3 }, 0],
    [{ start: 'x' }, 1],
  ])('begins a list with attributes %j at %d', (attrs, start) => {
    const content = doc({
      type: 'orderedList',
      attrs,
      content: [{ type: 'listItem', content: [paragraph(text('a'))] }],
    });

    expect(richTextBlocks(content)).toMatchObject([{ type: 'list', start }]);
  });

  it.each([
    [2, 1],
    [3, 2],
    [4, 2],
    [null, 1],
  ])('reads a heading of level %p as depth %d', (level, depth) => {
    expect(richTextBlocks(doc({ type: 'heading', attrs: { level }, content: [text('Ara başlık')] }))).toMatchObject([
      { type: 'heading', depth },
    ]);
  });
});

it('gives the words of all blocks, parted by spaces', () => {
  const content = doc(
    paragraph(text('Bir'), { type: 'hardBreak' }, text('iki')),
    {
      type: 'bulletList',
      content: [
        { type: 'listItem', content: [paragraph(text('üç'))] },
        { type: 'listItem', content: [paragraph(text('dört'))] },
      ],
    },
    { type: 'blockquote', content: [paragraph(text('beş'))] },
  );

  expect(blocksText(richTextBlocks(content))).toBe('Bir iki üç dört beş');
});
