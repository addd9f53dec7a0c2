import { graphql } from '../../../lib/graphql';
import { catalogue } from '../../../lib/messages';
import { useAct } from '../../../lib/use-act';
import { ErrorSummary } from '../../../ui/feedback';
import { Confirm } from '../../../ui/overlay';
import { toast } from '../../../ui/toast';
import type { BulletinRow } from './list-query';
import { headlineOf } from './row-parts';

const m = catalogue(
  {
    title: 'Taslak atılsın mı',
    verb: 'Taslağı at',
    text: 'Bülten bırakılır ve listeden kalkar. Metni Atılanlar sekmesinde okunur kalır, servis edilemez.',
    done: 'Taslak atıldı.',
  },
  {
    title: 'Give the draft up',
    verb: 'Give the draft up',
    text: 'It leaves the list. Its text stays readable under Given up; it cannot be released.',
    done: 'The draft is given up.',
  },
);

const DiscardOne = graphql(`
  mutation DiscardFromList($id: ID!) {
    bulletinDiscard(id: $id) {
      bulletin {
        id
        state
      }
      errors {
        code
        path
        details
        message
      }
    }
  }
`);

interface DiscardDialogProps {
  readonly bulletin: BulletinRow;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** Asks before a draft is given up. */
export function DiscardDialog({ bulletin, onClose, onDone }: DiscardDialogProps) {
  const { run, errors, isPending } = useAct(DiscardOne);
  const discard = async () => {
    if (!(await run({ id: bulletin.id })).isDone) return;
    toast(m.done());
    onClose();
    onDone();
  };
  return (
    <Confirm
      title={m.title()}
      verb={m.verb()}
      isDangerous
      isOpen
      isPending={isPending}
      onClose={onClose}
      onConfirm={discard}
    >
      <ErrorSummary errors={errors} />
      <p>
        <strong>{headlineOf(bulletin)}</strong>
      </p>
      <p>{m.text()}</p>
    </Confirm>
  );
}
