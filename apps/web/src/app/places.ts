import {
  IconAddressBook,
  IconCalendar,
  IconFileText,
  IconHome,
  IconLifebuoy,
  IconSettings,
  IconTemplate,
  IconUser,
  type Icon,
} from '@tabler/icons-react';
import { catalogue } from '../lib/messages';
import { useSession } from '../lib/session';

const m = catalogue(
  {
    today: 'Bugün',
    bulletins: 'Bültenler',
    calendar: 'Takvim',
    media: 'Rehber',
    templates: 'Şablonlar',
    administration: 'Yönetim',
    account: 'Hesabım',
    help: 'Yardım',
  },
  {
    today: 'Today',
    bulletins: 'Bulletins',
    calendar: 'Calendar',
    media: 'Guide',
    templates: 'Templates',
    administration: 'Administration',
    account: 'My account',
    help: 'Help',
  },
);

export interface Place {
  readonly to: string;
  readonly label: string;
  readonly Sign: Icon;
  /** Pressed one after the other. */
  readonly keys: string;
}

const places: readonly Place[] = [
  { to: '/', label: m.today(), Sign: IconHome, keys: 'G U' },
  { to: '/bultenler', label: m.bulletins(), Sign: IconFileText, keys: 'G B' },
  { to: '/takvim', label: m.calendar(), Sign: IconCalendar, keys: 'G T' },
  { to: '/rehber', label: m.media(), Sign: IconAddressBook, keys: 'G R' },
  { to: '/sablonlar', label: m.templates(), Sign: IconTemplate, keys: 'G S' },
  { to: '/yonetim', label: m.administration(), Sign: IconSettings, keys: 'G Y' },
];

/**
 * The places of the viewer in the order of the day; rail, bottom bar, palette and keyboard map read them here. Operators
 * run the platform and have no desk: theirs is the administration.
 */
export function usePlaces(): readonly Place[] {
  const { viewer } = useSession();
  const isOperator = viewer.isOperator && viewer.office === null;
  return isOperator ? places.filter(({ to }) => to === '/yonetim') : places;
}

/** What concerns oneself; at the foot of the rail and in the menus. */
export const ownPlaces: readonly Place[] = [
  { to: '/hesap', label: m.account(), Sign: IconUser, keys: 'G H' },
  { to: '/yardim', label: m.help(), Sign: IconLifebuoy, keys: 'G D' },
];
