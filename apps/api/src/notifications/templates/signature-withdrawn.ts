import { aBulletin, about, by, lines, preparesIt, type NotificationTemplate } from './words';

export const signatureWithdrawn: NotificationTemplate = (facts) => ({
  title: `${aBulletin(facts)} için verilen olur geri alındı`,
  body: lines(about(facts), by('Olurunu geri alan', facts)),
  why: preparesIt(facts),
});
