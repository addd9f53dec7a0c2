/** Names of the states, kinds and parts of a bulletin, as all parts of its page say them. */
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

export const kindWords = catalogue(
  {
    BULLETIN: 'Bülten',
    STATEMENT: 'Açıklama',
    MEDIA_ADVISORY: 'Basın daveti',
    BRIEFING_NOTE: 'Bilgi notu',
    QUESTIONS_AND_ANSWERS: 'Soru-cevap',
    CORRECTION: 'Düzeltme',
  },
  {
    BULLETIN: 'Bulletin',
    STATEMENT: 'Statement',
    MEDIA_ADVISORY: 'Media advisory',
    BRIEFING_NOTE: 'Briefing note',
    QUESTIONS_AND_ANSWERS: 'Questions and answers',
    CORRECTION: 'Correction',
  },
);

export const sectionWords = catalogue(
  {
    HEADLINE: 'Başlık',
    SPOT: 'Spot',
    LEAD: 'Giriş',
    FACTS: 'Bilgi kutusu',
    OFFICE: 'Birim paragrafı',
    QUOTE: 'Alıntı',
    CLOSING: 'Kapanış',
    ATTACHMENTS: 'Görseller ve ekler',
  },
  {
    HEADLINE: 'Headline',
    SPOT: 'Standfirst',
    LEAD: 'Lead',
    FACTS: 'Facts',
    OFFICE: 'Office paragraph',
    QUOTE: 'Quote',
    CLOSING: 'Closing',
    ATTACHMENTS: 'Pictures and attachments',
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
