/** The acts of the life of a bulletin; each answers the bulletin as it is then. */
import { graphql, Refusal } from '../../../lib/graphql';
import { DeskBulletinFragment } from './desk-bulletin';

export const ShareBulletin = graphql(
  `
    mutation ShareBulletin($id: ID!) {
      bulletinShare(id: $id) {
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

export const SubmitBulletin = graphql(
  `
    mutation SubmitBulletin($id: ID!) {
      bulletinSubmit(id: $id) {
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

export const ReopenBulletin = graphql(
  `
    mutation ReopenBulletin($id: ID!) {
      bulletinReopen(id: $id) {
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

export const AcceptBulletin = graphql(
  `
    mutation AcceptBulletin($id: ID!) {
      bulletinAccept(id: $id) {
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

export const DeclineBulletin = graphql(
  `
    mutation DeclineBulletin($id: ID!, $input: BulletinDeclineInput) {
      bulletinDecline(id: $id, input: $input) {
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

export const InviteOffices = graphql(
  `
    mutation InviteOffices($id: ID!, $input: BulletinInviteInput!) {
      bulletinInvite(id: $id, input: $input) {
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

export const ApproveRelease = graphql(
  `
    mutation ApproveRelease($id: ID!, $input: BulletinApproveReleaseInput!) {
      bulletinApproveRelease(id: $id, input: $input) {
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

export const UnscheduleBulletin = graphql(
  `
    mutation UnscheduleBulletin($id: ID!) {
      bulletinUnschedule(id: $id) {
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

export const LiftEmbargo = graphql(
  `
    mutation LiftEmbargo($id: ID!) {
      bulletinLiftEmbargo(id: $id) {
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

export const WithdrawBulletin = graphql(
  `
    mutation WithdrawBulletin($id: ID!, $input: ReasonInput!) {
      bulletinWithdraw(id: $id, input: $input) {
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

export const CorrectBulletin = graphql(
  `
    mutation CorrectBulletin($id: ID!, $input: BulletinCorrectInput!) {
      bulletinCorrect(id: $id, input: $input) {
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

export const DiscardBulletin = graphql(
  `
    mutation DiscardBulletin($id: ID!) {
      bulletinDiscard(id: $id) {
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

export const RestoreBulletin = graphql(
  `
    mutation RestoreBulletin($id: ID!) {
      bulletinRestore(id: $id) {
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

export const DuplicateBulletin = graphql(
  `
    mutation DuplicateBulletin($id: ID!) {
      bulletinDuplicate(id: $id) {
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

export const UpdateBulletin = graphql(
  `
    mutation UpdateBulletin($id: ID!, $input: BulletinUpdateInput!) {
      bulletinUpdate(id: $id, input: $input) {
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

export const ChooseLists = graphql(
  `
    mutation ChooseLists($id: ID!, $input: BulletinChooseListsInput!) {
      bulletinChooseLists(id: $id, input: $input) {
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

export const ExcludeRecipient = graphql(
  `
    mutation ExcludeRecipient($id: ID!, $contactId: ID!) {
      bulletinRecipientExclude(id: $id, contactId: $contactId) {
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

export const IncludeRecipient = graphql(
  `
    mutation IncludeRecipient($id: ID!, $contactId: ID!) {
      bulletinRecipientInclude(id: $id, contactId: $contactId) {
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

export const SendTest = graphql(
  `
    mutation SendTest($id: ID!) {
      bulletinSendTest(id: $id) {
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
