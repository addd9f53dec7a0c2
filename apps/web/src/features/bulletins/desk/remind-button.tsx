import { catalogue } from '../../../lib/messages';
import { useSession } from '../../../lib/session';
import { Button } from '../../../ui/button';
import { RemindOffices } from './olur-acts';
import { may } from './desk-bulletin';
import { useDesk } from './desk-context';

const m = catalogue(
  { remind: 'Hatırlat', done: 'Oluru beklenen birimlere hatırlatıldı.' },
  { remind: 'Remind', done: 'The offices that have not signed are reminded.' },
);

const waited: ReadonlySet<string> = new Set(['PENDING', 'SEEN', 'STALE', 'WITHDRAWN']);

/** Reminds every other office whose signature is waited for. */
export function RemindButton() {
  const { bulletin, run, isRunning } = useDesk();
  const { viewer } = useSession();
  const officeIds = bulletin.signatures
    .filter(({ office, status }) => waited.has(status) && office.id !== viewer.office?.id)
    .map(({ office }) => office.id);
  if (!may(bulletin, 'REMIND') || officeIds.length === 0) return null;
  return (
    <Button
      look="quiet"
      isPending={isRunning}
      onPress={() => void run(RemindOffices, { id: bulletin.id, input: { officeIds } }, m.done())}
    >
      {m.remind()}
    </Button>
  );
}
