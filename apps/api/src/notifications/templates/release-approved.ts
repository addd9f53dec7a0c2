import { aBulletin, about, by, lines, takesPart, type NotificationTemplate } from './words';

export const releaseApproved: NotificationTemplate = (facts) => ({
  title: `${aBulletin(facts)} için yayın onayı verildi`,
  body: lines(about(facts), by('Onaylayan', facts)),
  why: takesPart(facts),
});
