import { useNavigate } from '@tanstack/react-router';
import { sentenceForError } from '../../../lib/errors';
import { graphql, Refusal } from '../../../lib/graphql';
import { catalogue } from '../../../lib/messages';
import { useAct } from '../../../lib/use-act';
import { toast } from '../../../ui/toast';

const m = catalogue(
  { duplicated: 'Yeni taslak açıldı; birimler, ambargo ve olurlar aktarılmadı.' },
  { duplicated: 'A new draft is open; offices, embargo and signatures were not carried over.' },
);

const Duplicate = graphql(
  `
    mutation DuplicateFromList($id: ID!) {
      bulletinDuplicate(id: $id) {
        bulletin {
          id
        }
        errors {
          ...Refusal
        }
      }
    }
  `,
  [Refusal],
);

/** Makes a draft with the same words and opens it. */
export function useDuplicate() {
  const { run } = useAct(Duplicate);
  const navigate = useNavigate();
  return async (id: string) => {
    const outcome = await run({ id });
    if (!outcome.isDone) return toast(outcome.errors.map(sentenceForError).join(' '));
    const copy = outcome.payload.bulletin;
    if (!copy) return;
    await navigate({ to: '/bultenler/$id', params: { id: copy.id } });
    toast(m.duplicated());
  };
}
