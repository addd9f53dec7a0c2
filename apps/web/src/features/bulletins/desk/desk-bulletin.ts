/** The bulletin as its page reads it; the live line brings the same parts, so that a change shows everywhere at once. */
import { graphql, type ResultOf } from '../../../lib/graphql';

export const DeskBulletinFragment = graphql(`
  fragment DeskBulletin on Bulletin @_unmask {
    id
    version
    kind
    state
    number
    headline
    spot
    publicPath
    leadOffice {
      id
      code
      name
    }
    author {
      id
      name
    }
    tags {
      slug
      label
    }
    isSignoffComplete
    viewerSignableHash
    textHash
    updatedAt
    embargo {
      at
      local
      zone
    }
    release {
      at
      local
      zone
    }
    embargoLiftedAt
    releaseRefusal
    releasedAt
    publicUpdatedAt
    withdrawnAt
    withdrawalReason
    corrects {
      bulletinId
      number
      note
    }
    correctedBy {
      bulletinId
      number
      note
    }
    viewerCan
    viewerFollowing
    signatures {
      office {
        id
        code
        name
      }
      isLead
      participation
      status
      answeredAt
      personName
      isByDeputy
      reason
      changedSectionIds
      dueAt
    }
    sections {
      id
      kind
      officeId
      position
      content
      text
      speaker {
        role
        name
      }
      consent {
        scope
        givenBy
        givenAt
      }
      attachments {
        id
        fileId
        fileName
        mediaType
        alt
        caption
        credit
        focusX
        focusY
      }
      hash
      version
      openSuggestionCount
      viewerCan
    }
  }
`);

export const DeskQuery = graphql(
  `
    query BulletinDesk($id: ID!) {
      bulletin(id: $id) {
        ...DeskBulletin
      }
    }
  `,
  [DeskBulletinFragment],
);

export const DeskLive = graphql(
  `
    subscription BulletinDeskLive($id: ID!) {
      bulletinChanged(id: $id) {
        event
        commentId
        bulletin {
          ...DeskBulletin
        }
      }
    }
  `,
  [DeskBulletinFragment],
);

export type DeskBulletin = NonNullable<ResultOf<typeof DeskQuery>['bulletin']>;
export type DeskSection = DeskBulletin['sections'][number];
export type DeskSignature = DeskBulletin['signatures'][number];
export type DeskAttachment = DeskSection['attachments'][number];
export type DeskAct = DeskBulletin['viewerCan'][number];

/** Whether the viewer works on it, and so sees sections, remarks and signatures. */
export const seesWork = (bulletin: DeskBulletin): boolean => bulletin.viewerCan.includes('VIEW_WORK');

export const may = (bulletin: DeskBulletin, act: DeskAct): boolean => bulletin.viewerCan.includes(act);

/** Where an office stands; undefined when it takes no part. */
export function signatureOf(bulletin: DeskBulletin, officeId: string | undefined): DeskSignature | undefined {
  return bulletin.signatures.find(({ office }) => office.id === officeId);
}

/** The first characters of a hash, as people compare them: `7F3A…`. */
export const shortHash = (hash: string): string => `${hash.slice(0, 4).toLocaleUpperCase('en')}…`;
