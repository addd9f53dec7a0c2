import { aBulletin, about, lines, takesPart, until, type NotificationTemplate } from './words';

export const signoffLapsed: NotificationTemplate = (facts) => ({
  title: `${aBulletin(facts)} için olur süresi doldu`,
  body: lines(
    about(facts),
    until('Son tarih', facts.dueAt),
    `Yanıt vermeyen: ${facts.waitedFor.join(', ')}`,
    'Yanıt verilmemesi olur sayılmaz.',
  ),
  why: takesPart(facts),
});
