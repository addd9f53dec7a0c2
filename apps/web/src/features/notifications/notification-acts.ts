import { graphql } from '../../lib/graphql';
import { useAct } from '../../lib/use-act';

const MarkRead = graphql(`
  mutation NotificationMarkRead($id: ID!) {
    notificationMarkRead(id: $id) {
      notification {
        id
        readAt
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

const MarkAllRead = graphql(`
  mutation NotificationMarkAllRead {
    notificationMarkAllRead {
      markedCount
      errors {
        code
        path
        details
        message
      }
    }
  }
`);

/** Counts and lists are read again after an act, which is what `onChanged` is for. */
export function useMarkRead(onChanged: () => void) {
  const { run } = useAct(MarkRead);
  return {
    run: async (variables: { readonly id: string }) => {
      await run(variables);
      onChanged();
    },
  };
}

export function useMarkAllRead(onChanged: () => void) {
  const { run, isPending } = useAct(MarkAllRead);
  return {
    isPending,
    run: async () => {
      await run({});
      onChanged();
    },
  };
}
