import { aBulletin, about, lines, signsForOffice, until, type NotificationTemplate } from './words';

export const signoffDueSoon: NotificationTemplate = (facts) => ({
  title: `${aBulletin(facts)} için olur süresi dolmak üzere`,
  body: lines(about(facts), until('Son tarih', facts.dueAt)),
  why: signsForOffice(facts),
});
