import fc from 'fast-check';
import { buildActor } from '../../../../test/factories/actor.factory';
import { buildSection } from '../../../../test/factories/section.factory';
import { BulletinKind, BulletinState, ParticipantState, SectionKind, type Section } from '../bulletins/bulletin';
import { BulletinAct, mayOnBulletin } from '../bulletins/bulletin.policy';
import type { BulletinFacts } from '../bulletins/bulletin-facts';
import { next } from '../bulletins/bulletin.states';
import { deriveEdition, signedHash } from '../bulletins/derive-edition';
import type { Edition } from '../bulletins/edition';
import { sectionHash } from '../bulletins/section-hash';
import { mayOnSection, SectionAct } from '../bulletins/section.policy';
import { fromPlainText, type RichText } from '../text/rich-text';
import { Channel, isFrozen, releaseGate, type FreezeHold } from '../release/release-gate';
import { mayLiftEarly, NameOrder, SignersRule, SilenceRule, type SignoffRule } from './charter';
import {
  changedKeys,
  hashesToSign,
  presentSections,
  signaturesVoidedBy,
  SignatureVerdict,
  signoffComplete,
  type Signature,
  type SignoffOutcome,
  type SignoffRound,
} from './signoff';

/**
 * Six offices do whatever they like in any order, on the real functions (`Desk`, wired as a service would) and on a
 * small model that knows nothing of hashes or rows (`Model`). After each command both must agree, and whenever a
 * release happens it must have been the signed words, after the embargo, outside a freeze.
 */

const OFFICES = ['balikesir', 'edremit', 'ayvalik', 'gomec', 'burhaniye', 'havran'] as const;
const LEAD = OFFICES[0];
type Office = (typeof OFFICES)[number];

/** The shared lead, and a paragraph of each office. */
const SECTIONS = ['shared', ...OFFICES] as const;
type SectionName = (typeof SECTIONS)[number];

/** Three wordings of each section, so that old words may come back. */
const WORDINGS = Object.fromEntries(
  SECTIONS.map((name) => [name, [0, 1, 2].map((words) => fromPlainText(`${name} ${words}`))]),
) as unknown as Record<SectionName, readonly [RichText, RichText, RichText]>;

const HOUR = 3_600_000;
const START = new Date('2026-04-23T09:00:00+03:00').getTime();

type Command =
  | { readonly do: 'edit'; readonly section: SectionName; readonly words: number }
  | { readonly do: 'sign' | 'return' | 'withdraw' | 'decline' | 'consentToLift'; readonly office: Office }
  | {
      readonly do:
        'everybodySigns' | 'submit' | 'reopen' | 'approve' | 'unschedule' | 'unfreeze' | 'resume' | 'release';
    }
  | { readonly do: 'freeze'; readonly office: Office; readonly letsThrough: boolean }
  | { readonly do: 'wait'; readonly hours: number };

interface World {
  readonly rule: SignoffRule;
  /** Hours from the start; 0: none. */
  readonly embargoHours: number;
}

/** What both sides must agree on after each command. */
interface Sight {
  readonly state: string;
  readonly isComplete: boolean;
  readonly included: readonly string[];
  readonly missing: readonly string[];
  readonly isHeld: boolean;
  readonly isReleased: boolean;
}

// ---------------------------------------------------------------- the real functions, wired as a service would

/** In a run a section's hash depends on its wording alone. */
const HASHES = new WeakMap<RichText, string>();

class Desk {
  state = BulletinState.IN_REVIEW;
  sections: Section[] = SECTIONS.map((name) =>
    buildSection({
      id: name,
      kind: name === 'shared' ? SectionKind.LEAD : SectionKind.OFFICE,
      officeId: name === 'shared' ? null : name,
      content: WORDINGS[name][0],
    }),
  );
  signatures: Signature[] = [];
  declined = new Set<Office>();
  consents = new Set<Office>();
  freezes: FreezeHold[] = [];
  edition: Edition | null = null;
  now = START;
  startedAt: Date | null = null;
  approvedAt: Date | null = null;
  liftedAt: Date | null = null;
  heldAt: Date | null = null;
  releasedAt: Date | null = null;

  constructor(readonly world: World) {}

  run(command: Command): void {
    switch (command.do) {
      case 'edit':
        return this.edit(command.section, command.words);
      case 'sign':
        return this.answer(command.office, SignatureVerdict.SIGNED);
      case 'everybodySigns':
        return OFFICES.forEach((office) => this.answer(office, SignatureVerdict.SIGNED));
      case 'return':
        return this.answer(command.office, SignatureVerdict.RETURNED);
      case 'withdraw':
        return this.withdraw(command.office);
      case 'decline':
        if (this.may(command.office, BulletinAct.DECLINE)) this.declined.add(command.office);
        return undefined;
      case 'consentToLift':
        return this.consentToLift(command.office);
      case 'submit':
        if (!this.may(LEAD, BulletinAct.SUBMIT)) return undefined;
        this.state = next(this.state, 'submit');
        this.startedAt = new Date(this.now);
        return undefined;
      case 'reopen':
        if (this.may(LEAD, BulletinAct.REOPEN)) this.state = next(this.state, 'reopen');
        return undefined;
      case 'approve':
        return this.approve();
      case 'unschedule':
        if (!this.may(LEAD, BulletinAct.UNSCHEDULE)) return undefined;
        this.state = next(this.state, 'unschedule');
        this.approvedAt = null;
        return undefined;
      case 'freeze':
        return this.freeze(command.office, command.letsThrough);
      case 'unfreeze':
        this.freezes = this.freezes.map((freeze) => ({ ...freeze, endedAt: freeze.endedAt ?? new Date(this.now) }));
        return undefined;
      case 'resume':
        this.heldAt = null;
        return undefined;
      case 'wait':
        this.now += command.hours * HOUR;
        return undefined;
      case 'release':
        return this.release();
    }
  }

  get facts(): BulletinFacts {
    return {
      state: this.state,
      leadOfficeId: LEAD,
      sharedAt: new Date(START),
      participants: OFFICES.slice(1).map((officeId) => ({
        officeId,
        state: this.declined.has(officeId) ? ParticipantState.DECLINED : ParticipantState.ACCEPTED,
        isShadow: false,
      })),
    };
  }

  get round(): SignoffRound {
    return {
      leadOfficeId: LEAD,
      parties: this.facts.participants.map((party) => ({ ...party, seenAt: null, invitedAt: null })),
      sections: this.sections.map((section) => ({
        key: section.id,
        officeId: section.officeId,
        hash: this.hashOf(section),
      })),
      signatures: this.signatures,
      rule: this.world.rule,
      startedAt: this.startedAt,
      now: new Date(this.now),
    };
  }

  get embargoUntil(): Date | null {
    return this.world.embargoHours === 0 ? null : new Date(START + this.world.embargoHours * HOUR);
  }

  private hashOf(section: Section): string {
    const known = HASHES.get(section.content) ?? sectionHash(section);
    HASHES.set(section.content, known);
    return known;
  }

  private may(officeId: Office, act: BulletinAct): boolean {
    return mayOnBulletin(buildActor({ officeId }), act, this.facts).allowed;
  }

  private edit(name: SectionName, words: number): void {
    const old = this.sections.find(({ id }) => id === name);
    const actor = buildActor({ officeId: name === 'shared' ? LEAD : name });
    if (!old || !mayOnSection(actor, SectionAct.EDIT, { bulletin: this.facts, section: old }).allowed) return;
    const edited = { ...old, content: WORDINGS[name][words] ?? old.content };
    this.sections = this.sections.map((section) => (section === old ? edited : section));
    const change = { key: name, officeId: old.officeId, oldHash: this.hashOf(old), newHash: this.hashOf(edited) };
    const voided = new Set(signaturesVoidedBy(change, LEAD, this.signatures).map(({ id }) => id));
    this.signatures = this.signatures.map((row) =>
      voided.has(row.id) ? { ...row, voidedAt: new Date(this.now) } : row,
    );
  }

  private answer(officeId: Office, verdict: SignatureVerdict): void {
    if (!this.may(officeId, verdict === SignatureVerdict.SIGNED ? BulletinAct.SIGN : BulletinAct.RETURN)) return;
    const { parties, sections } = this.round;
    this.signatures = [
      ...this.signatures,
      {
        id: String(this.signatures.length).padStart(6, '0'),
        officeId,
        verdict,
        sectionHashes: hashesToSign(officeId, LEAD, presentSections(LEAD, parties, sections)),
        answeredAt: new Date(this.now),
        withdrawnAt: null,
        voidedAt: null,
      },
    ];
  }

  private withdraw(officeId: Office): void {
    const last = this.signatures.findLast((row) => row.officeId === officeId);
    if (!last || last.voidedAt || last.withdrawnAt || last.verdict !== SignatureVerdict.SIGNED) return;
    if (!this.may(officeId, BulletinAct.WITHDRAW_SIGNATURE)) return;
    this.signatures = this.signatures.map((row) => (row === last ? { ...row, withdrawnAt: new Date(this.now) } : row));
  }

  private consentToLift(officeId: Office): void {
    if (!this.edition || !this.may(officeId, BulletinAct.LIFT_EMBARGO)) return;
    this.consents.add(officeId);
    const partners = this.edition.offices.map(({ id }) => id);
    if (mayLiftEarly({ earlyLift: { partners: 1 } }, LEAD, partners, Array.from(this.consents))) {
      this.liftedAt ??= new Date(this.now);
    }
  }

  private approve(): void {
    const { included, isComplete } = this.outcome;
    if (!this.may(LEAD, BulletinAct.APPROVE_RELEASE) || !isComplete) return;
    this.state = next(this.state, 'approveRelease');
    this.approvedAt = new Date(this.now);
    this.edition = deriveEdition({
      bulletinId: 'bulletin',
      kind: BulletinKind.BULLETIN,
      number: '2026/BAL-001',
      slug: 'x',
      leadOfficeId: LEAD,
      includedOfficeIds: included,
      offices: OFFICES.map((id, index) => ({
        id,
        code: id,
        name: id,
        pressUnit: '',
        contact: { name: null, phone: null, email: null },
        logoFileId: null,
        districtName: null,
        provinceName: 'Balıkesir',
        protocolOrder: index,
      })),
      nameOrder: NameOrder.LEAD_FIRST_THEN_PROTOCOL,
      sections: this.sections,
      tags: [],
      files: [],
      corrects: null,
      dateOn: '2026-04-23',
    });
  }

  private freeze(office: Office, letsThrough: boolean): void {
    const freeze = {
      id: String(this.freezes.length),
      officeIds: [office],
      allowedItemIds: letsThrough ? ['bulletin'] : [],
      startedAt: new Date(this.now),
      endedAt: null,
    };
    this.freezes = [...this.freezes, freeze];
    const caught = isFrozen('bulletin', this.namedOffices, [freeze], new Date(this.now));
    if (this.state === BulletinState.SCHEDULED && caught) this.heldAt ??= new Date(this.now);
  }

  private get namedOffices(): string[] {
    return this.edition?.offices.map(({ id }) => id) ?? [];
  }

  private release(): void {
    if (this.state !== BulletinState.SCHEDULED || !this.edition) return;
    const answer = releaseGate({
      itemId: 'bulletin',
      kind: BulletinKind.BULLETIN,
      channel: Channel.RELEASE,
      now: new Date(this.now),
      officeIds: this.namedOffices,
      approvedAt: this.approvedAt,
      isSignoffComplete: this.outcome.isComplete,
      editionHash: this.edition.hash,
      signedHash: signedHash(this.edition, this.sections, this.outcome),
      embargoUntil: this.embargoUntil,
      embargoLiftedAt: this.liftedAt,
      scheduledAt: null,
      releasedAt: null,
      withdrawnAt: null,
      heldAt: this.heldAt,
      freezes: this.freezes,
      blackouts: [],
    });
    if (!answer.open) return;
    this.state = next(this.state, 'release');
    this.releasedAt = new Date(this.now);
  }

  get outcome(): SignoffOutcome {
    return signoffComplete(this.round);
  }

  get sight(): Sight {
    const { isComplete, included, missing } = this.outcome;
    return {
      state: this.state,
      isComplete,
      included,
      missing,
      isHeld: this.heldAt !== null,
      isReleased: this.releasedAt !== null,
    };
  }
}

// ---------------------------------------------------------------- the model: what the rules say, in plain variables

interface Answer {
  readonly isYes: boolean;
  fate: 'stands' | 'voided' | 'withdrawn';
  voidedAt: number;
}

class Model {
  state = 'IN_REVIEW';
  words = new Map<SectionName, number>(SECTIONS.map((name) => [name, 0]));
  answers = new Map<Office, Answer>();
  declined = new Set<Office>();
  consents = new Set<Office>();
  frozen: { office: Office; letsThrough: boolean }[] = [];
  approved: { offices: Office[]; words: Map<SectionName, number> } | null = null;
  now = 0;
  startedAt = Infinity;
  isLifted = false;
  isHeld = false;
  isReleased = false;

  constructor(readonly world: World) {}

  run(command: Command): void {
    const isOffered = this.state === 'IN_SIGNOFF' || this.state === 'SCHEDULED';
    const isOpen = isOffered || this.state === 'IN_REVIEW';
    if (command.do === 'edit' && isOpen && !this.declined.has(command.section as Office))
      this.edit(command.section, command.words);
    if (command.do === 'sign' && isOffered) this.answer(command.office, true);
    if (command.do === 'everybodySigns' && isOffered) OFFICES.forEach((office) => this.answer(office, true));
    if (command.do === 'return' && isOffered) this.answer(command.office, false);
    if (command.do === 'withdraw' && isOpen && this.stands(command.office))
      this.answers.set(command.office, { isYes: true, fate: 'withdrawn', voidedAt: 0 });
    if (command.do === 'decline' && isOpen && command.office !== LEAD) this.declined.add(command.office);
    if (command.do === 'consentToLift' && this.state === 'SCHEDULED' && !this.declined.has(command.office))
      this.consent(command.office);
    if (command.do === 'submit' && this.state === 'IN_REVIEW') [this.state, this.startedAt] = ['IN_SIGNOFF', this.now];
    if (command.do === 'reopen' && this.state === 'IN_SIGNOFF') this.state = 'IN_REVIEW';
    if (command.do === 'approve' && isOffered && this.isComplete) this.approve();
    if (command.do === 'unschedule' && this.state === 'SCHEDULED') this.state = 'IN_SIGNOFF';
    if (command.do === 'freeze') this.freeze(command.office, command.letsThrough);
    if (command.do === 'unfreeze') this.frozen = [];
    if (command.do === 'resume') this.isHeld = false;
    if (command.do === 'wait') this.now += command.hours;
    if (command.do === 'release' && this.state === 'SCHEDULED' && this.isDue)
      [this.state, this.isReleased] = ['RELEASED', true];
  }

  private edit(section: SectionName, words: number): void {
    if (this.words.get(section) === words) return;
    this.words.set(section, words);
    for (const [office, answer] of this.answers) {
      const concerns = section === 'shared' || section === office || office === LEAD;
      if (concerns && answer.fate === 'stands') Object.assign(answer, { fate: 'voided', voidedAt: this.now });
    }
  }

  private answer(office: Office, isYes: boolean): void {
    if (!this.declined.has(office)) this.answers.set(office, { isYes, fate: 'stands', voidedAt: 0 });
  }

  private stands(office: Office): boolean {
    const answer = this.answers.get(office);
    return !this.declined.has(office) && answer !== undefined && answer.isYes && answer.fate === 'stands';
  }

  private consent(office: Office): void {
    this.consents.add(office);
    const partners = (this.approved?.offices ?? []).filter((one) => one !== LEAD);
    const isEnough = partners.length === 0 || partners.some((one) => this.consents.has(one));
    if (this.consents.has(LEAD) && isEnough) this.isLifted = true;
  }

  private approve(): void {
    this.state = 'SCHEDULED';
    this.approved = { offices: OFFICES.filter((office) => this.stands(office)), words: new Map(this.words) };
  }

  private freeze(office: Office, letsThrough: boolean): void {
    this.frozen.push({ office, letsThrough });
    if (this.state === 'SCHEDULED' && !letsThrough && this.approved?.offices.includes(office)) this.isHeld = true;
  }

  private isSilentTooLong(office: Office): boolean {
    const answer = this.answers.get(office);
    const isSilent = answer === undefined || answer.fate === 'voided';
    const askedAt = Math.max(this.startedAt, answer?.voidedAt ?? 0);
    const limit = this.world.rule.answerWithinHours;
    return isSilent && limit !== null && this.now >= askedAt + limit;
  }

  get missing(): Office[] {
    const { signers, onSilence, quorum } = this.world.rule;
    const partners = OFFICES.filter((office) => office !== LEAD);
    const open = partners.filter((office) => !this.declined.has(office) && !this.stands(office));
    const signed = partners.filter((office) => this.stands(office)).length;
    const lead = this.stands(LEAD) ? [] : [LEAD];
    if (signers === SignersRule.LEAD_ONLY) return lead;
    if (signers === SignersRule.LEAD_AND_QUORUM) return signed >= Math.min(quorum ?? 0, 5) ? lead : [...lead, ...open];
    return [...lead, ...open.filter((office) => onSilence === SilenceRule.BLOCK || !this.isSilentTooLong(office))];
  }

  get isComplete(): boolean {
    const signed = OFFICES.filter((office) => office !== LEAD && this.stands(office)).length;
    const needed = this.world.rule.signers === SignersRule.LEAD_AND_QUORUM ? (this.world.rule.quorum ?? 0) : 0;
    return this.missing.length === 0 && signed >= Math.min(needed, 5);
  }

  private get isDue(): boolean {
    const { approved } = this;
    if (!approved || !this.isComplete || this.isHeld) return false;
    const isSame = (['shared', ...approved.offices] as const).every(
      (name) => approved.words.get(name) === this.words.get(name),
    );
    const isHalted = this.frozen.some(({ office, letsThrough }) => !letsThrough && approved.offices.includes(office));
    return isSame && !isHalted && approved.offices.every((office) => this.stands(office)) && this.isPastEmbargo;
  }

  get isPastEmbargo(): boolean {
    return this.isLifted || this.now >= this.world.embargoHours;
  }

  get sight(): Sight {
    return {
      state: this.state,
      isComplete: this.isComplete,
      included: OFFICES.filter((office) => this.stands(office)),
      missing: this.missing,
      isHeld: this.isHeld,
      isReleased: this.isReleased,
    };
  }
}

// ---------------------------------------------------------------- random runs of both

const office = fc.constantFrom(...OFFICES);
const act = (name: string): fc.Arbitrary<Command> => fc.constant({ do: name } as Command);
const byOffice = (name: string): fc.Arbitrary<Command> => office.map((one) => ({ do: name, office: one }) as Command);

const command = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant('edit' as const), section: fc.constantFrom(...SECTIONS), words: fc.nat(2) }),
  },
  { weight: 4, arbitrary: byOffice('sign') },
  { weight: 5, arbitrary: act('everybodySigns') },
  { weight: 1, arbitrary: byOffice('return') },
  { weight: 1, arbitrary: byOffice('withdraw') },
  { weight: 1, arbitrary: byOffice('decline') },
  { weight: 2, arbitrary: byOffice('consentToLift') },
  { weight: 3, arbitrary: act('submit') },
  { weight: 1, arbitrary: act('reopen') },
  { weight: 7, arbitrary: act('approve') },
  { weight: 1, arbitrary: act('unschedule') },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('freeze' as const), office, letsThrough: fc.boolean() }) },
  { weight: 2, arbitrary: act('unfreeze') },
  { weight: 2, arbitrary: act('resume') },
  { weight: 3, arbitrary: fc.constantFrom(1, 4, 20, 24).map((hours): Command => ({ do: 'wait', hours })) },
  { weight: 7, arbitrary: act('release') },
);

const world: fc.Arbitrary<World> = fc.record({
  rule: fc.oneof(
    fc.record({
      signers: fc.constant(SignersRule.ALL_PARTICIPANTS),
      quorum: fc.constant(null),
      answerWithinHours: fc.constantFrom(null, 4, 24),
      onSilence: fc.constantFrom(SilenceRule.BLOCK, SilenceRule.GO_WITHOUT),
    }),
    fc.record({
      signers: fc.constant(SignersRule.LEAD_AND_QUORUM),
      quorum: fc.integer({ min: 1, max: 6 }),
      answerWithinHours: fc.constant(24),
      onSilence: fc.constant(SilenceRule.BLOCK),
    }),
    fc.constant({ signers: SignersRule.LEAD_ONLY, quorum: null, answerWithinHours: 24, onSilence: SilenceRule.BLOCK }),
  ),
  embargoHours: fc.constantFrom(0, 10, 40),
});

/** What is stored about voiding must be what the words say: a standing answer covers exactly the present words. */
function unsoundAnswers(desk: Desk): Signature[] {
  const { parties, sections } = desk.round;
  const present = presentSections(LEAD, parties, sections);
  return desk.signatures.filter(
    (row) => row.voidedAt === null && row.withdrawnAt === null && changedKeys(row, LEAD, present).length > 0,
  );
}

/** Every office in the released edition signed every section in it that it answers for, hash by hash. */
function unsignedParts(desk: Desk): string[] {
  const { edition } = desk;
  return (edition?.offices ?? []).flatMap(({ id }) =>
    (edition?.sections ?? [])
      .filter(({ officeId }) => id === LEAD || officeId === null || officeId === id)
      .filter((part) => {
        const last = desk.signatures.findLast((row) => row.officeId === id);
        return last?.verdict !== SignatureVerdict.SIGNED || last.sectionHashes[part.id] !== part.hash;
      })
      .map((part) => `${id}: ${part.id}`),
  );
}

/** Where desk and model differ after a step; null: nowhere. Plain text, since `toEqual` on every step would take most of the time. */
function disagreement(step: number, { do: name }: Command, desk: Desk, model: Model): string | null {
  const real = JSON.stringify({ ...desk.sight, unsound: unsoundAnswers(desk) });
  const expected = JSON.stringify({ ...model.sight, unsound: [] });
  return real === expected ? null : `step ${step}, ${name}:\n${real}\ninstead of\n${expected}`;
}

it('releases only signed words, after the embargo, outside a freeze, whatever the offices do', () => {
  const seen = { released: 0, withoutSomebody: 0, voided: 0, refused: 0 };

  fc.assert(
    fc.property(world, fc.array(command, { minLength: 10, maxLength: 50, size: 'max' }), (rules, commands) => {
      const desk = new Desk(rules);
      const model = new Model(rules);

      for (const [step, one] of commands.entries()) {
        const wasReleased = desk.releasedAt !== null;
        desk.run(one);
        model.run(one);

        expect(disagreement(step, one, desk, model)).toBeNull();
        if (one.do === 'release' && !wasReleased) {
          const isReleased = desk.releasedAt !== null;
          seen[isReleased ? 'released' : 'refused'] += 1;
          seen.withoutSomebody += Number(isReleased && (desk.edition?.offices.length ?? 6) < 6);
        }
      }

      seen.voided += desk.signatures.filter(({ voidedAt }) => voidedAt !== null).length;
      const releasedAt = desk.releasedAt?.getTime() ?? Infinity;
      const embargoEnd = Math.min(desk.embargoUntil?.getTime() ?? 0, desk.liftedAt?.getTime() ?? Infinity);
      expect(releasedAt >= embargoEnd).toBe(true);
      expect(desk.releasedAt ? unsignedParts(desk) : []).toEqual([]);
    }),
    { numRuns: 1000 },
  );

  // A property over runs in which nothing happens would prove nothing.
  expect(seen.released).toBeGreaterThan(50);
  expect(seen.withoutSomebody).toBeGreaterThan(15);
  expect(seen.refused).toBeGreaterThan(100);
  expect(seen.voided).toBeGreaterThan(500);
});
