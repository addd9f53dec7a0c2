/** Names of states, kinds, posts and clashes, as all pages of the calendar say them. */
import { catalogue } from '../../lib/messages';

export const stateWords = catalogue(
  {
    DRAFT: 'Taslak',
    TENTATIVE: 'Planlandı',
    CONFIRMED: 'Kesinleşti',
    POSTPONED: 'Ertelendi',
    CANCELLED: 'İptal edildi',
    DONE: 'Yapıldı',
  },
  {
    DRAFT: 'Draft',
    TENTATIVE: 'Planned',
    CONFIRMED: 'Confirmed',
    POSTPONED: 'Postponed',
    CANCELLED: 'Cancelled',
    DONE: 'Took place',
  },
);

export const kindWords = catalogue(
  {
    PRESS: 'Basın',
    CULTURE: 'Kültür, sanat',
    SPORT: 'Spor',
    SOCIAL: 'Sosyal hizmet, eğitim',
    TOURISM: 'Turizm',
    COMMEMORATION: 'Tören, anma',
    HOLIDAY: 'Bayram, ramazan',
    OPENING: 'Açılış, ulaşım',
    ENVIRONMENT: 'Çevre, tarım',
    EMERGENCY: 'Afet',
    COORDINATION: 'Eş güdüm',
    OTHER: 'Diğer',
  },
  {
    PRESS: 'Press',
    CULTURE: 'Culture, arts',
    SPORT: 'Sport',
    SOCIAL: 'Social services, education',
    TOURISM: 'Tourism',
    COMMEMORATION: 'Ceremony, commemoration',
    HOLIDAY: 'Holidays, Ramadan',
    OPENING: 'Opening, transport',
    ENVIRONMENT: 'Environment, farming',
    EMERGENCY: 'Emergency',
    COORDINATION: 'Coordination',
    OTHER: 'Other',
  },
);

export const roleWords = catalogue(
  {
    MAYOR: 'Belediye başkanı',
    DEPUTY_MAYOR: 'Başkan yardımcısı',
    SECRETARY_GENERAL: 'Genel sekreter',
    PRESS_DIRECTOR: 'Basın birimi yöneticisi',
  },
  {
    MAYOR: 'Mayor',
    DEPUTY_MAYOR: 'Deputy mayor',
    SECRETARY_GENERAL: 'Secretary general',
    PRESS_DIRECTOR: 'Head of the press unit',
  },
);

export const attendanceWords = catalogue(
  { INVITED: 'Davetli', CONFIRMED: 'Teyitli', DECLINED: 'Katılmıyor' },
  { INVITED: 'Invited', CONFIRMED: 'Confirmed', DECLINED: 'Declined' },
);

export const conflictWords = catalogue(
  {
    VENUE: 'Aynı yer',
    PROTOCOL: 'Aynı protokol',
    CREW: 'Aynı ekip',
    TRAVEL: 'Ekip yetişemez',
    NEARBY_CROWD: 'Yakında büyük etkinlik',
    SAME_MEDIA: 'Aynı basın',
  },
  {
    VENUE: 'Same place',
    PROTOCOL: 'Same protocol',
    CREW: 'Same crew',
    TRAVEL: 'Crew cannot arrive in time',
    NEARBY_CROWD: 'Large event nearby',
    SAME_MEDIA: 'Same media',
  },
);
