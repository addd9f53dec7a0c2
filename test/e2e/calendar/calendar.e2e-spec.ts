import { Role } from '@domain/identity/actor';
import { startTestApp, type SignedIn, type TestApp } from '../../support/app';
import { anEvent, calendarDesk } from '../../support/calendar-desk';
import { statementsOf } from '../../support/statements';
import { buildWorld, type World } from '../../support/world';

describe('the joint calendar', () => {
  let test: TestApp;
  let world: World;
  let desk: ReturnType<typeof calendarDesk>;
  let edremit: SignedIn;
  let ayvalik: SignedIn;

  beforeAll(async () => {
    test = await startTestApp();
    desk = calendarDesk(test);
  });
  beforeEach(async () => {
    await test.reset();
    world = await buildWorld(test);
    ({ edremit, ayvalik } = world.directors);
  });
  afterAll(() => test.close());

  const may = (as: SignedIn, filter: object | null = null) => desk.between('2026-05-01', '2026-05-31', as, filter);
  const confirmed = async (input: object, as: SignedIn) => desk.move((await desk.create(input, as)).id, 'Confirm', as);

  describe('who sees what', () => {
    it('shows a draft to the offices that prepare it alone, and to all once it is announced', async () => {
      const partner = world.officeIds.gomec;
      const { id } = await desk.create({ title: 'Zeytin günü', partnerOfficeIds: [partner] }, edremit);

      expect(await desk.get(id, world.directors.gomec)).toMatchObject({ title: 'Zeytin günü', state: 'DRAFT' });
      expect(await desk.get(id, ayvalik)).toBeNull();
      expect(await may(ayvalik)).toEqual([]);

      await desk.move(id, 'Announce', edremit);

      expect(await may(ayvalik)).toMatchObject([{ event: { title: 'Zeytin günü', state: 'TENTATIVE' } }]);
    });

    it('tells of a confidential event only that somebody is busy, whatever is asked', async () => {
      const secret = { title: 'Gizli ziyaret', isConfidential: true, isPublic: false, audience: 1_500 };
      const { id } = await confirmed({ ...secret, internalNote: 'Bakan geliyor' }, edremit);

      const [busy, ...others] = await may(ayvalik);

      expect(others).toEqual([]);
      expect(busy).toEqual({
        id: expect.stringMatching(/^busy@2026-05-12T11:00:00.000Z#0$/) as string,
        startLocal: '2026-05-12T14:00',
        endLocal: '2026-05-12T16:00',
        isHeavy: true,
        conflictKinds: [],
        event: null,
      });
      expect(await desk.get(id, ayvalik)).toBeNull();
      expect(await may(ayvalik, { text: 'gizli' })).toEqual([]);
      expect(await may(ayvalik, { officeIds: [world.officeIds.edremit] })).toEqual([]);
      expect(await may(ayvalik, { kinds: ['CULTURE'] })).toEqual([]);
      expect(await may(ayvalik, { states: ['CONFIRMED'] })).toEqual([]);
      expect((await desk.get(id, edremit))?.internalNote).toBe('Bakan geliyor');
    });

    it('shows a confidential event to those whose people are asked to come, without its note', async () => {
      const asked = [{ officeId: world.officeIds.ayvalik, role: 'MAYOR', status: 'INVITED' }];
      const secret = { title: 'Kapalı yemek', isConfidential: true, isPublic: false, attendances: asked };
      const { id } = await confirmed({ ...secret, internalNote: 'Adres sonra' }, edremit);

      expect(await desk.get(id, ayvalik)).toMatchObject({
        title: 'Kapalı yemek',
        internalNote: null,
        viewerCan: ['VIEW', 'ANSWER'],
      });
      expect(await may(ayvalik, { text: 'kapalı' })).toHaveLength(1);
      expect(await may(world.directors.gomec)).toMatchObject([{ event: null }]);
    });

    it('keeps the internal note from all others', async () => {
      const { id } = await confirmed({ internalNote: 'Otopark dolu' }, edremit);

      expect((await desk.get(id, ayvalik))?.internalNote).toBeNull();
    });

    it('shows nothing to the operator and to visitors', async () => {
      const { id } = await confirmed({}, edremit);
      const answer = await test.gql(`{ calendarEvent(id: "${id}") { id } }`, {}, null);

      expect(answer.errors[0]?.extensions.code).toBe('UNAUTHENTICATED');
    });
  });

  describe('the life of an event', () => {
    it('says to every reader why it was put off, and comes back on a new day', async () => {
      const { id, version } = await confirmed({ title: 'Koşu' }, edremit);

      const { event } = await desk.stop(id, 'Postpone', 'Fırtına uyarısı', edremit);
      expect(event).toMatchObject({ state: 'POSTPONED', stateReason: 'Fırtına uyarısı' });
      expect(event?.version).toBe(version + 1);

      await desk.update(id, { expectedVersion: version + 1, startLocal: '2026-05-19T14:00' }, edremit);
      const again = await desk.move(id, 'Confirm', edremit);
      expect(again).toMatchObject({ state: 'CONFIRMED', startLocal: '2026-05-19T14:00', stateReason: null });
    });

    it('asks for a reason when a confirmed event moves, and for none when its words change', async () => {
      const { id, version } = await confirmed({}, edremit);
      const later = { startLocal: '2026-05-13T14:00' };

      const silent = await desk.update(id, { expectedVersion: version, ...later }, edremit);
      expect(silent.errors).toEqual([{ code: 'INVALID', path: ['input', 'reason'] }]);

      const words = await desk.update(id, { expectedVersion: version, title: 'Bahar şenliği' }, edremit);
      expect(words.event?.title).toBe('Bahar şenliği');

      const told = await desk.update(id, { expectedVersion: version + 1, reason: 'Salon dolu', ...later }, edremit);
      expect(told.event).toMatchObject({ startLocal: '2026-05-13T14:00', stateReason: 'Salon dolu' });
    });

    it('refuses what rights, state and version forbid', async () => {
      const { id, version } = await desk.create({}, edremit);
      const editor = await world.person('edremit', Role.EDITOR);

      const refusal = async (outcome: ReturnType<typeof desk.mutate>) => (await outcome).errors[0]?.code;
      const id1 = { id };
      expect(await refusal(desk.mutate('calendarEventConfirm', '$id: ID!', id1, editor))).toBe('FORBIDDEN');
      expect(await refusal(desk.mutate('calendarEventConfirm', '$id: ID!', id1, ayvalik))).toBe('NOT_FOUND');
      expect(await refusal(desk.mutate('calendarEventComplete', '$id: ID!', id1, edremit))).toBe('WRONG_STATE');
      expect(await refusal(desk.update(id, { expectedVersion: version + 1, title: 'Başka' }, edremit))).toBe(
        'STALE_VERSION',
      );
    });

    it('lets each office alone answer for its own people', async () => {
      const mayor = (code: 'edremit' | 'ayvalik', status: string) => ({
        officeId: world.officeIds[code],
        role: 'MAYOR',
        status,
      });
      const asked = [mayor('edremit', 'CONFIRMED'), mayor('ayvalik', 'CONFIRMED')];
      const input = { partnerOfficeIds: [world.officeIds.ayvalik], attendances: asked };
      const { id, attendances } = await desk.create(input, edremit);
      expect(attendances).toEqual(expect.arrayContaining([mayor('edremit', 'CONFIRMED'), mayor('ayvalik', 'INVITED')]));

      const answer = { id, input: { role: 'MAYOR', status: 'DECLINED' } };
      await desk.mutate('calendarEventAnswer', '$id: ID!, $input: CalendarEventAnswerInput!', answer, ayvalik);
      const { version } = (await desk.get(id, edremit)) ?? { version: 0 };
      await desk.update(id, { expectedVersion: version, attendances: asked }, edremit);

      expect((await desk.get(id, edremit))?.attendances).toContainEqual(mayor('ayvalik', 'DECLINED'));
    });

    it('names the input that is wrong', async () => {
      const wrong = async (input: object) => {
        const variables = { input: { ...anEvent, ...input } };
        return (await desk.mutate('calendarEventCreate', '$input: CalendarEventCreateInput!', variables, edremit))
          .errors;
      };

      expect(await wrong({ rule: 'FREQ=HOURLY;COUNT=3' })).toMatchObject([
        { code: 'INVALID', path: ['input', 'rule'] },
      ]);
      expect(await wrong({ rule: 'FREQ=DAILY' })).toMatchObject([{ code: 'INVALID', path: ['input', 'rule'] }]);
      expect(await wrong({ startLocal: '2026-02-30T10:00' })).toMatchObject([{ path: ['input', 'startLocal'] }]);
      expect(await wrong({ isAllDay: true })).toMatchObject([{ path: ['input', 'durationMinutes'] }]);
      expect(await wrong({ isConfidential: true, isPublic: true })).toMatchObject([{ path: ['input', 'isPublic'] }]);
      expect(await wrong({ zone: 'Mars/Olympus' })).toMatchObject([{ path: ['input', 'zone'] }]);
      expect(await may(edremit)).toEqual([]);
    });
  });

  describe('series', () => {
    it('takes place at the same hour each time, without the times left out', async () => {
      const rule = 'FREQ=WEEKLY;COUNT=4';
      await confirmed({ rule, excludedLocals: ['2026-05-19T14:00'] }, edremit);

      const starts = (await desk.between('2026-05-01', '2026-06-30', edremit)).map(({ startLocal }) => startLocal);

      expect(starts).toEqual(['2026-05-12T14:00', '2026-05-26T14:00', '2026-06-02T14:00']);
    });

    it('shows an event of several days on each span that it touches', async () => {
      await confirmed({ startLocal: '2026-04-30T00:00', durationMinutes: 4_320, isAllDay: true }, edremit);

      expect(await desk.between('2026-05-02', '2026-05-02', edremit)).toHaveLength(1);
      expect(await desk.between('2026-05-03', '2026-05-03', edremit)).toHaveLength(0);
    });
  });

  describe('clashes', () => {
    let square: string;

    beforeEach(async () => {
      square = await desk.venue({ name: 'Edremit Cumhuriyet Meydanı' }, edremit);
    });

    it('sees two events in one place, marks both, and proposes when it is free', async () => {
      await confirmed({ title: 'Şiir dinletisi', venueId: square }, edremit);

      const check = await desk.check({ venueId: square, startLocal: '2026-05-12T15:00' }, ayvalik);

      expect(check.conflicts).toMatchObject([
        { kind: 'VENUE', severity: 'BLOCKING', other: { event: { title: 'Şiir dinletisi' } } },
      ]);
      expect(check.freeStartLocals[0]).toBe('2026-05-12T16:00');
      const taken = await desk.check({ venueId: square, startLocal: '2026-05-12T16:00' }, ayvalik);
      expect(taken.conflicts).toEqual([]);

      await confirmed({ title: 'Konser', venueId: square, startLocal: '2026-05-12T15:00' }, ayvalik);
      expect((await may(edremit)).map(({ conflictKinds }) => conflictKinds)).toEqual([['VENUE'], ['VENUE']]);
    });

    it('collides with a confirmed mayor, not with an invited one', async () => {
      const mayor = { officeId: world.officeIds.edremit, role: 'MAYOR', status: 'CONFIRMED' };
      await confirmed({ title: 'Tören', attendances: [mayor] }, edremit);

      const busy = await desk.check({ attendances: [mayor] }, edremit);
      const invited = await desk.check({ attendances: [{ ...mayor, status: 'INVITED' }] }, edremit);

      expect(busy.conflicts).toMatchObject([
        { kind: 'PROTOCOL', people: [{ officeId: mayor.officeId, role: 'MAYOR' }] },
      ]);
      expect(invited.conflicts).toEqual([]);
    });

    it('takes part blindly: a confidential event collides and shows nothing of itself', async () => {
      await confirmed({ title: 'Gizli', isConfidential: true, isPublic: false, venueId: square }, edremit);

      const { conflicts } = await desk.check({ venueId: square }, ayvalik);

      expect(conflicts).toMatchObject([{ kind: 'VENUE', other: { event: null } }]);
      expect(JSON.stringify(conflicts)).not.toContain('Gizli');
      expect(JSON.stringify(conflicts)).not.toContain(world.officeIds.edremit);
    });

    it('does not collide with itself, with what was put off or called off, or with a draft of others', async () => {
      const own = await confirmed({ venueId: square }, edremit);
      const off = await confirmed({ venueId: square, startLocal: '2026-05-14T14:00' }, edremit);
      await desk.stop(off.id, 'Cancel', 'Salgın', edremit);
      await desk.create({ venueId: square, startLocal: '2026-05-15T14:00' }, ayvalik);

      const clashes = async (input: object) => (await desk.check({ venueId: square, ...input }, edremit)).conflicts;
      expect(await clashes({ eventId: own.id })).toEqual([]);
      expect(await clashes({ startLocal: '2026-05-14T14:00' })).toEqual([]);
      expect(await clashes({ startLocal: '2026-05-15T14:00' })).toEqual([]);
    });

    it('finds the one time of a series that collides, and tells holidays and the next five starts', async () => {
      await confirmed({ venueId: square, startLocal: '2026-05-26T14:00' }, edremit);

      const rule = 'FREQ=WEEKLY;COUNT=8';
      const { conflicts, days, nextStartLocals } = await desk.check({ venueId: square, rule }, ayvalik);

      expect(conflicts.map(({ startLocal }) => startLocal)).toEqual(['2026-05-26T14:00']);
      expect(days.map(({ date }) => date)).toEqual(['2026-05-19', '2026-05-26']);
      expect(nextStartLocals).toHaveLength(5);
    });
  });

  it('reads a month with its clashes in two statements besides the session, however much it holds', async () => {
    for (const hour of ['09', '11', '13']) {
      await confirmed({ startLocal: `2026-05-12T${hour}:00`, rule: 'FREQ=DAILY;COUNT=10' }, edremit);
    }

    const counted = await statementsOf(test, () => may(ayvalik));

    expect(counted.length).toBe(3);
  });
});
