import { catalogue } from '../../../lib/messages';
import { useSession } from '../../../lib/session';
import { Button } from '../../../ui/button';
import { primaryActOf } from './desk-acts';
import { useDesk } from './desk-context';
import { PrimaryAct } from './primary-act';
import css from './thumb-bar.module.css';

const m = catalogue({ label: 'Olur', return: 'Düzeltme iste' }, { label: 'Signature', return: 'Ask for changes' });

/** On phones: the two answers of the own office within the thumb's reach. */
export function ThumbBar() {
  const { bulletin, ask, refusal } = useDesk();
  const { viewer } = useSession();
  const act = primaryActOf(bulletin, viewer.office?.id);
  if (act !== 'SIGN' && act !== 'RENEW') return null;
  return (
    <div className={css.bar} role="group" aria-label={m.label()}>
      <Button refusal={refusal('RETURN')} onPress={() => ask('return')}>
        {m.return()}
      </Button>
      <PrimaryAct />
    </div>
  );
}
