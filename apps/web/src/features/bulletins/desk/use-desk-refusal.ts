import { sentenceOf } from '../../../lib/messages';
import { useIsOnline } from '../../../lib/online';
import { useSession } from '../../../lib/session';
import { catalogue } from '../../../lib/messages';
import { fitsState, refusalOf } from './desk-acts';
import type { DeskAct, DeskBulletin } from './desk-bulletin';
import { stateWords } from './desk-words';

const m = catalogue({ offline: 'Çevrimdışısınız; bağlanınca yapabilirsiniz.' }, { offline: 'You are offline.' });

/** Why each act cannot be done now, for the acting office; undefined where it can. */
export function useDeskRefusal(bulletin: DeskBulletin): (act: DeskAct) => string | undefined {
  const { viewer } = useSession();
  const isOnline = useIsOnline();
  return (act) => {
    const refusal = refusalOf(bulletin, act, {
      officeId: viewer.office?.id,
      stateName: sentenceOf(stateWords, bulletin.state),
      fits: fitsState(bulletin, act),
    });
    return refusal ?? (isOnline ? undefined : m.offline());
  };
}
