import { about, by, lines, type NotificationTemplate } from './words';

export const commented: NotificationTemplate = (facts) => ({
  title: 'Katıldığınız bir yazışmaya yanıt geldi',
  body: lines(about(facts), by('Yazan', facts)),
  why: 'Bu yazışmaya siz de katıldınız.',
});
