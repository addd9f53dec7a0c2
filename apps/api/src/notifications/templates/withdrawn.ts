import { preparedBy, by, lines, takesPart, type NotificationTemplate } from './words';

export const withdrawn: NotificationTemplate = (facts) => ({
  title: facts.headline ? `Geri çekildi: ${facts.headline}` : 'Bir bülten geri çekildi',
  body: lines(preparedBy(facts), by('Geri çeken', facts), 'Gerekçeyi bültenin sayfasında görebilirsiniz.'),
  why: takesPart(facts),
});
