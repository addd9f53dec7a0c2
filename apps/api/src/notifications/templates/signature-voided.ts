import { aBulletin, about, lines, signsForOffice, until, type NotificationTemplate } from './words';

export const signatureVoided: NotificationTemplate = (facts) => ({
  title: `${aBulletin(facts)} için olurunuzu yenilemeniz gerekiyor`,
  body: lines(
    about(facts),
    'Belediyenizin olur verdiği metin değişti. Neyin değiştiğini bültenin sayfasında görebilirsiniz.',
    until('Son tarih', facts.dueAt),
  ),
  why: signsForOffice(facts),
});
