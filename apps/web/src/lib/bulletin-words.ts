/** Words about bulletins that pages of other features need. */
import { catalogue } from './messages';

export const nameless = catalogue({ headline: 'Başlıksız taslak' }, { headline: 'Draft without a headline' });

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
