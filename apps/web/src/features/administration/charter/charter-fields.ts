import { graphql } from '../../../lib/graphql';

export const RulesFields = graphql(`
  fragment CharterRulesFields on CharterRules {
    earlyLiftPartners
    nameOrder
    signoff {
      kind
      signers
      quorum
      answerWithinHours
      onSilence
    }
  }
`);

export const CharterFields = graphql(
  `
    fragment CharterFields on Charter {
      id
      versionNumber
      state
      hash
      note
      createdAt
      inForceAt
      viewerCan
      proposedBy {
        id
        name
      }
      rules {
        ...CharterRulesFields
      }
      missing {
        id
        name
      }
      answers {
        id
        answeredAt
        isByDeputy
        personName
        reason
        verdict
        withdrawnAt
        office {
          id
          name
        }
      }
    }
  `,
  [RulesFields],
);
