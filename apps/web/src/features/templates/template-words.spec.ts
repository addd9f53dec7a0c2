import { emptyTexts, hasMarks, sectionsOf } from './template-words';

const bold = JSON.stringify({
  type: 'doc',
  content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Işık', marks: [{ type: 'bold' }] }] }],
});
const kept = { kind: 'LEAD', text: 'Işık', content: bold } as const;

describe('the words of a template', () => {
  it('become one paragraph per line, in page order, without the parts that are empty', () => {
    expect(sectionsOf({ ...emptyTexts, CLOSING: 'Kamuoyuna duyurulur.', LEAD: 'İlk\n\n İkinci ' }, [])).toEqual([
      {
        kind: 'LEAD',
        content:
          '{"type":"doc","content":[{"type":"paragraph","content":[{"type":"text","text":"İlk"}]},{"type":"paragraph","content":[{"type":"text","text":"İkinci"}]}]}',
      },
      {
        kind: 'CLOSING',
        content:
          '{"type":"doc","content":[{"type":"paragraph","content":[{"type":"text","text":"Kamuoyuna duyurulur."}]}]}',
      },
    ]);
  });

  it('keep their marks while they are not typed over', () => {
    expect(hasMarks(kept)).toBe(true);
    expect(sectionsOf({ ...emptyTexts, LEAD: 'Işık' }, [kept])).toEqual([{ kind: 'LEAD', content: bold }]);
    expect(sectionsOf({ ...emptyTexts, LEAD: 'Işıklar' }, [kept])[0]?.content).not.toContain('marks');
  });
});
