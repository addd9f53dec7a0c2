import { catalogue } from '../../../lib/messages';

/** Why the release gate stays closed. */
export const gateWords = catalogue(
  {
    NOT_APPROVED: 'Servis onayı yok.',
    SIGNATURES_MISSING: 'Gerekli olurlar tamam değil.',
    HASH_DIFFERS: 'Metin, olur verilen metinle aynı değil.',
    EMBARGO: 'Ambargo sürüyor.',
    SCHEDULE: 'Planlanan saat gelmedi.',
    FROZEN: 'Kriz dondurması var.',
    BLACKOUT: 'Yayın yasağı dönemi.',
    NOT_RELEASED: 'Henüz servis edilmedi.',
    WITHDRAWN: 'Geri çekildi.',
  },
  {
    NOT_APPROVED: 'The release is not approved.',
    SIGNATURES_MISSING: 'Required signatures are missing.',
    HASH_DIFFERS: 'The text is not the signed one.',
    EMBARGO: 'The embargo still holds.',
    SCHEDULE: 'The planned time has not come.',
    FROZEN: 'A crisis freeze is on.',
    BLACKOUT: 'A blackout is on.',
    NOT_RELEASED: 'Not released yet.',
    WITHDRAWN: 'Withdrawn.',
  },
);
