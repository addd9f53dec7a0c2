import ICAL from 'ical.js';
import { startTestApp, type SignedIn, type TestApp } from '../../support/app';
import { calendarDesk } from '../../support/calendar-desk';
import { buildWorld, type World } from '../../support/world';

describe('a calendar feed', () => {
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

  interface Made {
    calendarFeedCreate: { feed: { id: string } | null; url: string | null; errors: { code: string }[] };
  }

  async function subscribe(as: SignedIn, scope = 'JOINT'): Promise<{ id: string; path: string }> {
    const { data } = await test.gql<Made>(
      'mutation ($scope: CalendarFeedScope!) { calendarFeedCreate(scope: $scope) { feed { id } url errors { code } } }',
      { scope },
      as,
    );
    const { feed, url } = data.calendarFeedCreate;
    if (!feed || url === null) throw new Error(JSON.stringify(data));
    return { id: feed.id, path: new URL(url).pathname };
  }

  /** What a real reader (ical.js) finds, by title. */
  async function read(path: string) {
    const { text } = await test.http.get(path).expect(200);
    const calendar = new ICAL.Component(ICAL.parse(text) as unknown[]);
    return calendar.getAllSubcomponents('vevent').map((component) => {
      const event = new ICAL.Event(component);
      return {
        title: event.summary,
        uid: event.uid,
        sequence: event.sequence,
        status: component.getFirstPropertyValue('status') as string,
        start: event.startDate.toJSDate().toISOString(),
        isRecurring: event.isRecurring(),
      };
    });
  }

  const confirmed = async (input: object, as: SignedIn) => desk.move((await desk.create(input, as)).id, 'Confirm', as);

  it('holds what its owner may read, and of confidential events of others the time alone', async () => {
    await confirmed({ title: 'Zeytin günü', rule: 'FREQ=WEEKLY;COUNT=3' }, edremit);
    const secret = { title: 'Gizli ziyaret', isConfidential: true, isPublic: false, startLocal: '2026-05-20T10:00' };
    const { id } = await confirmed({ ...secret, internalNote: 'Bakan' }, edremit);
    await desk.create({ title: 'Taslak' }, edremit);

    const { path } = await subscribe(ayvalik);
    const events = await read(path);

    expect(events).toMatchObject([
      { title: 'EDR: Zeytin günü', status: 'CONFIRMED', isRecurring: true, start: '2026-05-12T11:00:00.000Z' },
      { title: 'Meşgul', status: 'CONFIRMED', start: '2026-05-20T07:00:00.000Z' },
    ]);
    const { text } = await test.http.get(path);
    for (const word of ['Gizli', 'Bakan', 'Taslak', id]) expect(text).not.toContain(word);
    expect((await read((await subscribe(edremit)).path)).map(({ title }) => title)).toContain('EDR: Gizli ziyaret');
  });

  it('holds the own office’s events alone when asked so', async () => {
    await confirmed({ title: 'Edremit’in' }, edremit);
    await confirmed({ title: 'İkisinin', partnerOfficeIds: [world.officeIds.ayvalik] }, edremit);

    const events = await read((await subscribe(ayvalik, 'OFFICE')).path);

    expect(events.map(({ title }) => title)).toEqual(['EDR: İkisinin']);
  });

  it('tells of each change by a higher sequence under the same name, and of a cancelled event for 90 days', async () => {
    const { id, version } = await confirmed({ title: 'Konser' }, edremit);
    const { path } = await subscribe(ayvalik);
    const [before] = await read(path);

    await desk.update(id, { expectedVersion: version, startLocal: '2026-05-13T14:00', reason: 'Salon' }, edremit);
    const [moved] = await read(path);
    await desk.stop(id, 'Cancel', 'Fırtına', edremit);
    const [cancelled] = await read(path);

    expect(moved).toMatchObject({ uid: before?.uid, start: '2026-05-13T11:00:00.000Z', status: 'CONFIRMED' });
    expect(cancelled).toMatchObject({ uid: before?.uid, status: 'CANCELLED' });
    const sequences = [before, moved, cancelled].map((event) => event?.sequence ?? 0);
    expect(sequences).toEqual([...sequences].sort((one, other) => one - other));
    expect(new Set(sequences).size).toBe(3);

    test.clock.advance({ hours: 89 * 24 });
    expect(await read(path)).toHaveLength(1);
    test.clock.advance({ hours: 2 * 24 });
    expect(await read(path)).toHaveLength(0);
  });

  it('answers 304 to a program that has it, and says how often to ask', async () => {
    await confirmed({}, edremit);
    const { path } = await subscribe(ayvalik);
    const { headers, text } = await test.http.get(path);

    expect(headers['content-type']).toBe('text/calendar; charset=utf-8');
    expect(text).toContain('REFRESH-INTERVAL;VALUE=DURATION:PT60M');
    await test.http
      .get(path)
      .set('If-None-Match', headers['etag'] ?? '')
      .expect(304);
  });

  it('is gone with its revocation, with the membership of its owner, and is nobody else’s to end', async () => {
    const { id, path } = await subscribe(ayvalik);
    const revoke = (as: SignedIn) =>
      test.gql<{ calendarFeedRevoke: { errors: { code: string }[] } }>(
        'mutation ($id: ID!) { calendarFeedRevoke(id: $id) { errors { code } } }',
        { id },
        as,
      );
    expect((await revoke(edremit)).data.calendarFeedRevoke.errors[0]?.code).toBe('NOT_FOUND');
    await test.http.get(path).expect(200);

    expect((await revoke(ayvalik)).data.calendarFeedRevoke.errors).toEqual([]);
    await test.http.get(path).expect(404);
    await test.http.get('/takvim-akisi/ts_c_yok.ics').expect(404);

    const other = await subscribe(edremit);
    await test.dataSource.query('delete from memberships where office_id = $1', [world.officeIds.edremit]);
    await test.http.get(other.path).expect(404);
  });
});
