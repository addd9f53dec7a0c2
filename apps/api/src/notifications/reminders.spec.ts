import { ParticipantState } from '@domain/bulletins/bulletin';
import { isId } from '@domain/ids';
import { SilenceRule, SignersRule, type SignoffRule } from '@domain/signoff/charter';
import { SignatureVerdict, type SignoffRound } from '@domain/signoff/signoff';
import { reminderId, remindersDue, type Reminder } from './reminders';

const askedAt = new Date('2026-04-23T09:00:00+03:00');
const dayRule: SignoffRule = {
  signers: SignersRule.ALL_PARTICIPANTS,
  quorum: null,
  answerWithinHours: 24,
  onSilence: SilenceRule.BLOCK,
};

/** Edremit leads and has signed; Ayvalık joined and is silent. */
function round(at: string, overrides: Partial<SignoffRound> = {}): SignoffRound {
  return {
    leadOfficeId: 'edremit',
    parties: [
      { officeId: 'ayvalik', state: ParticipantState.ACCEPTED, isShadow: false, seenAt: null, invitedAt: askedAt },
    ],
    sections: [{ key: 'spot', officeId: null, hash: 'h1' }],
    signatures: [answer('edremit', SignatureVerdict.SIGNED)],
    rule: dayRule,
    startedAt: askedAt,
    now: new Date(at),
    ...overrides,
  };
}

function answer(officeId: string, verdict: SignatureVerdict) {
  const never = { withdrawnAt: null, voidedAt: null };
  return { id: officeId, officeId, verdict, sectionHashes: { spot: 'h1' }, answeredAt: askedAt, ...never };
}

const told = (reminders: readonly Reminder[]) =>
  reminders.map(({ kind, audiences }) => [
    kind,
    audiences.flatMap((audience) =>
      'officeIds' in audience ? [`${audience.group} ${audience.officeIds.join()}`] : [],
    ),
  ]);

describe('remindersDue', () => {
  it('reminds who signs for a silent office from four hours before its deadline', () => {
    expect(remindersDue(round('2026-04-24T04:59:00+03:00'), null)).toEqual([]);
    expect(told(remindersDue(round('2026-04-24T05:00:00+03:00'), null))).toEqual([
      ['SIGNOFF_DUE_SOON', ['SIGNERS ayvalik']],
    ]);
  });

  it('tells the lead as well when the time is over', () => {
    expect(told(remindersDue(round('2026-04-24T09:00:00+03:00'), null))).toEqual([
      ['SIGNOFF_LAPSED', ['SIGNERS ayvalik', 'WRITERS edremit']],
    ]);
  });

  it('tells of the lapse also where the charter goes on without the office', () => {
    const rule = { ...dayRule, onSilence: SilenceRule.GO_WITHOUT };

    expect(told(remindersDue(round('2026-04-24T09:00:00+03:00', { rule }), null))).toEqual([
      ['SIGNOFF_LAPSED', ['SIGNERS ayvalik', 'WRITERS edremit']],
    ]);
  });

  it('does not remind at once when the whole time is four hours', () => {
    const rule = { ...dayRule, answerWithinHours: 4 };

    expect(remindersDue(round('2026-04-23T09:00:00+03:00', { rule }), null)).toEqual([]);
    expect(told(remindersDue(round('2026-04-23T11:00:00+03:00', { rule }), null))).toEqual([
      ['SIGNOFF_DUE_SOON', ['SIGNERS ayvalik']],
    ]);
  });

  it('reminds nobody who answered, nor offices that nobody waits for', () => {
    const late = '2026-04-24T08:00:00+03:00';
    const returned = [answer('edremit', SignatureVerdict.SIGNED), answer('ayvalik', SignatureVerdict.RETURNED)];
    const leadOnly = { ...dayRule, signers: SignersRule.LEAD_ONLY };

    expect(remindersDue(round(late, { signatures: returned }), null)).toEqual([]);
    expect(remindersDue(round(late, { rule: leadOnly }), null)).toEqual([]);
  });

  it('warns within half an hour before an embargo ends with signatures missing', () => {
    const embargoAt = new Date('2026-04-23T17:00:00+03:00');
    const complete = [answer('edremit', SignatureVerdict.SIGNED), answer('ayvalik', SignatureVerdict.SIGNED)];
    const at = (time: string, overrides: Partial<SignoffRound> = {}) =>
      told(remindersDue(round(`2026-04-23T${time}:00+03:00`, overrides), embargoAt));

    expect(at('16:29')).toEqual([]);
    expect(at('16:30')).toEqual([['EMBARGO_ENDS_UNSIGNED', ['SIGNERS ayvalik', 'WRITERS edremit']]]);
    expect(at('16:45', { signatures: complete })).toEqual([]);
    expect(at('17:00')).toEqual([]);
  });
});

describe('reminderId', () => {
  const [reminder] = remindersDue(round('2026-04-24T08:00:00+03:00'), null);
  const known = reminder as Reminder;

  it('is the same UUID for the same reminder, however late it is looked at', () => {
    const [later] = remindersDue(round('2026-04-24T08:30:00+03:00'), null);

    expect(reminderId('b1', later as Reminder)).toBe(reminderId('b1', known));
    expect(isId(reminderId('b1', known))).toBe(true);
    expect(reminderId('b1', known)).toMatch(/^.{14}8.{4}[89ab]/);
  });

  it('differs by bulletin, kind, instant and office', () => {
    const others = [
      reminderId('b2', known),
      reminderId('b1', { ...known, dueAt: new Date(0) }),
      reminderId('b1', { ...known, officeIds: ['gomec'] }),
    ];

    expect(new Set([...others, reminderId('b1', known)]).size).toBe(4);
  });
});
