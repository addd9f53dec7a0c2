import { graphql, Refusal, type ResultOf } from '../../../lib/graphql';

export const CommentFragment = graphql(`
  fragment DeskComment on BulletinComment @_unmask {
    id
    threadId
    sectionId
    anchorId
    body
    quotedText
    createdAt
    editedAt
    resolvedAt
    author {
      id
      name
    }
    office {
      id
      name
    }
  }
`);

export const CommentsQuery = graphql(
  `
    query BulletinComments($id: ID!) {
      bulletinComments(id: $id) {
        ...DeskComment
      }
    }
  `,
  [CommentFragment],
);

export const AddComment = graphql(
  `
    mutation AddBulletinComment($id: ID!, $input: BulletinCommentAddInput!) {
      bulletinCommentAdd(id: $id, input: $input) {
        comment {
          ...DeskComment
        }
        errors {
          ...Refusal
        }
      }
    }
  `,
  [CommentFragment, Refusal],
);

export const ResolveComment = graphql(
  `
    mutation ResolveBulletinComment($id: ID!, $commentId: ID!) {
      bulletinCommentResolve(id: $id, commentId: $commentId) {
        comment {
          ...DeskComment
        }
        errors {
          ...Refusal
        }
      }
    }
  `,
  [CommentFragment, Refusal],
);

export type DeskComment = ResultOf<typeof CommentsQuery>['bulletinComments'][number];

/** A thread: what began it, and the answers, oldest first. */
export interface Thread {
  readonly first: DeskComment;
  readonly answers: readonly DeskComment[];
}

/** Remarks by thread, open ones first, each oldest first. */
export function threadsOf(comments: readonly DeskComment[]): Thread[] {
  const threads = comments
    .filter(({ id, threadId }) => id === threadId)
    .map((first) => ({
      first,
      answers: comments.filter(({ id, threadId }) => threadId === first.id && id !== first.id),
    }));
  return [
    ...threads.filter(({ first }) => first.resolvedAt === null),
    ...threads.filter(({ first }) => first.resolvedAt !== null),
  ];
}

/** The open thread about marked words of a section; null: there is none. */
export function threadAt(comments: readonly DeskComment[], sectionId: string, anchorId: string | null): Thread | null {
  if (anchorId === null) return null;
  const isIt = ({ first }: Thread) =>
    first.anchorId === anchorId && first.sectionId === sectionId && first.resolvedAt === null;
  return threadsOf(comments).find(isIt) ?? null;
}
