import { sentenceForError } from '../../lib/errors';
import { graphql, Refusal } from '../../lib/graphql';
import { catalogue } from '../../lib/messages';
import { useAct } from '../../lib/use-act';
import { Button } from '../../ui/button';
import { toast } from '../../ui/toast';
import { actWords } from './reasons';

const m = catalogue(
  { done: 'Bültene katıldınız. Kendi bölümünüzü yazabilirsiniz.' },
  { done: 'You take part now. You can write your own section.' },
);

const Accept = graphql(
  `
    mutation TodayAccept($id: ID!) {
      bulletinAccept(id: $id) {
        bulletin {
          id
          version
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

interface AcceptButtonProps {
  readonly id: string;
  readonly label: string;
  readonly onDone: () => void;
}

/** Takes part without leaving the page; what one takes part in can be read, and left, on its own page. */
export function AcceptButton({ id, label, onDone }: AcceptButtonProps) {
  const { run, isPending } = useAct(Accept);
  const accept = async () => {
    const outcome = await run({ id });
    toast(outcome.isDone ? m.done() : outcome.errors.map(sentenceForError).join(' '));
    onDone();
  };
  return (
    <Button aria-label={label} isPending={isPending} onPress={() => void accept()}>
      {actWords.ANSWER_INVITATION()}
    </Button>
  );
}
