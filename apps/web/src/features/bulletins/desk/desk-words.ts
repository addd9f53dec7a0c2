/** Names of the states of a bulletin and of its signatures, as all parts of its page say them. */
import { catalogue } from '../../../lib/messages';

export const stateWords = catalogue(
  {
    DRAFT: 'Taslak',
    IN_REVIEW: 'Görüşte',
    IN_SIGNOFF: 'Olurda',
    SCHEDULED: 'Servise hazır',
    RELEASED: 'Servis edildi',
    WITHDRAWN: 'Geri çekildi',
    DISCARDED: 'Atıldı',
  },
  {
    DRAFT: 'Draft',
    IN_REVIEW: 'In review',
    IN_SIGNOFF: 'Sign-off',
    SCHEDULED: 'Ready to release',
    RELEASED: 'Released',
    WITHDRAWN: 'Withdrawn',
    DISCARDED: 'Given up',
  },
);

export const signatureWords = catalogue(
  {
    PENDING: 'Bekliyor',
    SEEN: 'Gördü',
    SIGNED: 'Olur verdi',
    RETURNED: 'Düzeltme istedi',
    STALE: 'Yenilenmeli',
    WITHDRAWN: 'Olurunu geri aldı',
    DECLINED: 'Ayrıldı',
    EXEMPT: 'Muaf',
  },
  {
    PENDING: 'Waiting',
    SEEN: 'Seen',
    SIGNED: 'Signed',
    RETURNED: 'Asked for changes',
    STALE: 'To renew',
    WITHDRAWN: 'Took its signature back',
    DECLINED: 'Left',
    EXEMPT: 'Exempt',
  },
);
