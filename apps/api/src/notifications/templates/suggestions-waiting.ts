import { aBulletin, about, by, lines, type NotificationTemplate } from './words';

export const suggestionsWaiting: NotificationTemplate = (facts) => ({
  title: `${aBulletin(facts)} için öneri yapıldı`,
  body: lines(about(facts), by('Öneren', facts), 'Öneriyi kabul edebilir ya da reddedebilirsiniz.'),
  why: `${facts.officeName} adına bu metni yazanlardansınız.`,
});
