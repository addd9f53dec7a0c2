import { mergeReports, RoomState, type Person, type SectionReport } from './room-state';

const person = (id: string, isTyping = false): Person => ({
  id,
  name: 'Işıl Şimşek',
  office: 'AYV',
  colour: '#961ff6',
  isTyping,
});
const report = (overrides: Partial<SectionReport> = {}): SectionReport => ({
  state: 'saved',
  savedAt: '2026-04-23T06:00:00.000Z',
  people: [],
  ...overrides,
});

describe('the status of a page', () => {
  it('is the worst of its sections, with the newest saving', () => {
    const later = report({ savedAt: '2026-04-23T06:05:00.000Z' });

    expect(mergeReports([later, report({ state: 'offline' }), report({ state: 'saving', savedAt: null })])).toEqual({
      state: 'offline',
      savedAt: '2026-04-23T06:05:00.000Z',
      people: [],
    });
    expect(mergeReports([report({ state: 'offline' }), report({ state: 'failed' })]).state).toBe('failed');
  });

  it('names everybody once, typing if they type anywhere', () => {
    const { people } = mergeReports([
      report({ people: [person('1', true), person('2')] }),
      report({ people: [person('1')] }),
    ]);

    expect(people.map(({ id, isTyping }) => [id, isTyping])).toEqual([
      ['1', true],
      ['2', false],
    ]);
  });

  it('is told to who listens, and forgets a section that is closed', () => {
    const room = new RoomState('bulletin');
    const states: string[] = [];
    room.subscribe(() => states.push(room.report().state));

    room.tell('lead', report({ state: 'failed' }));
    room.tell('lead', null);

    expect(states).toEqual(['failed', 'saved']);
  });

  it('finds a place in the section that has it', () => {
    const room = new RoomState('bulletin');
    const stop = room.addFinder((id) => id === 'anchor');

    expect([room.show('anchor'), room.show('other')]).toEqual([true, false]);
    stop();
    expect(room.show('anchor')).toBe(false);
  });
});
