import { BulletinKind } from '../bulletins/bulletin';
import { DomainErrors, ErrorCode } from '../errors';
import {
  charterSections,
  defaultCharterRules,
  inNameOrder,
  mayLiftEarly,
  NameOrder,
  parseCharterRules,
  SignersRule,
  SilenceRule,
} from './charter';

type Draft = { signoff: Record<string, Record<string, unknown>>; earlyLift: unknown; nameOrder: unknown };

const draft = (): Draft => structuredClone(defaultCharterRules) as unknown as Draft;

function refusedPaths(json: unknown): string[] {
  try {
    parseCharterRules(json);
  } catch (error) {
    if (!(error instanceof DomainErrors) || error.errors.some(({ code }) => code !== ErrorCode.INVALID)) throw error;
    return error.errors.map(({ path }) => path.join('.'));
  }
  return [];
}

describe('reading rules', () => {
  it('takes the default rules as they are', () => {
    expect(parseCharterRules(JSON.parse(JSON.stringify(defaultCharterRules)))).toEqual(defaultCharterRules);
  });

  it('takes a quorum and drops what it does not know', () => {
    const rules = { ...draft(), extra: 1 };
    rules.signoff[BulletinKind.STATEMENT] = {
      signers: SignersRule.LEAD_AND_QUORUM,
      quorum: 3,
      answerWithinHours: null,
      onSilence: SilenceRule.BLOCK,
      more: true,
    };

    expect(parseCharterRules(rules)).toEqual({
      ...defaultCharterRules,
      signoff: {
        ...defaultCharterRules.signoff,
        STATEMENT: { signers: 'LEAD_AND_QUORUM', quorum: 3, answerWithinHours: null, onSilence: 'BLOCK' },
      },
    });
  });

  it('asks for a rule of every kind', () => {
    const rules = draft();
    delete rules.signoff[BulletinKind.CORRECTION];

    expect(refusedPaths(rules)).toEqual([
      'signoff.CORRECTION',
      'signoff.CORRECTION.signers',
      'signoff.CORRECTION.onSilence',
    ]);
  });

  it('names everything that is wrong at once', () => {
    const rules = draft();
    rules.signoff[BulletinKind.BULLETIN] = { signers: 'SOMEBODY', answerWithinHours: 0, onSilence: SilenceRule.BLOCK };
    rules.signoff[BulletinKind.STATEMENT] = { signers: SignersRule.LEAD_AND_QUORUM, onSilence: SilenceRule.GO_WITHOUT };
    rules.signoff[BulletinKind.BRIEFING_NOTE] = {
      signers: SignersRule.LEAD_ONLY,
      quorum: 2,
      answerWithinHours: 1.5,
      onSilence: SilenceRule.BLOCK,
    };
    rules.earlyLift = { partners: 21 };
    rules.nameOrder = 'RANDOM';

    expect(refusedPaths(rules).sort()).toEqual([
      'earlyLift.partners',
      'nameOrder',
      'signoff.BRIEFING_NOTE.answerWithinHours',
      'signoff.BRIEFING_NOTE.quorum',
      'signoff.BULLETIN.answerWithinHours',
      'signoff.BULLETIN.signers',
      'signoff.STATEMENT.answerWithinHours',
      'signoff.STATEMENT.quorum',
    ]);
  });

  it('refuses what is no object', () => {
    for (const json of [null, [], 'kurallar', 5]) expect(refusedPaths(json)).toContain('');
  });
});

it('is one text to sign, which any change makes another', () => {
  const rules = draft();
  const [section] = charterSections(defaultCharterRules);
  rules.earlyLift = { partners: 2 };
  const [changed] = charterSections(parseCharterRules(rules));

  expect(section?.officeId).toBeNull();
  expect(charterSections(parseCharterRules(draft()))).toEqual([section]);
  expect(changed?.key).toBe(section?.key);
  expect(changed?.hash).not.toBe(section?.hash);
});

describe('the order of names', () => {
  const offices = [
    { id: 'e', name: 'Edremit Belediyesi', protocolOrder: 3 },
    { id: 'i', name: 'İvrindi Belediyesi', protocolOrder: 2 },
    { id: 'b', name: 'Balıkesir Büyükşehir Belediyesi', protocolOrder: 1 },
    { id: 'h', name: 'Havran Belediyesi', protocolOrder: 2 },
    { id: 'ç', name: 'Çan Belediyesi', protocolOrder: 9 },
  ];
  const order = (leadId: string, rule: NameOrder): string =>
    inNameOrder(offices, leadId, rule)
      .map(({ id }) => id)
      .join('');

  it('puts the lead first, then goes by protocol and, between equals, by name', () => {
    expect(order('e', NameOrder.LEAD_FIRST_THEN_PROTOCOL)).toBe('ebhiç');
  });

  it('or by the Turkish alphabet', () => {
    expect(order('h', NameOrder.LEAD_FIRST_THEN_ALPHABETICAL)).toBe('hbçei');
  });
});

describe('lifting an embargo early', () => {
  const rules = (partners: number): { earlyLift: { partners: number } } => ({ earlyLift: { partners } });

  it('needs the lead and as many partners as the charter says', () => {
    expect(mayLiftEarly(rules(1), 'lead', ['a', 'b'], ['lead'])).toBe(false);
    expect(mayLiftEarly(rules(1), 'lead', ['a', 'b'], ['a', 'b'])).toBe(false);
    expect(mayLiftEarly(rules(1), 'lead', ['a', 'b'], ['lead', 'b'])).toBe(true);
    expect(mayLiftEarly(rules(2), 'lead', ['a', 'b'], ['lead', 'b'])).toBe(false);
    expect(mayLiftEarly(rules(2), 'lead', ['a', 'b'], ['lead', 'b', 'b'])).toBe(false);
    expect(mayLiftEarly(rules(2), 'lead', ['a', 'b'], ['a', 'lead', 'b'])).toBe(true);
  });

  it('counts no stranger, and not the lead as its own partner', () => {
    expect(mayLiftEarly(rules(1), 'lead', ['a'], ['lead', 'stranger'])).toBe(false);
    expect(mayLiftEarly(rules(1), 'lead', ['lead', 'a'], ['lead'])).toBe(false);
  });

  it('asks all partners when there are fewer than the charter wants', () => {
    expect(mayLiftEarly(rules(3), 'lead', ['a'], ['lead', 'a'])).toBe(true);
    expect(mayLiftEarly(rules(1), 'lead', [], ['lead'])).toBe(true);
  });
});
