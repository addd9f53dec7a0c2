import { catalogue, sentenceOf } from '../../lib/messages';

/** The words of the guide's own values. */
export const words = catalogue(
  {
    AGENCY: 'Haber ajansı',
    NEWSPAPER: 'Gazete',
    TV: 'Televizyon',
    RADIO: 'Radyo',
    WEB: 'Haber sitesi',
    NATIONAL: 'Ulusal',
    REGION: 'Bölgesel',
    PROVINCE: 'İl geneli',
    DISTRICT: 'İlçe',
    EMAIL: 'E-posta',
    WHATSAPP: 'WhatsApp',
    LINK: 'Bağlantı',
    PHONE: 'Telefon',
    TEXT: 'Metin',
    PHOTO: 'Fotoğraf',
    RAW_VIDEO: 'Ham görüntü',
    AUDIO: 'Ses',
    GRAPHIC: 'Grafik',
    FIGURES: 'Rakamlar',
    GUEST: 'Stüdyo konuğu',
    PUBLIC_DUTY: 'Hukuki yükümlülük (KVKK 5/2-ç)',
    LEGITIMATE_INTEREST: 'Meşru menfaat (KVKK 5/2-f)',
    MADE_PUBLIC: 'Kendisi herkese açıklamış (KVKK 5/2-d)',
    EXPLICIT_CONSENT: 'Açık rıza (KVKK 5/1)',
  },
  {
    AGENCY: 'News agency',
    NEWSPAPER: 'Newspaper',
    TV: 'Television',
    RADIO: 'Radio',
    WEB: 'News site',
    NATIONAL: 'National',
    REGION: 'Regional',
    PROVINCE: 'Whole province',
    DISTRICT: 'District',
    EMAIL: 'E-mail',
    WHATSAPP: 'WhatsApp',
    LINK: 'Link',
    PHONE: 'Phone',
    TEXT: 'Text',
    PHOTO: 'Photo',
    RAW_VIDEO: 'Raw footage',
    AUDIO: 'Audio',
    GRAPHIC: 'Graphic',
    FIGURES: 'Figures',
    GUEST: 'Studio guest',
    PUBLIC_DUTY: 'Legal duty (KVKK 5/2-ç)',
    LEGITIMATE_INTEREST: 'Legitimate interest (KVKK 5/2-f)',
    MADE_PUBLIC: 'Made public by the person (KVKK 5/2-d)',
    EXPLICIT_CONSENT: 'Explicit consent (KVKK 5/1)',
  },
);

export const outletKinds = ['NEWSPAPER', 'WEB', 'TV', 'RADIO', 'AGENCY'] as const;
export const outletScopes = ['DISTRICT', 'PROVINCE', 'REGION', 'NATIONAL'] as const;
export const channels = ['EMAIL', 'WHATSAPP', 'LINK', 'PHONE'] as const;
export const needs = ['TEXT', 'PHOTO', 'RAW_VIDEO', 'AUDIO', 'GRAPHIC', 'FIGURES', 'LINK', 'GUEST'] as const;
export const legalBases = ['MADE_PUBLIC', 'EXPLICIT_CONSENT', 'PUBLIC_DUTY', 'LEGITIMATE_INTEREST'] as const;

export type OutletKind = (typeof outletKinds)[number];
export type OutletScope = (typeof outletScopes)[number];
export type Channel = (typeof channels)[number];
export type Need = (typeof needs)[number];
export type LegalBasis = (typeof legalBases)[number];

/** The options of a choice among enum values, in the given order. */
export function optionsOf<Value extends keyof typeof words>(values: readonly Value[]) {
  return values.map((value) => ({ value, label: sentenceOf(words, value) }));
}
