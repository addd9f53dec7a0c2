import { useClient } from 'urql';
import { errorsOf, sentenceForError } from '../../../lib/errors';
import { graphql, Refusal } from '../../../lib/graphql';
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
    text: 'Bülten bırakılır ve listeden kalkar. Atılanlar sekmesinde durur; oradan geri getirilebilir.',
    done: 'Taslak atıldı.',
    restored: 'Taslak geri getirildi.',
  },
  {
    title: 'Give the draft up',
    verb: 'Give the draft up',
    text: 'It leaves the list. It stays under Given up and can be brought back from there.',
    done: 'The draft is given up.',
    restored: 'The draft is back.',
  },
);

const DiscardOne = graphql(
  `
    mutation DiscardFromList($id: ID!) {
      bulletinDiscard(id: $id) {
        bulletin {
          id
          state
        }
        errors {
          ...Refusal
        }
      }
    }
  `,
  [Refusal],
);

const RestoreOne = graphql(
  `
    mutation RestoreFromList($id: ID!) {
      bulletinRestore(id: $id) {
        bulletin {
          id
          state
        }
        errors {
          ...Refusal
        }
      }
    }
  `,
  [Refusal],
);

interface DiscardDialogProps {
  readonly bulletin: BulletinRow;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** Asks before a draft is given up. */
export function DiscardDialog({ bulletin, onClose, onDone }: DiscardDialogProps) {
  const { run, errors, isPending } = useAct(DiscardOne);
  const client = useClient();
  const restore = async () => {
    const { data, error } = await client.mutation(RestoreOne, { id: bulletin.id }).toPromise();
    const refusals = error ? errorsOf(error) : (data?.bulletinRestore.errors ?? []);
    toast(refusals.length === 0 ? m.restored() : refusals.map(sentenceForError).join(' '));
    onDone();
  };
  const discard = async () => {
    if (!(await run({ id: bulletin.id })).isDone) return;
    toast(m.done(), () => void restore());
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
