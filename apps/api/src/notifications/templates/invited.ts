import { about, answersForOffice, lines, type NotificationTemplate } from './words';

export const invited: NotificationTemplate = (facts) => ({
  title: facts.isUnderEmbargo ? 'Ambargolu bir ortak bültene davet edildiniz' : 'Bir ortak bültene davet edildiniz',
  body: lines(about(facts), 'Belediyenizin bu bültende yer alıp almayacağını bildirmeniz bekleniyor.'),
  why: answersForOffice(facts),
});
