import { ParticipantState } from '../bulletins/bulletin';
import { SignersRule, SilenceRule, type SignoffRule } from './charter';
import {
  answerDueAt,
  changedKeys,
  deadlines,
  hashesToSign,
  isCurrent,
  lastAnswer,
  officeStatus,
  OfficeSignoffStatus as Status,
  presentSections,
  sectionsToSign,
  signaturesVoidedBy,
  SignatureVerdict,
  signoffComplete,
  type SignableSection,
  type Signature,
  type SignoffParty,
  type SignoffRound,
} from './signoff';

const NOW = new Date('2026-04-23T09:00:00+03:00');
const hours = (count: number): Date => new Date(NOW.getTime() + count * 3_600_000);

const section = (key: string, officeId: string | null = null, hash = `${key}-1`): SignableSection => ({
  key,
  officeId,
  hash,
});

const SECTIONS = [
  section('headline'),
  section('bal', 'balikesir'),
  section('edr', 'edremit'),
  section('hav', 'havran'),
];
const LEAD = 'balikesir';

const ALL: SignoffRule = {
  signers: SignersRule.ALL_PARTICIPANTS,
  quorum: null,
  answerWithinHours: 24,
  onSilence: SilenceRule.BLOCK,
};

function signature(officeId: string, overrides: Partial<Signature> = {}): Signature {
  return {
    id: `signature-${officeId}`,
    officeId,
    verdict: SignatureVerdict.SIGNED,
    sectionHashes: hashesToSign(officeId, LEAD, SECTIONS),
    answeredAt: hours(-1),
    withdrawnAt: null,
    voidedAt: null,
    ...overrides,
  };
}

const party = (officeId: string, overrides: Partial<SignoffParty> = {}): SignoffParty => ({
  officeId,
  state: ParticipantState.ACCEPTED,
  isShadow: false,
  seenAt: null,
  invitedAt: null,
  ...overrides,
});

function round(overrides: Partial<SignoffRound> = {}): SignoffRound {
  return {
    leadOfficeId: LEAD,
    parties: [party('edremit'), party('havran')],
    sections: SECTIONS,
    signatures: [signature(LEAD), signature('edremit'), signature('havran')],
    rule: ALL,
    startedAt: hours(-2),
    now: NOW,
    ...overrides,
  };
}

const withHash = (key: string, hash: string): SignableSection[] =>
  SECTIONS.map((one) => (one.key === key ? { ...one, hash } : one));

describe('who signs what', () => {
  it('has the lead sign all and a partner what is shared and its own', () => {
    const keys = (officeId: string): string[] => sectionsToSign(officeId, LEAD, SECTIONS).map(({ key }) => key);

    expect(keys(LEAD)).toEqual(['headline', 'bal', 'edr', 'hav']);
    expect(keys('edremit')).toEqual(['headline', 'edr']);
    expect(hashesToSign('havran', LEAD, SECTIONS)).toEqual({ headline: 'headline-1', hav: 'hav-1' });
  });

  it('passes over the sections of offices that declined or are in shadow mode', () => {
    const parties = [party('edremit', { state: ParticipantState.DECLINED }), party('havran', { isShadow: true })];

    expect(presentSections(LEAD, parties, SECTIONS).map(({ key }) => key)).toEqual(['headline', 'bal']);
    expect(presentSections(LEAD, [], SECTIONS).map(({ key }) => key)).toEqual(['headline', 'bal']);
  });
});

describe('what a change voids', () => {
  const signatures = [signature(LEAD), signature('edremit'), signature('havran')];
  const voided = (
    change: Parameters<typeof signaturesVoidedBy>[0],
    rows: readonly Signature[] = signatures,
  ): string[] => signaturesVoidedBy(change, LEAD, rows).map(({ officeId }) => officeId);

  it('a shared section: everybody', () => {
    expect(voided({ key: 'headline', officeId: null, oldHash: 'headline-1', newHash: 'headline-2' })).toEqual([
      LEAD,
      'edremit',
      'havran',
    ]);
  });

  it("an office's own section: that office and the lead", () => {
    expect(voided({ key: 'edr', officeId: 'edremit', oldHash: 'edr-1', newHash: 'edr-2' })).toEqual([LEAD, 'edremit']);
    expect(voided({ key: 'bal', officeId: LEAD, oldHash: 'bal-1', newHash: 'bal-2' })).toEqual([LEAD]);
  });

  it('an added section: those who must sign it', () => {
    expect(voided({ key: 'quote', officeId: 'havran', oldHash: null, newHash: 'quote-1' })).toEqual([LEAD, 'havran']);
    expect(voided({ key: 'facts', officeId: null, oldHash: null, newHash: 'facts-1' })).toHaveLength(3);
  });

  it('a removed section: those who signed it', () => {
    expect(voided({ key: 'edr', officeId: 'edremit', oldHash: 'edr-1', newHash: null })).toEqual([LEAD, 'edremit']);
  });

  it('nothing: nobody', () => {
    expect(voided({ key: 'headline', officeId: null, oldHash: 'headline-1', newHash: 'headline-1' })).toEqual([]);
  });

  it('spares answers that are over already and those that cover the new words', () => {
    const change = { key: 'headline', officeId: null, oldHash: 'headline-1', newHash: 'headline-2' };
    const rows = [
      signature(LEAD, { withdrawnAt: NOW }),
      signature('edremit', { voidedAt: NOW }),
      signature('havran', { sectionHashes: { headline: 'headline-2', hav: 'hav-1' } }),
    ];

    expect(voided(change, rows)).toEqual([]);
  });

  it('closes a return as well: it was about the old words', () => {
    const returned = [signature('edremit', { verdict: SignatureVerdict.RETURNED })];

    expect(voided({ key: 'edr', officeId: 'edremit', oldHash: 'edr-1', newHash: 'edr-2' }, returned)).toEqual([
      'edremit',
    ]);
  });
});

describe('a current signature', () => {
  it('holds exactly while nothing that the office signs differs', () => {
    expect(isCurrent(signature('edremit'), LEAD, SECTIONS)).toBe(true);
    expect(isCurrent(signature('edremit'), LEAD, withHash('hav', 'hav-2'))).toBe(true);
    expect(isCurrent(signature('edremit'), LEAD, withHash('edr', 'edr-2'))).toBe(false);
    expect(isCurrent(signature('edremit'), LEAD, withHash('headline', 'x'))).toBe(false);
    expect(isCurrent(signature(LEAD), LEAD, withHash('hav', 'hav-2'))).toBe(false);
    expect(isCurrent(signature('edremit'), LEAD, [...SECTIONS, section('facts')])).toBe(false);
    expect(isCurrent(signature('edremit'), LEAD, [...SECTIONS, section('quote', 'havran')])).toBe(true);
  });

  it('is not touched by sections that went with their office', () => {
    expect(
      isCurrent(
        signature(LEAD),
        LEAD,
        SECTIONS.filter(({ officeId }) => officeId !== 'havran'),
      ),
    ).toBe(true);
  });

  it('ends by withdrawal or voiding, and a return is none', () => {
    expect(isCurrent(signature('edremit', { withdrawnAt: NOW }), LEAD, SECTIONS)).toBe(false);
    expect(isCurrent(signature('edremit', { voidedAt: NOW }), LEAD, SECTIONS)).toBe(false);
    expect(isCurrent(signature('edremit', { verdict: SignatureVerdict.RETURNED }), LEAD, SECTIONS)).toBe(false);
  });

  it('is not fooled by keys that are members of every object', () => {
    const odd = section('constructor', null, String(Object));

    expect(changedKeys(signature('edremit'), LEAD, [odd])).toEqual(['constructor']);
  });
});

describe('where an office stands', () => {
  const statusOf = (officeId: string, overrides: Partial<SignoffRound>): Status =>
    officeStatus(officeId, round(overrides)).status;

  it('PENDING, then SEEN, then SIGNED', () => {
    expect(statusOf('edremit', { signatures: [] })).toBe(Status.PENDING);
    expect(statusOf('edremit', { signatures: [], parties: [party('edremit', { seenAt: NOW })] })).toBe(Status.SEEN);
    expect(statusOf('edremit', {})).toBe(Status.SIGNED);
    expect(statusOf(LEAD, {})).toBe(Status.SIGNED);
    expect(statusOf(LEAD, { signatures: [] })).toBe(Status.PENDING);
  });

  it('STALE, with the sections that changed', () => {
    const stale = officeStatus(LEAD, round({ sections: withHash('edr', 'edr-2') }));

    expect(stale).toMatchObject({ status: Status.STALE, changedKeys: ['edr'], isLead: true });
    expect(officeStatus('havran', round({ sections: withHash('edr', 'edr-2') }))).toMatchObject({
      status: Status.SIGNED,
      changedKeys: [],
    });
  });

  it('STALE without a change when the words came back: a voided answer never revives', () => {
    const voided = round({ signatures: [signature('edremit', { voidedAt: NOW })] });

    expect(officeStatus('edremit', voided)).toMatchObject({ status: Status.STALE, changedKeys: [] });
  });

  it('RETURNED until the words change, then it is asked again', () => {
    const signatures = [signature('edremit', { verdict: SignatureVerdict.RETURNED })];

    expect(statusOf('edremit', { signatures })).toBe(Status.RETURNED);
    expect(statusOf('edremit', { signatures, sections: withHash('headline', 'x') })).toBe(Status.STALE);
  });

  it('WITHDRAWN, DECLINED and EXEMPT', () => {
    expect(statusOf('edremit', { signatures: [signature('edremit', { withdrawnAt: NOW })] })).toBe(Status.WITHDRAWN);
    expect(statusOf('edremit', { parties: [party('edremit', { state: ParticipantState.DECLINED })] })).toBe(
      Status.DECLINED,
    );
    expect(statusOf('stranger', {})).toBe(Status.DECLINED);
    expect(statusOf('edremit', { parties: [party('edremit', { isShadow: true })] })).toBe(Status.EXEMPT);
  });

  it('goes by the last answer', () => {
    const signatures = [
      signature('edremit', { id: '2', verdict: SignatureVerdict.RETURNED, answeredAt: NOW }),
      signature('edremit', { id: '1', answeredAt: hours(-5) }),
    ];

    expect(statusOf('edremit', { signatures })).toBe(Status.RETURNED);
    expect(lastAnswer('edremit', signatures)?.id).toBe('2');
    expect(
      lastAnswer(
        'edremit',
        signatures.map((row) => ({ ...row, answeredAt: NOW })),
      )?.id,
    ).toBe('2');
  });
});

describe('deadlines', () => {
  it('run from the start of sign-off, from a later invitation, and from the change that voided an answer', () => {
    expect(answerDueAt('edremit', round())).toEqual(hours(22));
    expect(answerDueAt('edremit', round({ parties: [party('edremit', { invitedAt: hours(-1) })] }))).toEqual(hours(23));
    expect(answerDueAt('edremit', round({ parties: [party('edremit', { invitedAt: hours(-9) })] }))).toEqual(hours(22));
    expect(answerDueAt('edremit', round({ signatures: [signature('edremit', { voidedAt: NOW })] }))).toEqual(hours(24));
  });

  it('do not run before sign-off or where the charter sets none', () => {
    expect(answerDueAt('edremit', round({ startedAt: null }))).toBeNull();
    expect(answerDueAt('edremit', round({ rule: { ...ALL, answerWithinHours: null } }))).toBeNull();
  });

  it('are listed for those who still owe an answer, earliest first', () => {
    const signatures = [signature(LEAD, { voidedAt: NOW }), signature('edremit')];

    expect(deadlines(round({ signatures }))).toEqual([
      { officeId: 'havran', dueAt: hours(22) },
      { officeId: LEAD, dueAt: hours(24) },
    ]);
  });
});

describe('a complete sign-off', () => {
  const goWithout: SignoffRule = { ...ALL, onSilence: SilenceRule.GO_WITHOUT };
  const quorum = (count: number): SignoffRule => ({ ...ALL, signers: SignersRule.LEAD_AND_QUORUM, quorum: count });
  const outcome = (overrides: Partial<SignoffRound> = {}): unknown => {
    const { isComplete, included, missing, leftOut, quorumLacks } = signoffComplete(round(overrides));
    return { isComplete, included, missing, leftOut, quorumLacks };
  };

  it('has every office', () => {
    expect(outcome()).toEqual({
      isComplete: true,
      included: [LEAD, 'edremit', 'havran'],
      missing: [],
      leftOut: [],
      quorumLacks: 0,
    });
  });

  it('names who is missing', () => {
    expect(outcome({ signatures: [signature('edremit')] })).toMatchObject({
      isComplete: false,
      included: ['edremit'],
      missing: [LEAD, 'havran'],
    });
  });

  it('waits for an invited office as for one that accepted', () => {
    const parties = [party('edremit'), party('havran', { state: ParticipantState.INVITED })];

    expect(outcome({ parties, signatures: [signature(LEAD), signature('edremit')] })).toMatchObject({
      isComplete: false,
      missing: ['havran'],
    });
  });

  it('does without an office that declined, and the others need not sign again', () => {
    const parties = [party('edremit'), party('havran', { state: ParticipantState.DECLINED })];

    expect(outcome({ parties })).toMatchObject({ isComplete: true, included: [LEAD, 'edremit'], leftOut: ['havran'] });
  });

  it('neither asks nor includes an office in shadow mode, signed or not', () => {
    const parties = [party('edremit'), party('havran', { isShadow: true })];

    expect(outcome({ parties })).toMatchObject({ isComplete: true, included: [LEAD, 'edremit'], leftOut: ['havran'] });
  });

  it('blocks on silence for ever where the charter says BLOCK', () => {
    const signatures = [signature(LEAD), signature('edremit')];

    expect(outcome({ signatures, now: hours(10_000) })).toMatchObject({ isComplete: false, missing: ['havran'] });
  });

  it('goes without a silent office at the deadline where the charter says so, never before', () => {
    const silent = { rule: goWithout, signatures: [signature(LEAD), signature('edremit')] };

    expect(outcome({ ...silent, now: new Date(hours(22).getTime() - 1) })).toMatchObject({ isComplete: false });
    expect(outcome({ ...silent, now: hours(22) })).toEqual({
      isComplete: true,
      included: [LEAD, 'edremit'],
      missing: [],
      leftOut: ['havran'],
      quorumLacks: 0,
    });
  });

  it('takes a return or a withdrawal for a no, not for silence', () => {
    for (const no of [{ verdict: SignatureVerdict.RETURNED }, { withdrawnAt: NOW }]) {
      const signatures = [signature(LEAD), signature('edremit'), signature('havran', no)];

      expect(outcome({ rule: goWithout, signatures, now: hours(99) })).toMatchObject({
        isComplete: false,
        missing: ['havran'],
      });
    }
  });

  it('gives an office whose signature a late edit voided its full time again', () => {
    const signatures = [signature(LEAD), signature('edremit'), signature('havran', { voidedAt: hours(21) })];
    const late = { rule: goWithout, signatures };

    expect(outcome({ ...late, now: hours(44) })).toMatchObject({ isComplete: false, missing: ['havran'] });
    expect(outcome({ ...late, now: hours(45) })).toMatchObject({ isComplete: true, leftOut: ['havran'] });
  });

  it('never goes without the lead', () => {
    const signatures = [signature('edremit'), signature('havran')];

    expect(outcome({ rule: goWithout, signatures, now: hours(99) })).toMatchObject({
      isComplete: false,
      missing: [LEAD],
    });
  });

  it('with LEAD_ONLY needs the lead and includes those who signed all the same', () => {
    const rule = { ...ALL, signers: SignersRule.LEAD_ONLY };

    expect(outcome({ rule, signatures: [signature(LEAD), signature('havran')] })).toEqual({
      isComplete: true,
      included: [LEAD, 'havran'],
      missing: [],
      leftOut: ['edremit'],
      quorumLacks: 0,
    });
  });

  it('with a quorum counts partners beside the lead', () => {
    const signatures = [signature(LEAD), signature('edremit')];

    expect(outcome({ rule: quorum(1), signatures })).toMatchObject({ isComplete: true, leftOut: ['havran'] });
    expect(outcome({ rule: quorum(2), signatures })).toMatchObject({
      isComplete: false,
      missing: ['havran'],
      quorumLacks: 1,
    });
    expect(outcome({ rule: quorum(1), signatures: [signature('edremit')] })).toMatchObject({
      isComplete: false,
      missing: [LEAD],
    });
  });

  it('with a quorum above the number of partners asks all, and refusals do not lower it', () => {
    const one = { rule: quorum(5), parties: [party('edremit')], signatures: [signature(LEAD), signature('edremit')] };
    const refused = { ...one, parties: [party('edremit'), party('havran', { state: ParticipantState.DECLINED })] };

    expect(outcome(one)).toMatchObject({ isComplete: true });
    expect(outcome(refused)).toMatchObject({ isComplete: false, quorumLacks: 1, missing: [] });
    expect(outcome({ rule: quorum(2), parties: [], signatures: [signature(LEAD)] })).toMatchObject({
      isComplete: true,
    });
  });
});
