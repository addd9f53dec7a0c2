import { aBulletin, about, lines, signsForOffice, until, type NotificationTemplate } from './words';

export const signatureNeeded: NotificationTemplate = (facts) => ({
  title: `${aBulletin(facts)} için olurunuz bekleniyor`,
  body: lines(about(facts), until('Son tarih', facts.dueAt)),
  why: signsForOffice(facts),
});
