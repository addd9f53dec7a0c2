import fc from 'fast-check';
import { OTHER_TOPIC, refusalsFor, refuses, TOPICS, topicsOf, wantsMail, type Refusal } from './preferences';

const mail = { leadOfficeId: 'edremit', officeIds: ['edremit', 'ayvalik'], tags: ['Spor', 'Edremit'] };

describe('topicsOf', () => {
  it('reads tags as people write them', () => {
    expect(topicsOf(['SIFIR ATIK', 'Müzik'])).toEqual(['cevre-tarim', 'kultur-turizm']);
  });

  it('takes names of places for no topic', () => {
    expect(topicsOf(['edremit', 'ayvalık', 'spor'])).toEqual(['spor-genclik']);
  });

  it.each([[[]], [['körfez']]])('gives a mail without a topic the other one: %j', (tags) => {
    expect(topicsOf(tags)).toEqual([OTHER_TOPIC]);
  });

  it('puts each tag into one topic, as a slug', () => {
    const tags = TOPICS.flatMap((topic) => topic.tags);

    expect(new Set(tags).size).toBe(tags.length);
    expect(tags.filter((tag) => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(tag))).toEqual([]);
  });
});

describe('wantsMail', () => {
  const cases: [string, Refusal[], boolean][] = [
    ['nothing', [], true],
    ['all mail', [{ officeId: null, topic: null }], false],
    ['the sending office', [{ officeId: 'edremit', topic: null }], false],
    ['a partner only', [{ officeId: 'ayvalik', topic: null }], true],
    ['an office that is not in it', [{ officeId: 'havran', topic: null }], true],
    ['the topic of every office', [{ officeId: null, topic: 'spor-genclik' }], false],
    ['the topic of the sender, not of the partner', [{ officeId: 'edremit', topic: 'spor-genclik' }], true],
    [
      'the topic of both',
      [
        { officeId: 'edremit', topic: 'spor-genclik' },
        { officeId: 'ayvalik', topic: 'spor-genclik' },
      ],
      false,
    ],
    [
      'the topic of the sender and the partner as a whole',
      [
        { officeId: 'edremit', topic: 'spor-genclik' },
        { officeId: 'ayvalik', topic: null },
      ],
      false,
    ],
    ['another topic', [{ officeId: null, topic: 'kultur-turizm' }], true],
  ];

  it.each(cases)('judges somebody who refused %s', (_name, refusals, expected) => {
    expect(wantsMail(refusals, mail)).toBe(expected);
  });

  it('sends a mail of two topics when one is wanted', () => {
    const refusals = [{ officeId: null, topic: 'spor-genclik' }];

    expect(wantsMail(refusals, { ...mail, tags: ['spor', 'kültür'] })).toBe(true);
  });

  const offices = ['edremit', 'ayvalik', 'havran'];
  const refusal = fc.record({
    officeId: fc.constantFrom(null, ...offices),
    topic: fc.constantFrom(null, ...TOPICS.map(({ code }) => code)),
  });

  it('never wants more after one more refusal', () => {
    fc.assert(
      fc.property(fc.array(refusal), refusal, fc.constantFrom(...offices), (refusals, one, leadOfficeId) => {
        const subject = { ...mail, leadOfficeId };

        return wantsMail(refusals, subject) || !wantsMail([...refusals, one], subject);
      }),
    );
  });
});

describe('refusalsFor', () => {
  it('refuses an office as a whole when nothing of it is wanted', () => {
    const wishes = new Map([
      ['edremit', []],
      ['ayvalik', TOPICS.map(({ code }) => code)],
    ]);

    expect(refusalsFor(wishes)).toEqual([{ officeId: 'edremit', topic: null }]);
  });

  it('says exactly what was wished', () => {
    const topics = TOPICS.map(({ code }) => code);
    const wanted = fc.subarray(topics);

    fc.assert(
      fc.property(wanted, wanted, (edremit, ayvalik) => {
        const wishes = new Map([
          ['edremit', edremit],
          ['ayvalik', ayvalik],
        ]);
        const refusals = refusalsFor(wishes);

        for (const [officeId, own] of wishes) {
          expect(topics.filter((topic) => !refuses(refusals, officeId, topic))).toEqual(own);
        }
      }),
    );
  });
});
