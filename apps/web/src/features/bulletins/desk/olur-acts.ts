/** Acts on signatures and on what one is told of; each answers the bulletin as it is then. */
import { graphql } from '../../../lib/graphql';
import { DeskBulletinFragment } from './desk-bulletin';

export const SignBulletin = graphql(
  `
    mutation SignBulletin($id: ID!, $input: BulletinSignInput!) {
      bulletinSign(id: $id, input: $input) {
        bulletin {
          ...DeskBulletin
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
  [DeskBulletinFragment],
);

export const ReturnBulletin = graphql(
  `
    mutation ReturnBulletin($id: ID!, $input: ReasonInput!) {
      bulletinReturn(id: $id, input: $input) {
        bulletin {
          ...DeskBulletin
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
  [DeskBulletinFragment],
);

export const TakeSignatureBack = graphql(
  `
    mutation TakeSignatureBack($id: ID!) {
      bulletinWithdrawSignature(id: $id) {
        bulletin {
          ...DeskBulletin
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
  [DeskBulletinFragment],
);

export const MarkBulletinSeen = graphql(
  `
    mutation MarkBulletinSeen($id: ID!) {
      bulletinMarkSeen(id: $id) {
        bulletin {
          ...DeskBulletin
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
  [DeskBulletinFragment],
);

export const RemindOffices = graphql(
  `
    mutation RemindOffices($id: ID!, $input: BulletinRemindInput!) {
      bulletinRemind(id: $id, input: $input) {
        bulletin {
          ...DeskBulletin
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
  [DeskBulletinFragment],
);

export const FollowBulletin = graphql(
  `
    mutation FollowBulletin($id: ID!) {
      bulletinFollow(id: $id) {
        bulletin {
          ...DeskBulletin
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
  [DeskBulletinFragment],
);

export const UnfollowBulletin = graphql(
  `
    mutation UnfollowBulletin($id: ID!) {
      bulletinUnfollow(id: $id) {
        bulletin {
          ...DeskBulletin
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
  [DeskBulletinFragment],
);
