import { conflictsOf, type Engagement } from './conflicts';
import { freeSlots, type FreeSlotOptions } from './free-slots';
import type { Place } from './place';

const hall: Place = { id: 'kültür-merkezi', latitude: 39.594, longitude: 27.021, isVirtual: false };
const square: Place = { id: 'ılıca-meydanı', latitude: 39.596, longitude: 27.024, isVirtual: false };
const istanbul: FreeSlotOptions = { zone: 'Europe/Istanbul', isAllDay: false };
const wholeDays: FreeSlotOptions = { ...istanbul, isAllDay: true };

/** `2027-05-05T14:00/2027-05-05T16:00` on the clocks of Istanbul. */
function engagement(eventId: string, span: string, rest: Partial<Engagement> = {}): Engagement {
  const [beginLocal = '', endLocal = ''] = span.split('/');
  return {
    eventId,
    startLocal: beginLocal,
    startsAt: new Date(`${beginLocal}+03:00`),
    endsAt: new Date(`${endLocal}+03:00`),
    beginLocal,
    endLocal,
    officeIds: [`office-of-${eventId}`],
    place: hall,
    audience: 0,
    confirmedProtocol: [],
    crewIds: [],
    mediaIds: [],
    ...rest,
  };
}

const wanted = engagement('yeni', '2027-05-05T14:00/2027-05-05T16:00');

it('proposes the nearest half hours, and of two equally near the later', () => {
  expect(freeSlots(wanted, [], istanbul)).toEqual(['2027-05-05T14:30', '2027-05-05T13:30', '2027-05-05T15:00']);
});

it('proposes the best way out of a hall that is taken: right before, then right after', () => {
  const taken = engagement('prova', '2027-05-05T14:30/2027-05-05T17:00');
  expect(freeSlots(wanted, [taken], istanbul)).toEqual(['2027-05-05T12:30', '2027-05-05T12:00', '2027-05-05T11:30']);
  const longer = engagement('prova', '2027-05-05T12:30/2027-05-05T15:00');
  expect(freeSlots(wanted, [longer], istanbul)).toEqual(['2027-05-05T15:00', '2027-05-05T15:30', '2027-05-05T16:00']);
});

it('keeps to the hours of the day: the first start is at 09.00, the last at 21.00', () => {
  const day = engagement('fuar', '2027-05-05T10:30/2027-05-05T21:00');
  expect(freeSlots(wanted, [day], istanbul)).toEqual(['2027-05-05T21:00', '2027-05-06T09:00', '2027-05-06T09:30']);
  const short = { ...wanted, endsAt: new Date('2027-05-05T15:00+03:00'), endLocal: '2027-05-05T15:00' };
  expect(freeSlots(short, [engagement('fuar', '2027-05-05T10:00/2027-05-05T21:30')], istanbul)).toEqual([
    '2027-05-05T09:00',
    '2027-05-06T09:00',
    '2027-05-06T09:30',
  ]);
});

it('looks no farther than seven days after the wanted one', () => {
  const week = engagement('fuar', '2027-05-05T00:00/2027-05-12T20:30');
  expect(freeSlots(wanted, [week], istanbul)).toEqual(['2027-05-12T20:30', '2027-05-12T21:00']);
  expect(freeSlots(wanted, [engagement('fuar', '2027-05-01T00:00/2027-05-13T00:00')], istanbul)).toEqual([]);
});

it('keeps clear of every kind of clash at once', () => {
  const busy = { ...wanted, confirmedProtocol: ['bb:MAYOR'], crewIds: ['ekip-1'], audience: 2_000 };
  const others = [
    engagement('salon', '2027-05-05T13:00/2027-05-05T15:00'),
    engagement('başkan', '2027-05-05T15:00/2027-05-05T17:30', { place: square, confirmedProtocol: ['bb:MAYOR'] }),
    engagement('çekim', '2027-05-05T09:00/2027-05-05T10:00', {
      place: { ...square, id: 'uzak', latitude: 40.2 },
      crewIds: ['ekip-1'],
    }),
    engagement('konser', '2027-05-05T20:00/2027-05-05T23:00', { place: square, audience: 5_000 }),
  ];
  // The crew comes 67 km of air, 94 minutes of road after 10.00; ending after 17.00 would share the concert's evening.
  const [first] = freeSlots(busy, others, istanbul);
  expect(first).toBe('2027-05-06T09:00');
  expect(freeSlots(busy, others.slice(1), istanbul)).toEqual([
    '2027-05-05T13:00',
    '2027-05-05T12:30',
    '2027-05-05T12:00',
  ]);
  const at = (beginLocal: string, endLocal: string) => ({
    ...engagement('yeni', `${beginLocal}/${endLocal}`),
    confirmedProtocol: busy.confirmedProtocol,
    crewIds: busy.crewIds,
    audience: busy.audience,
  });
  expect(conflictsOf(at('2027-05-05T11:00', '2027-05-05T13:00'), others).map(({ kind }) => kind)).toEqual(['TRAVEL']);
});

it('moves whole days by days', () => {
  const days = engagement('şenlik', '2027-05-05T00:00/2027-05-07T00:00');
  const taken = engagement('prova', '2027-05-07T19:00/2027-05-07T21:00');
  expect(freeSlots(days, [], wholeDays)).toEqual(['2027-05-06T00:00', '2027-05-07T00:00', '2027-05-08T00:00']);
  expect(freeSlots(days, [taken], wholeDays)).toEqual(['2027-05-08T00:00', '2027-05-09T00:00', '2027-05-10T00:00']);
});

it('keeps a length that passes midnight', () => {
  const night = engagement('yeni', '2027-05-05T22:00/2027-05-06T01:00');
  const after = engagement('temizlik', '2027-05-05T23:30/2027-05-06T06:00');
  expect(freeSlots(night, [after], istanbul)).toEqual(['2027-05-05T20:30', '2027-05-05T20:00', '2027-05-05T19:30']);
});

it('leaves out itself, the past and what is not accepted', () => {
  const itself = engagement('yeni', '2027-05-05T12:00/2027-05-05T20:00');
  const notBefore = new Date('2027-05-05T14:00+03:00');
  expect(freeSlots(wanted, [itself], { ...istanbul, notBefore })).toEqual([
    '2027-05-05T14:30',
    '2027-05-05T15:00',
    '2027-05-05T15:30',
  ]);
  const accepts = ({ beginLocal }: Engagement) => !beginLocal.startsWith('2027-05-05');
  expect(freeSlots(wanted, [], { ...istanbul, accepts })[0]).toBe('2027-05-06T09:00');
  expect(freeSlots(wanted, [], { ...istanbul, accepts: () => false })).toEqual([]);
});

it('keeps the hour across a change of the clocks, and a whole day whole', () => {
  const berlin = (beginLocal: string, endLocal: string, from: string, until: string): Engagement => ({
    ...engagement('yeni', `${beginLocal}/${endLocal}`),
    startsAt: new Date(from),
    endsAt: new Date(until),
  });
  const options = {
    ...istanbul,
    zone: 'Europe/Berlin',
    accepts: ({ beginLocal }: Engagement) => beginLocal >= '2027-03-28',
  };
  const saturday = berlin('2027-03-27T14:00', '2027-03-27T16:00', '2027-03-27T14:00+01:00', '2027-03-27T16:00+01:00');
  const ends: string[] = [];
  const accepts = (proposal: Engagement) => {
    if (proposal.beginLocal === '2027-03-28T00:00') ends.push(proposal.endLocal, proposal.endsAt.toISOString());
    return options.accepts(proposal);
  };
  expect(freeSlots(saturday, [], options)).toEqual(['2027-03-28T09:00', '2027-03-28T09:30', '2027-03-28T10:00']);
  const allDay = berlin('2027-03-27T00:00', '2027-03-28T00:00', '2027-03-27T00:00+01:00', '2027-03-28T00:00+01:00');
  expect(freeSlots(allDay, [], { ...options, isAllDay: true, accepts })[0]).toBe('2027-03-28T00:00');
  expect(ends).toEqual(['2027-03-29T00:00', '2027-03-28T22:00:00.000Z']);
});
