import { type JcalComponent, property } from './jcal';

/** From this day on Türkiye keeps one offset: no change of clocks is left to write down. */
const steadySince = '2016-09-07T00:00';

/**
 * The changes of clocks in Türkiye since the European rule of 2007: the start on the clocks before it, then the offsets
 * before and after. In 2011 and 2014 a day late for the examinations, in 2015 two weeks late for the election; on
 * 7 September 2016 summer time became the time for good.
 * Source: IANA tz database, `europe` file, zone Europe/Istanbul, and Resmî Gazete 08.09.2016.
 */
const istanbulChanges: readonly (readonly [startLocal: string, from: string, to: string])[] = [
  ['2006-10-29T04:00', '+03:00', '+02:00'],
  ['2007-03-25T03:00', '+02:00', '+03:00'],
  ['2007-10-28T04:00', '+03:00', '+02:00'],
  ['2008-03-30T03:00', '+02:00', '+03:00'],
  ['2008-10-26T04:00', '+03:00', '+02:00'],
  ['2009-03-29T03:00', '+02:00', '+03:00'],
  ['2009-10-25T04:00', '+03:00', '+02:00'],
  ['2010-03-28T03:00', '+02:00', '+03:00'],
  ['2010-10-31T04:00', '+03:00', '+02:00'],
  ['2011-03-28T03:00', '+02:00', '+03:00'],
  ['2011-10-30T04:00', '+03:00', '+02:00'],
  ['2012-03-25T03:00', '+02:00', '+03:00'],
  ['2012-10-28T04:00', '+03:00', '+02:00'],
  ['2013-03-31T03:00', '+02:00', '+03:00'],
  ['2013-10-27T04:00', '+03:00', '+02:00'],
  ['2014-03-31T03:00', '+02:00', '+03:00'],
  ['2014-10-26T04:00', '+03:00', '+02:00'],
  ['2015-03-29T03:00', '+02:00', '+03:00'],
  ['2015-11-08T04:00', '+03:00', '+02:00'],
  ['2016-03-27T03:00', '+02:00', '+03:00'],
  [steadySince, '+03:00', '+03:00'],
];

/** So many years after the last start a zone with changing clocks is written out; programs know the name anyway. */
const yearsAhead = 10;

/**
 * VTIMEZONE (RFC 5545 §3.6.5) for starts from `firstLocal` to `lastLocal` on the clocks of that zone. Istanbul is fixed
 * text, and a single block when nothing begins before September 2016: several programs trip over long histories.
 */
export function zoneBlock(zone: string, firstLocal: string, lastLocal: string): JcalComponent {
  const changes = zone === 'Europe/Istanbul' ? istanbulBlocks(firstLocal) : foreignBlocks(zone, firstLocal, lastLocal);
  return ['vtimezone', [property('tzid', 'text', zone)], changes];
}

function istanbulBlocks(firstLocal: string): JcalComponent[] {
  const needed = firstLocal < '2016-09-08' ? istanbulChanges : istanbulChanges.slice(-1);
  return needed.map(([startLocal, from, to]) => observance(`${startLocal}:00`, from, to));
}

/** Each change of clocks by itself: no rule that a parliament may have changed meanwhile. */
function foreignBlocks(zone: string, firstLocal: string, lastLocal: string): JcalComponent[] {
  const first = Temporal.PlainDateTime.from(firstLocal).toZonedDateTime(zone);
  const last = Temporal.PlainDateTime.from(lastLocal).toZonedDateTime(zone).add({ years: yearsAhead });
  const blocks: JcalComponent[] = [];
  let change = first.getTimeZoneTransition('previous') ?? first.getTimeZoneTransition('next');
  while (change !== null && Temporal.ZonedDateTime.compare(change, last) < 0) {
    const before = change.subtract({ nanoseconds: 1 }).offset;
    const startLocal = change.toPlainDateTime().subtract({ nanoseconds: change.offsetNanoseconds - offsetOf(before) });
    blocks.push(observance(startLocal.toString({ smallestUnit: 'second' }), before, change.offset));
    change = change.getTimeZoneTransition('next');
  }
  return blocks.length > 0 ? blocks : [observance('1970-01-01T00:00:00', first.offset, first.offset)];
}

function offsetOf(offset: string): number {
  return Temporal.Instant.from(`1970-01-01T00:00:00${offset}`).epochMilliseconds * -1_000_000;
}

function observance(startLocal: string, from: string, to: string): JcalComponent {
  const name = offsetOf(to) > offsetOf(from) ? 'daylight' : 'standard';
  return [
    name,
    [
      property('dtstart', 'date-time', startLocal),
      property('tzoffsetfrom', 'utc-offset', from),
      property('tzoffsetto', 'utc-offset', to),
    ],
    [],
  ];
}
