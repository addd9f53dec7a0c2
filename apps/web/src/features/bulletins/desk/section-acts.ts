/** Acts on the parts of a bulletin; each answers the whole bulletin as it is then. */
import { graphql, Refusal } from '../../../lib/graphql';
import { DeskBulletinFragment } from './desk-bulletin';

export const AddSection = graphql(
  `
    mutation AddSection($id: ID!, $input: BulletinSectionAddInput!) {
      bulletinSectionAdd(id: $id, input: $input) {
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

export const EditSection = graphql(
  `
    mutation EditSection($id: ID!, $sectionId: ID!, $input: BulletinSectionEditInput!) {
      bulletinSectionEdit(id: $id, sectionId: $sectionId, input: $input) {
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

export const RemoveSection = graphql(
  `
    mutation RemoveSection($id: ID!, $sectionId: ID!) {
      bulletinSectionRemove(id: $id, sectionId: $sectionId) {
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

export const RestoreRevision = graphql(
  `
    mutation RestoreRevision($id: ID!, $revisionId: ID!) {
      bulletinRevisionRestore(id: $id, revisionId: $revisionId) {
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

export const AddAttachment = graphql(
  `
    mutation AddAttachment($id: ID!, $sectionId: ID!, $input: BulletinAttachInput!) {
      bulletinAttachmentAdd(id: $id, sectionId: $sectionId, input: $input) {
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

export const EditAttachment = graphql(
  `
    mutation EditAttachment($id: ID!, $sectionId: ID!, $attachmentId: ID!, $input: BulletinAttachmentEditInput!) {
      bulletinAttachmentEdit(id: $id, sectionId: $sectionId, attachmentId: $attachmentId, input: $input) {
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

export const RemoveAttachment = graphql(
  `
    mutation RemoveAttachment($id: ID!, $sectionId: ID!, $attachmentId: ID!) {
      bulletinAttachmentRemove(id: $id, sectionId: $sectionId, attachmentId: $attachmentId) {
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

export const MoveAttachment = graphql(
  `
    mutation MoveAttachment($id: ID!, $sectionId: ID!, $attachmentId: ID!, $position: Int!) {
      bulletinAttachmentMove(id: $id, sectionId: $sectionId, attachmentId: $attachmentId, position: $position) {
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
