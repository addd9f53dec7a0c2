import { preparedBy, takesPart, type NotificationTemplate } from './words';

export const released: NotificationTemplate = (facts) => ({
  title: facts.headline ? `Yayımlandı: ${facts.headline}` : 'Bir bülten yayımlandı',
  body: preparedBy(facts),
  why: takesPart(facts),
});
