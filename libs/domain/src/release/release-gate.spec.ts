import fc from 'fast-check';
import {
  activeBlackouts,
  BlackoutEffect,
  Channel,
  GateReason,
  isFrozen,
  releaseDueAt,
  releaseGate,
  sendingChannels,
  type BlackoutWindow,
  type FreezeHold,
  type ReleaseGateInput,
} from './release-gate';

const NOW = new Date('2026-04-23T09:00:00+03:00');
const at = (minutes: number): Date => new Date(NOW.getTime() + minutes * 60_000);
const BROKEN = new Date(Number.NaN);

/** Approved, signed, due: only the act of release is open. */
function input(overrides: Partial<ReleaseGateInput> = {}): ReleaseGateInput {
  return {
    itemId: 'bulletin-1',
    kind: 'BULLETIN',
    channel: Channel.RELEASE,
    now: NOW,
    officeIds: ['edremit', 'ayvalik'],
    approvedAt: at(-60),
    isSignoffComplete: true,
    editionHash: 'hash',
    signedHash: 'hash',
    embargoUntil: null,
    embargoLiftedAt: null,
    scheduledAt: null,
    releasedAt: null,
    withdrawnAt: null,
    heldAt: null,
    freezes: [],
    blackouts: [],
    ...overrides,
  };
}

const freeze = (overrides: Partial<FreezeHold> = {}): FreezeHold => ({
  id: 'freeze-1',
  officeIds: ['ayvalik'],
  allowedItemIds: [],
  startedAt: at(-5),
  endedAt: null,
  ...overrides,
});

const blackout = (overrides: Partial<BlackoutWindow> = {}): BlackoutWindow => ({
  id: 'window-1',
  startsAt: at(-60),
  endsAt: at(60),
  effect: BlackoutEffect.BLOCK,
  officeIds: null,
  exemptKinds: [],
  exemptItemIds: [],
  ...overrides,
});

const open = { open: true, warnings: [] };
const closed = (...reasons: GateReason[]): unknown => ({ open: false, reasons });

describe('the act of release', () => {
  it('opens when everything is in place', () => {
    expect(releaseGate(input())).toEqual(open);
  });

  it.each<[GateReason, Partial<ReleaseGateInput>]>([
    [GateReason.NOT_APPROVED, { approvedAt: null }],
    [GateReason.NOT_APPROVED, { approvedAt: at(1) }],
    [GateReason.SIGNATURES_MISSING, { isSignoffComplete: false }],
    [GateReason.HASH_DIFFERS, { signedHash: 'other' }],
    [GateReason.HASH_DIFFERS, { signedHash: null }],
    [GateReason.HASH_DIFFERS, { editionHash: null, signedHash: null }],
    [GateReason.EMBARGO, { embargoUntil: new Date(NOW.getTime() + 1) }],
    [GateReason.EMBARGO, { embargoUntil: at(10), embargoLiftedAt: at(1) }],
    [GateReason.EMBARGO, { embargoUntil: BROKEN }],
    [GateReason.EMBARGO, { embargoUntil: at(10), embargoLiftedAt: BROKEN }],
    [GateReason.SCHEDULE, { scheduledAt: new Date(NOW.getTime() + 1) }],
    [GateReason.SCHEDULE, { scheduledAt: BROKEN }],
    [GateReason.FROZEN, { freezes: [freeze()] }],
    [GateReason.FROZEN, { heldAt: at(-1000) }],
    [GateReason.BLACKOUT, { blackouts: [blackout()] }],
    [GateReason.WITHDRAWN, { withdrawnAt: at(-1) }],
  ])('is closed by %s: %j', (reason, overrides) => {
    expect(releaseGate(input(overrides))).toEqual(closed(reason));
  });

  it('opens at the very instant of embargo and schedule', () => {
    expect(releaseGate(input({ embargoUntil: NOW, scheduledAt: NOW }))).toEqual(open);
  });

  it('opens under an embargo that was lifted, but not before the schedule', () => {
    const lifted = { embargoUntil: at(600), embargoLiftedAt: at(-1) };

    expect(releaseGate(input(lifted))).toEqual(open);
    expect(releaseGate(input({ ...lifted, scheduledAt: at(30) }))).toEqual(closed(GateReason.SCHEDULE));
  });

  it('lists every reason once, in one order', () => {
    const everything = input({
      channel: Channel.MAIL,
      approvedAt: null,
      isSignoffComplete: false,
      signedHash: null,
      embargoUntil: at(1),
      scheduledAt: at(1),
      heldAt: NOW,
      freezes: [freeze(), freeze({ id: 'freeze-2' })],
      blackouts: [blackout(), blackout({ id: 'window-2' })],
      withdrawnAt: NOW,
    });

    expect(releaseGate(everything)).toEqual(closed(...Object.values(GateReason)));
  });
});

describe('the channels', () => {
  const channels = Object.values(Channel).filter((channel) => channel !== Channel.RELEASE);

  it.each(channels)('%s stays closed until the release itself has happened', (channel) => {
    expect(releaseGate(input({ channel }))).toEqual(closed(GateReason.NOT_RELEASED));
  });

  it.each(channels)('%s is open after it, even if the clock goes back', (channel) => {
    const released = { channel, releasedAt: NOW, embargoUntil: at(-1), scheduledAt: at(-1), isSignoffComplete: false };

    expect(releaseGate(input(released))).toEqual(open);
    expect(releaseGate(input({ ...released, now: at(-60 * 24) }))).toEqual(open);
  });

  it.each(channels)('%s closes on withdrawal', (channel) => {
    expect(releaseGate(input({ channel, releasedAt: at(-9), withdrawnAt: NOW }))).toEqual(closed(GateReason.WITHDRAWN));
  });

  it.each(channels)('%s never gives anything but the words that were signed', (channel) => {
    expect(releaseGate(input({ channel, releasedAt: at(-9), editionHash: 'x' }))).toEqual(
      closed(GateReason.HASH_DIFFERS),
    );
  });

  it('a freeze or blackout stops what is being sent, and leaves what readers fetch', () => {
    for (const hold of [{ freezes: [freeze()] }, { blackouts: [blackout()] }, { heldAt: NOW }]) {
      for (const channel of channels) {
        const answer = releaseGate(input({ channel, releasedAt: at(-9), ...hold }));

        expect([channel, answer.open]).toEqual([channel, !sendingChannels.has(channel)]);
      }
    }
  });
});

describe('a freeze', () => {
  const frozen = (overrides: Partial<FreezeHold>): boolean =>
    isFrozen('bulletin-1', ['edremit', 'ayvalik'], [freeze(overrides)], NOW);

  it('holds the items of its offices while it lasts', () => {
    expect(frozen({})).toBe(true);
    expect(frozen({ startedAt: NOW })).toBe(true);
    expect(frozen({ endedAt: at(1) })).toBe(true);
    expect(frozen({ officeIds: ['havran'] })).toBe(false);
    expect(frozen({ startedAt: at(1) })).toBe(false);
    expect(frozen({ endedAt: NOW })).toBe(false);
  });

  it('lets through what it names', () => {
    expect(frozen({ allowedItemIds: ['bulletin-1'] })).toBe(false);
    expect(frozen({ allowedItemIds: ['bulletin-2'] })).toBe(true);
  });

  it('counts as active when its dates are broken', () => {
    expect(frozen({ startedAt: BROKEN })).toBe(true);
    expect(frozen({ endedAt: BROKEN })).toBe(true);
  });
});

describe('a blackout window', () => {
  const touches = (overrides: Partial<BlackoutWindow>): boolean =>
    activeBlackouts(input(), [blackout(overrides)]).length === 1;

  it('touches its offices, kinds and hours', () => {
    expect(touches({})).toBe(true);
    expect(touches({ officeIds: ['edremit'] })).toBe(true);
    expect(touches({ officeIds: ['havran'] })).toBe(false);
    expect(touches({ officeIds: [] })).toBe(false);
    expect(touches({ exemptKinds: ['BULLETIN'] })).toBe(false);
    expect(touches({ exemptItemIds: ['bulletin-1'] })).toBe(false);
    expect(touches({ startsAt: NOW })).toBe(true);
    expect(touches({ endsAt: NOW })).toBe(false);
    expect(touches({ startsAt: at(1) })).toBe(false);
  });

  it('that only warns leaves the gate open and says so', () => {
    const warned = { blackouts: [blackout({ effect: BlackoutEffect.WARN })] };

    expect(releaseGate(input(warned))).toEqual({ open: true, warnings: [GateReason.BLACKOUT] });
  });
});

describe('when to look', () => {
  const plan = { approvedAt: at(-60), scheduledAt: null, embargoUntil: null, embargoLiftedAt: null };

  it('is the last of approval, schedule and the end of the embargo', () => {
    expect(releaseDueAt(plan)).toEqual(at(-60));
    expect(releaseDueAt({ ...plan, scheduledAt: at(5) })).toEqual(at(5));
    expect(releaseDueAt({ ...plan, scheduledAt: at(5), embargoUntil: at(30) })).toEqual(at(30));
    expect(releaseDueAt({ ...plan, scheduledAt: at(5), embargoUntil: at(30), embargoLiftedAt: at(2) })).toEqual(at(5));
    expect(releaseDueAt({ ...plan, embargoUntil: at(30), embargoLiftedAt: at(40) })).toEqual(at(30));
  });

  it('is never before nor after the first instant at which the gate opens', () => {
    const minute = fc.integer({ min: -100, max: 100 }).map(at);
    const maybe = fc.option(minute);
    fc.assert(
      fc.property(minute, maybe, maybe, maybe, (approvedAt, scheduledAt, embargoUntil, embargoLiftedAt) => {
        const dates = { approvedAt, scheduledAt, embargoUntil, embargoLiftedAt };
        const dueAt = releaseDueAt(dates);
        const justBefore = new Date(dueAt.getTime() - 1);

        expect(releaseGate(input({ ...dates, now: dueAt })).open).toBe(true);
        expect(releaseGate(input({ ...dates, now: justBefore })).open).toBe(false);
      }),
    );
  });
});

it('answers every input the same twice, never throws, and stays closed on a broken clock', () => {
  const date = fc.oneof(fc.constant(null), fc.constant(BROKEN), fc.integer({ min: -9, max: 9 }).map(at));
  fc.assert(
    fc.property(
      fc.constantFrom(...Object.values(Channel)),
      fc.constantFrom(NOW, BROKEN),
      fc.tuple(date, date, date, date, date, date, date),
      fc.tuple(fc.boolean(), fc.constantFrom('hash', 'other', null)),
      (channel, now, dates, [isSignoffComplete, signedHash]) => {
        const [approvedAt, embargoUntil, embargoLiftedAt, scheduledAt, releasedAt, withdrawnAt, heldAt] = dates;
        const facts = { approvedAt, embargoUntil, embargoLiftedAt, scheduledAt, releasedAt, withdrawnAt, heldAt };
        const asked = input({ channel, now, ...facts, isSignoffComplete, signedHash });
        const answer = releaseGate(asked);

        expect(releaseGate(structuredClone(asked))).toEqual(answer);
        expect(answer.open || answer.reasons.length > 0).toBe(true);
        expect(answer.open && (now === BROKEN || signedHash !== 'hash' || withdrawnAt !== null)).toBe(false);
      },
    ),
    { numRuns: 500 },
  );
});
