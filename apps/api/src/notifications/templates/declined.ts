import { about, by, lines, preparesIt, type NotificationTemplate } from './words';

export const declined: NotificationTemplate = (facts) => ({
  title: facts.isUnderEmbargo ? 'Bir belediye ambargolu bir bültenden ayrıldı' : 'Bir belediye bültenden ayrıldı',
  body: lines(about(facts), by('Ayrılan', facts), 'Bülten bu belediye olmadan hazırlanıyor.'),
  why: preparesIt(facts),
});
