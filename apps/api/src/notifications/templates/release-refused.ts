import { GateReason } from '@domain/release/release-gate';
import { aBulletin, about, lines, takesPart, type NotificationTemplate } from './words';

const reasonWords: Readonly<Partial<Record<string, string>>> = {
  [GateReason.NOT_APPROVED]: 'yayın onayı yok',
  [GateReason.SIGNATURES_MISSING]: 'eksik olur var',
  [GateReason.HASH_DIFFERS]: 'metin, olur verilen metinden farklı',
  [GateReason.FROZEN]: 'kriz nedeniyle yayınlar durduruldu',
  [GateReason.BLACKOUT]: 'yayın yasağı süresi içinde',
};

export const releaseRefused: NotificationTemplate = (facts) => {
  const reasons = facts.refusal.map((reason) => reasonWords[reason] ?? 'yayın koşulları sağlanmadı');
  return {
    title: `${aBulletin(facts)} zamanında yayımlanamadı`,
    body: lines(about(facts), reasons.length > 0 ? `Engel: ${[...new Set(reasons)].join('; ')}` : null),
    why: takesPart(facts),
  };
};
