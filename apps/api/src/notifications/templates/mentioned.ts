import { about, by, lines, type NotificationTemplate } from './words';

export const mentioned: NotificationTemplate = (facts) => {
  const what = facts.isForOffice ? 'biriminiz anıldı' : 'adınız geçti';
  return {
    title: facts.isUnderEmbargo ? `Ambargolu bir bültenin yorumunda ${what}` : `Bir yorumda ${what}`,
    body: lines(about(facts), by('Yazan', facts)),
    why: facts.isForOffice ? `Yorumda biriminiz anıldı: ${facts.officeName}.` : 'Yorumda adınız anıldı.',
  };
};
