import { aBulletin, about, by, lines, signsForOffice, until, type NotificationTemplate } from './words';

export const signatureReminded: NotificationTemplate = (facts) => ({
  title: `${aBulletin(facts)} için olurunuz hâlâ bekleniyor`,
  body: lines(about(facts), by('Hatırlatan', facts), until('Son tarih', facts.dueAt)),
  why: signsForOffice(facts),
});
