import { catalogue } from '../../../lib/messages';
import { SignBulletin } from './olur-acts';
import { useDesk } from './desk-context';

const m = catalogue({ renewed: 'Olurunuz yenilendi.' }, { renewed: 'Your signature is renewed.' });

/** Signs the words on screen anew; what changed since the last answer stands beside the button. */
export function useRenew(): () => Promise<void> {
  const { bulletin, run, ask } = useDesk();
  const { id, viewerSignableHash } = bulletin;
  return async () => {
    if (viewerSignableHash === null) return;
    const done = await run(SignBulletin, { id, input: { hash: viewerSignableHash } }, m.renewed());
    if (done !== null) ask(null);
  };
}
