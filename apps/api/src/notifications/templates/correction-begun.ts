import { about, by, lines, takesPart, type NotificationTemplate } from './words';

export const correctionBegun: NotificationTemplate = (facts) => ({
  title: 'Yayımlanmış bir bülten için düzeltme hazırlanıyor',
  body: lines(about(facts), by('Başlatan', facts), 'Düzeltme de bütün belediyelerin oluruyla yayımlanır.'),
  why: takesPart(facts),
});
