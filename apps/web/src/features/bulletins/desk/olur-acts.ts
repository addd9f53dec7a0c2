/** Acts on signatures and on what one is told of; each answers the bulletin as it is then. */
import { graphql, Refusal } from '../../../lib/graphql';
import { DeskBulletinFragment } from './desk-bulletin';

export const SignBulletin = graphql(
  `
    mutation SignBulletin($id: ID!, $input: BulletinSignInput!) {
      bulletinSign(id: $id, input: $input) {
        bulletin {
          ...DeskBulletin
        }
        errors {
          ...Refusal
        }
      }
    }
  `,
  [DeskBulletinFragment, Refusal],
);

export const ReturnBulletin = graphql(
  `
    mutation ReturnBulletin($id: ID!, $input: ReasonInput!) {
      bulletinReturn(id: $id, input: $input) {
        bulletin {
          ...DeskBulletin
        }
        errors {
          ...Refusal
        }
      }
    }
  `,
  [DeskBulletinFragment, Refusal],
);

export const TakeSignatureBack = graphql(
  `
    mutation TakeSignatureBack($id: ID!) {
      bulletinWithdrawSignature(id: $id) {
        bulletin {
          ...DeskBulletin
        }
        errors {
          ...Refusal
        }
      }
    }
  `,
  [DeskBulletinFragment, Refusal],
);

export const MarkBulletinSeen = graphql(
  `
    mutation MarkBulletinSeen($id: ID!) {
      bulletinMarkSeen(id: $id) {
        bulletin {
          ...DeskBulletin
        }
        errors {
          ...Refusal
        }
      }
    }
  `,
  [DeskBulletinFragment, Refusal],
);

export const RemindOffices = graphql(
  `
    mutation RemindOffices($id: ID!, $input: BulletinRemindInput!) {
      bulletinRemind(id: $id, input: $input) {
        bulletin {
          ...DeskBulletin
        }
        errors {
          ...Refusal
        }
      }
    }
  `,
  [DeskBulletinFragment, Refusal],
);

export const FollowBulletin = graphql(
  `
    mutation FollowBulletin($id: ID!) {
      bulletinFollow(id: $id) {
        bulletin {
          ...DeskBulletin
        }
        errors {
          ...Refusal
        }
      }
    }
  `,
  [DeskBulletinFragment, Refusal],
);

export const UnfollowBulletin = graphql(
  `
    mutation UnfollowBulletin($id: ID!) {
      bulletinUnfollow(id: $id) {
        bulletin {
          ...DeskBulletin
        }
        errors {
          ...Refusal
        }
      }
    }
  `,
  [DeskBulletinFragment, Refusal],
);
