import { useNavigate } from '@tanstack/react-router';
import { sentenceForError } from '../../lib/errors';
import { graphql } from '../../lib/graphql';
import { useAct } from '../../lib/use-act';
import { toast } from '../../ui/toast';

const Create = graphql(`
  mutation TodayCreate($input: BulletinCreateInput!) {
    bulletinCreate(input: $input) {
      bulletin {
        id
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

/** Begins a draft, from a template or empty, and opens it; nothing else is asked before. */
export function useNewBulletin() {
  const { run } = useAct(Create);
  const navigate = useNavigate();
  return async (templateId: string | null) => {
    const outcome = await run({ input: { templateId } });
    if (!outcome.isDone) return toast(outcome.errors.map(sentenceForError).join(' '));
    const { bulletin } = outcome.payload;
    if (bulletin) await navigate({ to: '/bultenler/$id', params: { id: bulletin.id } });
  };
}
