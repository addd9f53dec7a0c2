import { about, lines, takesPart, until, type NotificationTemplate } from './words';

export const embargoEndsUnsigned: NotificationTemplate = (facts) => ({
  title: 'Ambargolu bir bültenin süresi dolmak üzere, eksik olur var',
  body: lines(
    about(facts),
    until('Ambargonun bitişi', facts.dueAt),
    `Oluru beklenen: ${facts.waitedFor.join(', ')}`,
    'Eksik olur varken bülten yayımlanmaz.',
  ),
  why: takesPart(facts),
});
