import { BulletinState, ParticipantState } from '@domain/bulletins/bulletin';
import type { BulletinFacts } from '@domain/bulletins/bulletin-facts';
import { defaultCharterRules } from '@domain/signoff/charter';
import { SignatureVerdict, type Signature, type SignoffRound } from '@domain/signoff/signoff';
import { officesAtWork, type Audience, type RecipientFacts } from './audience';
import { recipientRules } from './recipients';

const { ACCEPTED, DECLINED, INVITED } = ParticipantState;
const now = new Date('2026-04-23T09:00:00+03:00');
const dueAt = '2026-04-24T06:00:00.000Z';

interface World {
  readonly state?: BulletinState;
  readonly sharedAt?: Date | null;
  readonly wasShared?: boolean;
  readonly partners?: Readonly<Record<string, ParticipantState>>;
  readonly shadow?: readonly string[];
  readonly signed?: readonly string[];
  readonly event?: Partial<RecipientFacts['event']>;
  readonly voided?: readonly string[];
  readonly thread?: readonly string[];
}

/** Edremit leads; the text has one shared section. */
function factsOf(name: string, world: World): RecipientFacts {
  const { state = BulletinState.IN_SIGNOFF, partners = {}, shadow = [], signed = [] } = world;
  const participants = Object.entries(partners).map(([officeId, answer]) => ({
    officeId,
    state: answer,
    isShadow: shadow.includes(officeId),
    seenAt: null,
    invitedAt: now,
  }));
  const bulletin: BulletinFacts = {
    state,
    leadOfficeId: 'edremit',
    sharedAt: world.sharedAt === undefined ? now : world.sharedAt,
    participants,
  };
  const round: SignoffRound = {
    leadOfficeId: 'edremit',
    parties: participants,
    sections: [{ key: 'spot', officeId: null, hash: 'h1' }],
    signatures: signed.map((officeId) => signatureOf(officeId)),
    rule: defaultCharterRules.signoff.BULLETIN,
    startedAt: state === BulletinState.IN_SIGNOFF ? now : null,
    now,
  };
  return {
    event: { name, officeId: 'edremit', facts: {}, ...world.event },
    bulletin,
    round,
    wasShared: world.wasShared ?? true,
    voidedOfficeIds: world.voided ?? [],
    threadUserIds: world.thread ?? [],
  };
}

function signatureOf(officeId: string): Signature {
  return {
    id: officeId,
    officeId,
    verdict: SignatureVerdict.SIGNED,
    sectionHashes: { spot: 'h1' },
    answeredAt: now,
    withdrawnAt: null,
    voidedAt: null,
  };
}

/** "KIND group: offices or people", the empty audiences left out. */
function told(name: string, world: World = {}): string[] {
  const audiences = recipientRules.get(name)?.(factsOf(name, world)) ?? [];
  return audiences.flatMap((audience) => {
    const names = namesOf(audience);
    return names.length === 0 ? [] : [`${audience.kind} ${audience.group}: ${names.join(' ')}`];
  });
}

function namesOf(audience: Audience): readonly string[] {
  return audience.group === 'PEOPLE' ? audience.userIds : audience.officeIds;
}

describe('who is told', () => {
  const partners = { ayvalik: ACCEPTED, gomec: INVITED, havran: DECLINED };

  it('of a shared draft: those who answer for the offices that have not answered yet', () => {
    expect(told('bulletin.shared', { state: BulletinState.IN_REVIEW, partners })).toEqual(['INVITED HEADS: gomec']);
  });

  it('of a late invitation: the offices asked now; of one into an unshared draft nobody, even if it was shared since', () => {
    const event = { facts: { officeIds: ['gomec', 'havran'] } };

    expect(told('bulletin.officesInvited', { partners: { ...partners, burhaniye: INVITED }, event })).toEqual([
      'INVITED HEADS: gomec',
    ]);
    expect(told('bulletin.officesInvited', { partners, event, wasShared: false })).toEqual([]);
  });

  it('of the call for signatures: who signs for the lead and the partners that joined, each with its deadline', () => {
    const world = { partners, event: { facts: { from: 'IN_REVIEW' } } };
    const [first] = recipientRules.get('bulletin.submitted')?.(factsOf('bulletin.submitted', world)) ?? [];

    expect(told('bulletin.submitted', world)).toEqual([
      'SIGNATURE_NEEDED SIGNERS: edremit',
      'SIGNATURE_NEEDED SIGNERS: ayvalik',
    ]);
    expect(first?.pointers).toEqual({ dueAt });
  });

  it('of the call for signatures: not offices in shadow mode, nor those that signed before the job ran', () => {
    const joined = { ayvalik: ACCEPTED, karesi: ACCEPTED };

    expect(told('bulletin.submitted', { partners: joined, shadow: ['karesi'], signed: ['edremit'] })).toEqual([
      'SIGNATURE_NEEDED SIGNERS: ayvalik',
    ]);
  });

  it('of a draft that goes straight to signature: the invited offices hear of it for the first time', () => {
    expect(told('bulletin.submitted', { partners, event: { facts: { from: 'DRAFT' } } })).toContain(
      'INVITED HEADS: gomec',
    );
  });

  it('of an office that joins: who signs for it, once there is something to sign', () => {
    const event = { officeId: 'ayvalik' };

    expect(told('bulletin.accepted', { partners, event })).toEqual(['SIGNATURE_NEEDED SIGNERS: ayvalik']);
    expect(told('bulletin.accepted', { partners, event, state: BulletinState.IN_REVIEW })).toEqual([]);
  });

  it('of a change: who signs for the offices whose signature it voided, and nobody else', () => {
    expect(told('bulletin.sectionEdited', { partners, voided: ['ayvalik'] })).toEqual([
      'SIGNATURE_VOIDED SIGNERS: ayvalik',
    ]);
    expect(told('bulletin.sectionEdited', { partners })).toEqual([]);
  });

  it.each([
    ['bulletin.signed', 'SIGNED'],
    ['bulletin.returned', 'RETURNED'],
    ['bulletin.declined', 'DECLINED'],
    ['bulletin.signatureWithdrawn', 'SIGNATURE_WITHDRAWN'],
  ])('of %s: those who write for the lead', (name, kind) => {
    expect(told(name, { partners, event: { officeId: 'ayvalik' } })).toEqual([`${kind} WRITERS: edremit`]);
  });

  it('of a comment: the people named, then the others of the thread', () => {
    const event = { facts: { commentId: 'c1', mentions: ['ışıl'] } };

    expect(told('bulletin.commented', { event, thread: ['ışıl', 'çağrı'] })).toEqual([
      'MENTIONED PEOPLE: ışıl',
      'COMMENTED PEOPLE: ışıl çağrı',
    ]);
  });

  it('of suggestions: those who write for the office whose words they are, for shared words those of the lead', () => {
    const owned = { facts: { sectionId: 's1', ownerId: 'ayvalik' } };
    const shared = { facts: { sectionId: 's1', ownerId: null } };

    expect(told('bulletin.suggestionsMade', { partners, event: owned })).toEqual([
      'SUGGESTIONS_WAITING WRITERS: ayvalik',
    ]);
    expect(told('bulletin.suggestionsMade', { partners, event: shared })).toEqual([
      'SUGGESTIONS_WAITING WRITERS: edremit',
    ]);
  });

  it('of a decided suggestion: who made it', () => {
    const event = { facts: { sectionId: 's1', decision: 'REJECTED', suggestedById: 'ışıl' } };

    expect(told('bulletin.suggestionDecided', { partners, event })).toEqual(['SUGGESTION_DECIDED PEOPLE: ışıl']);
  });

  it.each([
    ['bulletin.releaseApproved', 'RELEASE_APPROVED'],
    ['bulletin.released', 'RELEASED'],
    ['bulletin.withdrawn', 'WITHDRAWN'],
    ['bulletin.correctionBegun', 'CORRECTION_BEGUN'],
  ])('of %s: those who write for the offices that take part', (name, kind) => {
    expect(told(name, { partners })).toEqual([`${kind} WRITERS: edremit ayvalik gomec`]);
  });

  it('of a refused release: those who write for the lead and everybody who signs', () => {
    expect(told('bulletin.releaseRefused', { partners })).toEqual([
      'RELEASE_REFUSED WRITERS: edremit',
      'RELEASE_REFUSED SIGNERS: edremit ayvalik gomec',
    ]);
  });
});

describe('officesAtWork', () => {
  it('is the lead alone until the draft is shared, and never an office that stepped out', () => {
    const partners = { ayvalik: ACCEPTED, havran: DECLINED };

    expect(officesAtWork(factsOf('x', { partners }).bulletin)).toEqual(['edremit', 'ayvalik']);
    expect(officesAtWork(factsOf('x', { partners, sharedAt: null }).bulletin)).toEqual(['edremit']);
  });
});
