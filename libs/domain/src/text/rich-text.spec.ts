import fc from 'fast-check';
import { canonicalJson } from '../canonical';
import { DomainError, ErrorCode } from '../errors';
import { linkAddress } from './link-address';
import {
  emptyRichText,
  fromPlainText,
  isBlank,
  paragraphsOf,
  parseRichText,
  plainText,
  textLength,
  toHtml,
  type RichText,
} from './rich-text';

const doc = (...content: unknown[]): unknown => ({ type: 'doc', content });
const paragraph = (...content: unknown[]): unknown => ({ type: 'paragraph', content });
const text = (value: string, ...marks: unknown[]): unknown => ({ type: 'text', text: value, marks });
const link = (href: unknown): unknown => ({ type: 'link', attrs: { href } });

function refusal(json: unknown, limits?: Parameters<typeof parseRichText>[1]): DomainError {
  try {
    parseRichText(json, limits);
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
  throw new Error('the text was accepted');
}

describe('the canonical form', () => {
  it('drops empty texts, merges equal neighbours and orders marks', () => {
    const parsed = parseRichText(
      doc(
        paragraph(
          text('İlk ', { type: 'italic' }, { type: 'bold' }),
          text('söz', { type: 'bold' }, { type: 'italic' }, { type: 'bold' }),
          text(''),
          text(' düz'),
          text(' yazı'),
        ),
      ),
    );

    expect(parsed).toEqual({
      type: 'doc',
      content: [
        {
          type: 'paragraph',
          content: [
            { type: 'text', text: 'İlk söz', marks: [{ type: 'bold' }, { type: 'italic' }] },
            { type: 'text', text: ' düz yazı' },
          ],
        },
      ],
    });
  });

  it('composes letters, also across merged texts', () => {
    const parsed = parseRichText(doc(paragraph(text('s'), text('\u0327eker I'), text('\u0307'))));

    expect(plainText(parsed)).toBe('şeker İ');
  });

  it('turns every heading into the one level there is', () => {
    const parsed = parseRichText(doc({ type: 'heading', attrs: { level: 4 }, content: [text('Ara başlık')] }));

    expect(parsed.content).toEqual([
      { type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: 'Ara başlık' }] },
    ]);
  });

  it('drops attributes and members that it does not know', () => {
    const parsed = parseRichText({
      type: 'doc',
      onload: 'alert(1)',
      content: [
        { type: 'paragraph', attrs: { style: 'position:fixed', onclick: 'x' }, content: [text('a')], extra: 1 },
        { type: 'orderedList', attrs: { start: 7 }, content: [{ type: 'listItem', content: [paragraph()] }] },
      ],
    });

    expect(parsed).toEqual({
      type: 'doc',
      content: [
        { type: 'paragraph', content: [{ type: 'text', text: 'a' }] },
        { type: 'orderedList', content: [{ type: 'listItem', content: [{ type: 'paragraph' }] }] },
      ],
    });
  });

  it('gives an empty document one empty paragraph', () => {
    expect(parseRichText({ type: 'doc' })).toEqual(emptyRichText);
    expect(parseRichText(doc())).toEqual(emptyRichText);
    expect(fromPlainText('  \n\n ')).toEqual(emptyRichText);
  });

  it('is a fixed point', () => {
    fc.assert(
      fc.property(documents(), (json) => {
        const once = parseRichText(json);

        expect(canonicalJson(parseRichText(once) as never)).toBe(canonicalJson(once as never));
      }),
      { numRuns: 200 },
    );
  });
});

describe('refusals', () => {
  it.each([
    ['no document', null, []],
    ['a list', [], []],
    ['another outermost node', { type: 'paragraph' }, ['type']],
    ['content that is no list', { type: 'doc', content: { length: 1 } }, ['content']],
    ['an unknown node', doc({ type: 'image', attrs: { src: 'x' } }), ['content', '0', 'type']],
    ['a node named as a prototype member', doc({ type: 'constructor' }), ['content', '0', 'type']],
    ['a node without a type', doc({ text: 'x' }), ['content', '0', 'type']],
    [
      'an unknown mark',
      doc(paragraph(text('x', { type: 'code' }))),
      ['content', '0', 'content', '0', 'marks', '0', 'type'],
    ],
    ['a text that is no string', doc(paragraph({ type: 'text', text: 5 })), ['content', '0', 'content', '0', 'text']],
    ['a NUL', doc(paragraph(text('a\u0000b'))), ['content', '0', 'content', '0', 'text']],
    ['an escape', doc(paragraph(text('\u001B[31m'))), ['content', '0', 'content', '0', 'text']],
    ['a C1 control', doc(paragraph(text('a\u0085'))), ['content', '0', 'content', '0', 'text']],
    ['a lone high surrogate', doc(paragraph(text('a\uD83D'))), ['content', '0', 'content', '0', 'text']],
    ['a lone low surrogate', doc(paragraph(text('\uDE00a'))), ['content', '0', 'content', '0', 'text']],
    ['a noncharacter', doc(paragraph(text('\uFFFF'))), ['content', '0', 'content', '0', 'text']],
    ['a right-to-left override', doc(paragraph(text('1284\u202E ton'))), ['content', '0', 'content', '0', 'text']],
    ['text outside a block', doc(text('x')), ['content']],
    ['a list item outside a list', doc({ type: 'listItem', content: [paragraph()] }), ['content']],
    ['a list without items', doc({ type: 'bulletList' }), ['content']],
    ['a block in a paragraph', doc(paragraph(paragraph())), ['content']],
  ])('names the place of %s', (_what, json, path) => {
    const error = refusal(json);

    expect(error.code).toBe(ErrorCode.INVALID);
    expect(error.path).toEqual(path);
  });

  it('refuses nesting beyond the bound without running deep itself', () => {
    let json: unknown = paragraph(text('dip'));
    for (let level = 0; level < 100_000; level += 1) json = { type: 'blockquote', content: [json] };

    expect(refusal(doc(json)).code).toBe(ErrorCode.INVALID);
  });

  it('takes exactly the depth that is allowed', () => {
    const nested = (levels: number): unknown => {
      let json: unknown = paragraph(text('dip'));
      for (let level = 0; level < levels; level += 1) json = { type: 'blockquote', content: [json] };
      return doc(json);
    };

    expect(plainText(parseRichText(nested(6)))).toBe('dip');
    expect(refusal(nested(7)).code).toBe(ErrorCode.INVALID);
  });

  it('counts nodes and bytes', () => {
    const many = (count: number): unknown => doc(...Array.from({ length: count }, () => ({ type: 'paragraph' })));

    expect(parseRichText(many(1999)).content).toHaveLength(1999);
    expect(refusal(many(2000)).code).toBe(ErrorCode.INVALID);
    expect(refusal(doc(paragraph(text('ş'.repeat(100_000))))).code).toBe(ErrorCode.INVALID);
    expect(refusal(doc(paragraph(text('a'.repeat(1_000_000))))).code).toBe(ErrorCode.INVALID);
    expect(refusal(doc(paragraph(text('uzun'))), { maxBytes: 20, maxNodes: 9, maxDepth: 9 }).code).toBe(
      ErrorCode.INVALID,
    );
  });

  it('reads nothing from prototypes and leaves them alone', () => {
    const json: unknown = JSON.parse(
      '{"type":"doc","__proto__":{"polluted":1},"content":[{"type":"paragraph","__proto__":{"polluted":1},'
        + '"constructor":{"prototype":{"polluted":1}},"content":[{"type":"text","text":"a"}]}]}',
    );
    const inherited: unknown = Object.create({ type: 'doc', content: [] });

    expect(parseRichText(json)).toEqual(fromPlainText('a'));
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
    expect(refusal(inherited).path).toEqual(['type']);
  });
});

describe('link addresses', () => {
  it.each([
    ['https://www.balikesir.bel.tr/haber?id=1&x=2', 'https://www.balikesir.bel.tr/haber?id=1&x=2'],
    ['HTTP://Edremit.BEL.tr', 'http://edremit.bel.tr/'],
    ['  https://edremit.bel.tr/  ', 'https://edremit.bel.tr/'],
    ['https://balıkesir.example/çarşı', 'https://xn--balkesir-vkb.example/%C3%A7ar%C5%9F%C4%B1'],
    ['mailto:basin@edremit.bel.tr', 'mailto:basin@edremit.bel.tr'],
    ['tel:+902665550110', 'tel:+902665550110'],
  ])('takes %s', (href, address) => {
    expect(linkAddress(href)).toBe(address);
  });

  it.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'java\tscript:alert(1)',
    'java\nscript:alert(1)',
    '\u0001javascript:alert(1)',
    ' javascript:alert(1)',
    'javascript&colon;alert(1)',
    'javascript&#58;alert(1)',
    'jav&#x09;ascript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'vbscript:msgbox(1)',
    'blob:https://edremit.bel.tr/1',
    'file:///etc/passwd',
    '//evil.example',
    '/yol',
    '#yer',
    'https://edremit.bel.tr@evil.example/',
    'https://user:pass@evil.example/',
    'https://a b.example/',
    'https://edremit.bel.tr/\u202Egpj.exe',
    'mailto:',
    'https://',
    '',
    `https://edremit.bel.tr/${'a'.repeat(2048)}`,
    5,
    null,
    undefined,
    ['https://edremit.bel.tr/'],
  ])('refuses %j', (href) => {
    expect(linkAddress(href)).toBeNull();
    expect(refusal(doc(paragraph(text('x', link(href))))).path).toEqual([
      'content',
      '0',
      'content',
      '0',
      'marks',
      '0',
      'attrs',
      'href',
    ]);
  });
});

describe('HTML', () => {
  it('writes the tags that we know and escapes the rest', () => {
    const parsed = parseRichText(
      doc(
        { type: 'heading', attrs: { level: 2 }, content: [text('Yol & <b>')] },
        paragraph(
          text('Işık "ş"', { type: 'bold' }),
          { type: 'hardBreak' },
          text('bağ', link('https://a.example/?x=1&y="2"'), { type: 'italic' }),
        ),
        { type: 'orderedList', content: [{ type: 'listItem', content: [paragraph(text('bir'))] }] },
        { type: 'blockquote', content: [paragraph(text("Havran'ın"))] },
      ),
    );

    expect(toHtml(parsed)).toBe(
      '<h2>Yol &amp; &lt;b&gt;</h2>'
        + '<p><strong>Işık &quot;ş&quot;</strong><br>'
        + '<a href="https://a.example/?x=1&amp;y=%222%22" rel="noopener nofollow"><em>bağ</em></a></p>'
        + '<ol><li><p>bir</p></li></ol>'
        + '<blockquote><p>Havran&#39;ın</p></blockquote>',
    );
  });

  it('does not trust a stored row either', () => {
    const stored = {
      type: 'doc',
      content: [
        { type: 'script', content: [{ type: 'text', text: 'alert(1)' }] },
        { type: 'paragraph', content: [{ type: 'text', text: 'x', marks: [link('javascript:alert(1)')] }] },
      ],
    } as unknown as RichText;

    expect(toHtml(stored)).toBe('<p>x</p>');
  });

  it('never lets a text become a tag', () => {
    fc.assert(
      fc.property(documents(), (json) => {
        const html = toHtml(parseRichText(json));
        const tags = html.match(/<[^>]*>/g) ?? [];

        expect(html.replaceAll(/<[^>]*>/g, '')).not.toMatch(/[<>"']/);
        for (const tag of tags) {
          expect(tag).toMatch(
            /^<(\/?(p|h2|ul|ol|li|blockquote|strong|em|a)|br|a href="(https?|mailto|tel):[^"<>]*" rel="noopener nofollow")>$/,
          );
        }
      }),
      { numRuns: 150 },
    );
  });
});

describe('plain text', () => {
  const sample = parseRichText(
    doc(
      { type: 'heading', content: [text('Çalışmalar')] },
      paragraph(text('Birinci satır'), { type: 'hardBreak' }, text('ikinci satır')),
      paragraph(),
      {
        type: 'bulletList',
        content: [
          { type: 'listItem', content: [paragraph(text('yol'))] },
          {
            type: 'listItem',
            content: [
              paragraph(text('su')),
              {
                type: 'orderedList',
                content: [
                  { type: 'listItem', content: [paragraph(text('hat'))] },
                  { type: 'listItem', content: [paragraph(text('depo'))] },
                ],
              },
            ],
          },
        ],
      },
      { type: 'blockquote', content: [paragraph(text('Bir söz.')), paragraph(text('İki söz.'))] },
    ),
  );

  it('parts blocks by an empty line and marks list items', () => {
    expect(plainText(sample)).toBe(
      'Çalışmalar\n\nBirinci satır\nikinci satır\n\n- yol\n- su\n  1. hat\n  2. depo\n\nBir söz.\n\nİki söz.',
    );
  });

  it('lists paragraphs without markers', () => {
    expect(paragraphsOf(sample)).toEqual([
      'Çalışmalar',
      'Birinci satır\nikinci satır',
      'yol',
      'su',
      'hat',
      'depo',
      'Bir söz.',
      'İki söz.',
    ]);
  });

  it('keeps paragraphs and line breaks of typed text', () => {
    const typed = fromPlainText('  Bir\r\niki  \r\n \r\n\r\nüç\n');

    expect(typed.content).toEqual([
      {
        type: 'paragraph',
        content: [{ type: 'text', text: 'Bir' }, { type: 'hardBreak' }, { type: 'text', text: 'iki' }],
      },
      { type: 'paragraph', content: [{ type: 'text', text: 'üç' }] },
    ]);
    expect(plainText(typed)).toBe('Bir\niki\n\nüç');
  });

  it('keeps the words of any plain text that it accepts', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('ışık', 'İĞNE', 'a\u0301', '😀', '<b>', "Ayvalık'ta"), { minLength: 1 }),
        (words) => {
          const typed = words.join(' ');

          expect(plainText(fromPlainText(typed))).toBe(typed.normalize('NFC'));
        },
      ),
    );
  });

  it('counts characters as readers do', () => {
    expect(textLength(fromPlainText('İğne 👨‍👩‍👧'))).toBe(6);
    expect(textLength(emptyRichText)).toBe(0);
  });

  it('knows a blank text', () => {
    expect(isBlank(emptyRichText)).toBe(true);
    expect(isBlank(parseRichText(doc(paragraph(text(' \u00A0 '), { type: 'hardBreak' }))))).toBe(true);
    expect(isBlank(fromPlainText('.'))).toBe(false);
  });
});

/** Documents of our grammar with awkward texts, marks in any order, unknown attributes, and links. */
function documents(): fc.Arbitrary<unknown> {
  const words = fc.oneof(
    fc.string({ unit: fc.constantFrom(...Array.from('aıİşğ çé😀<>&"\'=/\u0301\u0307\u00A0\u200D')), maxLength: 12 }),
    fc.constantFrom('', ' ', '\u0307', 's', '\u0327', '<script>', '&amp;', '"', "İ'ı", '\t', '\n', '\r\n'),
  );
  const mark = fc.oneof(
    fc.constantFrom({ type: 'bold' }, { type: 'italic', attrs: { class: 'x' } }),
    fc
      .constantFrom(
        'https://a.example',
        'HTTP://B.example/?q="x"&y=<z>',
        'https://balıkesir.example/ş#ı',
        'tel:+902665550110',
      )
      .map(link),
    fc.constant(link('mailto:basin@edremit.example?subject="ş"')),
  );
  const inline = fc.oneof(
    {
      weight: 5,
      arbitrary: fc.record({ type: fc.constant('text'), text: words, marks: fc.array(mark, { maxLength: 4 }) }),
    },
    { weight: 1, arbitrary: fc.constant({ type: 'hardBreak', marks: [{ type: 'bold' }] }) },
  );
  const inlines = fc.array(inline, { maxLength: 6 });
  const { block } = fc.letrec<{ block: unknown; item: unknown }>((tie) => ({
    block: fc.oneof(
      { maxDepth: 2, withCrossShrink: true },
      inlines.map((content) => ({ type: 'paragraph', attrs: { textAlign: 'left' }, content })),
      inlines.map((content) => ({ type: 'heading', attrs: { level: 3 }, content })),
      fc.array(tie('item'), { minLength: 1, maxLength: 2 }).map((content) => ({ type: 'bulletList', content })),
      fc.array(tie('item'), { minLength: 1, maxLength: 2 }).map((content) => ({ type: 'orderedList', content })),
      fc.array(tie('block'), { minLength: 1, maxLength: 2 }).map((content) => ({ type: 'blockquote', content })),
    ),
    item: fc
      .tuple(inlines, fc.array(tie('block'), { maxLength: 1 }))
      .map(([content, blocks]) => ({ type: 'listItem', content: [{ type: 'paragraph', content }, ...blocks] })),
  }));
  return fc.array(block, { maxLength: 4 }).map((content) => ({ type: 'doc', content }));
}
