import { XMLParser } from 'fast-xml-parser';
import { element, xmlDocument } from './xml';

const read = (xml: string): unknown => new XMLParser({ ignoreAttributes: false, trimValues: false }).parse(xml);

describe('xml', () => {
  it('gives back text and attributes as they were, in Turkish and with markup in them', () => {
    const text = 'İğde & ışık <script>alert("ş")</script> ]]> ğüşöç';

    expect(read(xmlDocument(element('a', { b: text }, text)))).toEqual({
      '?xml': { '@_version': '1.0', '@_encoding': 'utf-8' },
      a: { '@_b': text, '#text': text },
    });
  });

  it('drops what XML 1.0 cannot hold and keeps tabs, line ends and signs beyond the basic plane', () => {
    const { xml } = element('a', {}, 'a\u0000\u0008b\u001F\uFFFE\uD800c\t\n🫒');

    expect(xml).toBe('<a>abc\t\n🫒</a>');
  });

  it('leaves out attributes and children that are null, and closes what is empty', () => {
    expect(element('a', { b: null, c: 0 }, null, []).xml).toBe('<a c="0"/>');
  });
});
