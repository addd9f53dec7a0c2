import { useClient } from 'urql';
import { sentenceForError, type UserError } from '../../lib/errors';
import { graphql, Refusal } from '../../lib/graphql';
import { catalogue } from '../../lib/messages';
import { useAct } from '../../lib/use-act';
import { toast } from '../../ui/toast';
import { WaitingCount } from './waiting-count';

const m = catalogue(
  { unfollowed: 'Bu bültenin haberlerini artık almayacaksınız; sizden istenenler yine gelir.' },
  { unfollowed: 'You get no more news of this bulletin; what is asked of you still comes.' },
);

const MarkRead = graphql(
  `
    mutation NotificationMarkRead($id: ID!) {
      notificationMarkRead(id: $id) {
        notification {
          id
          readAt
        }
        errors {
          ...Refusal
        }
      }
    }
  `,
  [Refusal],
);

const MarkBulletinRead = graphql(
  `
    mutation NotificationMarkBulletinRead($bulletinId: ID!) {
      notificationMarkBulletinRead(bulletinId: $bulletinId) {
        markedCount
        errors {
          ...Refusal
        }
      }
    }
  `,
  [Refusal],
);

const MarkAllRead = graphql(
  `
    mutation NotificationMarkAllRead {
      notificationMarkAllRead {
        markedCount
        errors {
          ...Refusal
        }
      }
    }
  `,
  [Refusal],
);

const Snooze = graphql(
  `
    mutation NotificationSnooze($id: ID!, $until: DateTime!) {
      notificationSnooze(id: $id, until: $until) {
        notification {
          id
          readAt
          snoozedUntil
        }
        errors {
          ...Refusal
        }
      }
    }
  `,
  [Refusal],
);

const Follow = graphql(
  `
    mutation NotificationFollow($id: ID!) {
      bulletinFollow(id: $id) {
        bulletin {
          id
          viewerFollowing
        }
        errors {
          ...Refusal
        }
      }
    }
  `,
  [Refusal],
);

const Unfollow = graphql(
  `
    mutation NotificationUnfollow($id: ID!) {
      bulletinUnfollow(id: $id) {
        bulletin {
          id
          viewerFollowing
        }
        errors {
          ...Refusal
        }
      }
    }
  `,
  [Refusal],
);

type Outcome = { readonly isDone: true } | { readonly isDone: false; readonly errors: readonly UserError[] };

/** The acts on one row. After each the bell counts again, even when its panel is closed by then; the list does so by `onChanged`. */
export function useRowActs(onChanged: () => void) {
  const client = useClient();
  const read = useAct(MarkRead);
  const readBulletin = useAct(MarkBulletinRead);
  const snooze = useAct(Snooze);
  const follow = useAct(Follow);
  const unfollow = useAct(Unfollow);
  const settle = (outcome: Outcome, words?: string, undo?: () => void) => {
    if (!outcome.isDone) toast(outcome.errors.map(sentenceForError).join(' '));
    else if (words !== undefined) toast(words, undo);
    void client.query(WaitingCount, {}, { requestPolicy: 'network-only' }).toPromise();
    onChanged();
  };
  return {
    /** The row stands for all about its bulletin; one that is out of sight is read alone. */
    markRead: async (id: string, bulletinId: string | null) =>
      settle(bulletinId === null ? await read.run({ id }) : await readBulletin.run({ bulletinId })),
    snooze: async (id: string, until: Date, words: string) =>
      settle(await snooze.run({ id, until: until.toISOString() }), words),
    unfollow: async (bulletinId: string) =>
      settle(await unfollow.run({ id: bulletinId }), m.unfollowed(), () => {
        void follow.run({ id: bulletinId }).then(onChanged);
      }),
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
