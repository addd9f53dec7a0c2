import { graphql, type ResultOf } from '../../../../lib/graphql';

/** Every remark on the bulletin, oldest first. */
export const CommentsQuery = graphql(`
  query EditorComments($id: ID!) {
    bulletinComments(id: $id) {
      id
      threadId
      sectionId
      anchorId
      quotedText
      body
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
  }
`);

export const AddComment = graphql(`
  mutation EditorCommentAdd($id: ID!, $input: BulletinCommentAddInput!) {
    bulletinCommentAdd(id: $id, input: $input) {
      comment {
        id
        threadId
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

export const ResolveComment = graphql(`
  mutation EditorCommentResolve($id: ID!, $commentId: ID!) {
    bulletinCommentResolve(id: $id, commentId: $commentId) {
      comment {
        id
        resolvedAt
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

export type Comment = ResultOf<typeof CommentsQuery>['bulletinComments'][number];

/** A thread: what began it, and the answers in order. */
export interface Thread {
  readonly first: Comment;
  readonly answers: readonly Comment[];
}

/** The open thread about the words that the caret stands in; the page's own list shows all threads. */
export function threadAt(comments: readonly Comment[], sectionId: string, anchorId: string | null): Thread | null {
  const first = comments.find(
    (comment) =>
      anchorId !== null
      && comment.anchorId === anchorId
      && comment.sectionId === sectionId
      && comment.id === comment.threadId
      && comment.resolvedAt === null,
  );
  if (first === undefined) return null;
  return { first, answers: comments.filter(({ id, threadId }) => threadId === first.id && id !== first.id) };
}
