import { aBulletin, about, by, lines, preparesIt, type NotificationTemplate } from './words';

export const returned: NotificationTemplate = (facts) => ({
  title: `${aBulletin(facts)} için düzeltme istendi`,
  body: lines(about(facts), by('Düzeltme isteyen', facts), 'Gerekçeyi bültenin sayfasında görebilirsiniz.'),
  why: preparesIt(facts),
});
