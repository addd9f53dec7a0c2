import { about, by, lines, type NotificationTemplate } from './words';

export const suggestionDecided: NotificationTemplate = (facts) => {
  const isAccepted = facts.decision === 'ACCEPTED';
  const [one, many] = isAccepted
    ? ['Öneriniz kabul edildi', 'Önerileriniz kabul edildi']
    : ['Öneriniz reddedildi', 'Önerileriniz reddedildi'];
  const isOne = facts.suggestionCount < 2;
  return {
    title: isOne ? one : many,
    body: lines(
      about(facts),
      isOne ? null : `Öneri sayısı: ${facts.suggestionCount}`,
      by(isAccepted ? 'Kabul eden' : 'Reddeden', facts),
    ),
    why: 'Bu metne öneri yapmıştınız.',
  };
};
