import { graphql, Refusal, type ResultOf } from '../../lib/graphql';

export const TemplatesQuery = graphql(`
  query Templates {
    bulletinTemplates {
      id
      name
      kind
      version
      isEditable
      sections {
        kind
        content
        text
      }
    }
  }
`);

export type Template = ResultOf<typeof TemplatesQuery>['bulletinTemplates'][number];
export type TemplateSection = Template['sections'][number];

export const CreateTemplate = graphql(
  `
    mutation CreateTemplate($input: BulletinTemplateCreateInput!) {
      bulletinTemplateCreate(input: $input) {
        template {
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

export const UpdateTemplate = graphql(
  `
    mutation UpdateTemplate($id: ID!, $input: BulletinTemplateUpdateInput!) {
      bulletinTemplateUpdate(id: $id, input: $input) {
        template {
          id
          version
        }
        errors {
          ...Refusal
        }
      }
    }
  `,
  [Refusal],
);

export const RemoveTemplate = graphql(
  `
    mutation RemoveTemplate($id: ID!) {
      bulletinTemplateRemove(id: $id) {
        errors {
          ...Refusal
        }
      }
    }
  `,
  [Refusal],
);
