import { graphql, Refusal, type ResultOf } from '../../../lib/graphql';

export const NewBulletinQuery = graphql(`
  query NewBulletin($joint: BulletinFilterInput!) {
    bulletinTemplates {
      id
      name
      kind
      sections {
        kind
        text
      }
    }
    bulletins(filter: $joint, first: 20) {
      edges {
        node {
          id
          leadOffice {
            id
          }
          signatures {
            office {
              id
            }
            status
          }
        }
      }
    }
  }
`);

export const BeginBulletin = graphql(
  `
    mutation BeginBulletin($input: BulletinCreateInput!) {
      bulletinCreate(input: $input) {
        bulletin {
          id
        }
        errors {
          ...Refusal
        }
      }
    }
  `,
  [Refusal],
);

type NewBulletinData = ResultOf<typeof NewBulletinQuery>;
export type BeginTemplate = NewBulletinData['bulletinTemplates'][number];

const maxCircles = 3;

/**
 * The sets of partners that the office asked before, newest first, each once; only offices that can be asked now, and
 * no set that is all of them.
 */
export function circlesOf(
  data: Pick<NewBulletinData, 'bulletins'>,
  officeId: string,
  askable: readonly string[],
): readonly (readonly string[])[] {
  const circles = data.bulletins.edges
    .filter(({ node }) => node.leadOffice.id === officeId)
    .map(({ node }) => {
      const partners = new Set(
        node.signatures.filter(({ status }) => status !== 'DECLINED').map(({ office }) => office.id),
      );
      return askable.filter((id) => partners.has(id));
    })
    .filter(({ length }) => length > 0 && length < askable.length);
  const byOffices = new Map(circles.map((circle) => [circle.join(), circle]));
  return [...byOffices.values()].slice(0, maxCircles);
}
