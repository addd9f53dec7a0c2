import { LegalBasis, OutletType } from '@domain/media/media';
import { fold } from '@turkish/fold';

/** The columns of a file of contacts, in the order in which they are written out. */
export enum ContactColumn {
  OUTLET = 'OUTLET',
  TYPE = 'TYPE',
  DISTRICTS = 'DISTRICTS',
  NAME = 'NAME',
  UNIT = 'UNIT',
  EMAIL = 'EMAIL',
  PHONE = 'PHONE',
  LEGAL_BASIS = 'LEGAL_BASIS',
  SOURCE = 'SOURCE',
  NOTICE_GIVEN_ON = 'NOTICE_GIVEN_ON',
  NOTES = 'NOTES',
}

interface ColumnNames {
  /** How we write it. */
  readonly heading: string;
  /** How others write it, in either language, folded and without anything but letters. */
  readonly aliases: readonly string[];
}

export const CONTACT_COLUMNS: Readonly<Record<ContactColumn, ColumnNames>> = {
  [ContactColumn.OUTLET]: {
    heading: 'Kuruluş',
    aliases: [
      'yayin',
      'yayinkurulusu',
      'kurulus',
      'kurum',
      'medya',
      'gazete',
      'outlet',
      'organisation',
      'organization',
      'company',
    ],
  },
  [ContactColumn.TYPE]: { heading: 'Tür', aliases: ['tur', 'turu', 'yayinturu', 'type', 'kind', 'mediatype'] },
  [ContactColumn.DISTRICTS]: { heading: 'İlçeler', aliases: ['ilce', 'ilceler', 'kapsam', 'district', 'districts'] },
  [ContactColumn.NAME]: {
    heading: 'Ad soyad',
    aliases: ['ad', 'adi', 'adsoyad', 'adisoyadi', 'isim', 'kisi', 'name', 'fullname', 'contact'],
  },
  [ContactColumn.UNIT]: {
    heading: 'Birim',
    aliases: ['birim', 'gorev', 'gorevi', 'unvan', 'masa', 'unit', 'role', 'desk', 'title'],
  },
  [ContactColumn.EMAIL]: {
    heading: 'E-posta',
    aliases: ['eposta', 'epostaadresi', 'mail', 'mailadresi', 'email', 'emailaddress', 'elektronikposta'],
  },
  [ContactColumn.PHONE]: { heading: 'Telefon', aliases: ['telefon', 'tel', 'gsm', 'ceptelefonu', 'phone', 'mobile'] },
  [ContactColumn.LEGAL_BASIS]: {
    heading: 'Hukuki dayanak',
    aliases: ['hukukidayanak', 'dayanak', 'hukukisebep', 'legalbasis', 'basis'],
  },
  [ContactColumn.SOURCE]: { heading: 'Kaynak', aliases: ['kaynak', 'verikaynagi', 'source'] },
  [ContactColumn.NOTICE_GIVEN_ON]: {
    heading: 'Aydınlatma tarihi',
    aliases: ['aydinlatmatarihi', 'aydinlatma', 'noticegivenon', 'noticedate'],
  },
  [ContactColumn.NOTES]: { heading: 'Notlar', aliases: ['not', 'notlar', 'aciklama', 'note', 'notes'] },
};

/** The column that a heading names, however it is written, or null. */
export function columnOf(heading: string): ContactColumn | null {
  const key = letters(heading);
  return (
    Object.values(ContactColumn).find(
      (column) => CONTACT_COLUMNS[column].aliases.includes(key) || letters(CONTACT_COLUMNS[column].heading) === key,
    ) ?? null
  );
}

/** How values of closed lists are written out. Read back by `typeOf` and `legalBasisOf`. */
export const TYPE_LABELS: Readonly<Record<OutletType, string>> = {
  [OutletType.AGENCY]: 'Ajans',
  [OutletType.NEWSPAPER]: 'Gazete',
  [OutletType.TV]: 'Televizyon',
  [OutletType.RADIO]: 'Radyo',
  [OutletType.WEB]: 'Haber sitesi',
};

export const LEGAL_BASIS_LABELS: Readonly<Record<LegalBasis, string>> = {
  [LegalBasis.PUBLIC_DUTY]: 'Hukuki yükümlülük',
  [LegalBasis.LEGITIMATE_INTEREST]: 'Meşru menfaat',
  [LegalBasis.MADE_PUBLIC]: 'Alenileştirme',
  [LegalBasis.EXPLICIT_CONSENT]: 'Açık rıza',
};

const typeAliases: Readonly<Record<string, OutletType>> = {
  haberajansi: OutletType.AGENCY,
  tv: OutletType.TV,
  internet: OutletType.WEB,
  internetsitesi: OutletType.WEB,
  site: OutletType.WEB,
  dergi: OutletType.NEWSPAPER,
};

export function typeOf(text: string): OutletType | null {
  return typeAliases[letters(text)] ?? valueOf(TYPE_LABELS, text);
}

export function legalBasisOf(text: string): LegalBasis | null {
  return valueOf(LEGAL_BASIS_LABELS, text);
}

/** By its label or by its name in the API. */
function valueOf<T extends string>(labels: Readonly<Record<T, string>>, text: string): T | null {
  const key = letters(text);
  return (Object.keys(labels) as T[]).find((value) => letters(labels[value]) === key || letters(value) === key) ?? null;
}

function letters(text: string): string {
  return fold(text).replace(/[^a-z]+/g, '');
}
