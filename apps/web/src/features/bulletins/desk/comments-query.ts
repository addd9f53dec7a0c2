import { graphql, type ResultOf } from '../../../lib/graphql';

export const CommentFragment = graphql(`
  fragment DeskComment on BulletinComment @_unmask {
    id
    threadId
    sectionId
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
          code
          path
          details
          message
        }
      }
    }
  `,
  [CommentFragment],
);

export const ResolveComment = graphql(
  `
    mutation ResolveBulletinComment($id: ID!, $commentId: ID!) {
      bulletinCommentResolve(id: $id, commentId: $commentId) {
        comment {
          ...DeskComment
        }
        errors {
          code
          path
          details
          message
        }
      }
    }
  `,
  [CommentFragment],
);

export type DeskComment = ResultOf<typeof CommentsQuery>['bulletinComments'][number];

export interface Thread {
  readonly start: DeskComment;
  readonly replies: readonly DeskComment[];
}

/** Remarks by thread, open ones first, each oldest first. */
export function threadsOf(comments: readonly DeskComment[]): Thread[] {
  const threads = comments
    .filter(({ id, threadId }) => id === threadId)
    .map((start) => ({
      start,
      replies: comments.filter(({ id, threadId }) => threadId === start.id && id !== start.id),
    }));
  return [
    ...threads.filter(({ start }) => start.resolvedAt === null),
    ...threads.filter(({ start }) => start.resolvedAt !== null),
  ];
}
