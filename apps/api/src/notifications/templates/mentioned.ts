import { about, by, lines, type NotificationTemplate } from './words';

export const mentioned: NotificationTemplate = (facts) => ({
  title: facts.isUnderEmbargo ? 'Ambargolu bir bültenin yorumunda adınız geçti' : 'Bir yorumda adınız geçti',
  body: lines(about(facts), by('Yazan', facts)),
  why: 'Yorumda adınız anıldı.',
});
