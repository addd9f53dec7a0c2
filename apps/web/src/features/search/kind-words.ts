import { catalogue } from '../../lib/messages';
import type { RecordKind } from './records';

export const kindWords = catalogue(
  {
    BULLETIN: 'Bültenler',
    CONTACT: 'Basın mensupları',
    OUTLET: 'Basın kuruluşları',
    LIST: 'Dağıtım listeleri',
    PERSON: 'Üyeler',
    OFFICE: 'Birimler',
    TEMPLATE: 'Şablonlar',
  },
  {
    BULLETIN: 'Bulletins',
    CONTACT: 'Press contacts',
    OUTLET: 'Outlets',
    LIST: 'Distribution lists',
    PERSON: 'Members',
    OFFICE: 'Offices',
    TEMPLATE: 'Templates',
  },
);

const slugs: Readonly<Record<RecordKind, string>> = {
  BULLETIN: 'bulten',
  CONTACT: 'kisi',
  OUTLET: 'kurulus',
  LIST: 'liste',
  PERSON: 'uye',
  OFFICE: 'birim',
  TEMPLATE: 'sablon',
};

/** How a kind is written in the address. */
export const slugOf = (kind: RecordKind) => slugs[kind];

/** The kind of an address, or null for all kinds. */
export function kindOf(slug: string | undefined): RecordKind | null {
  const found = Object.entries(slugs).find(([, known]) => known === slug);
  return found ? (found[0] as RecordKind) : null;
}
