import { aBulletin, about, by, lines, preparesIt, type NotificationTemplate } from './words';

export const signed: NotificationTemplate = (facts) => ({
  title: `${aBulletin(facts)} için olur verildi`,
  body: lines(about(facts), by('Olur veren', facts)),
  why: preparesIt(facts),
});
