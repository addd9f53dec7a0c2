/** What is measured: the same question put to the API as GraphQL and to the bare server as a path with values. */
import { searches } from './words.mjs';

export const draftHeadline = 'Ölçüm: Körfez’de zeytin hasadı başladı';

const summary = `id version kind state headline number updatedAt releasedAt leadOffice { id code name } author { id name }
  tags { slug label } signatures { office { code name } isLead participation status answeredAt personName }`;
const page = `edges { node { ${summary} } } pageInfo { hasNextPage endCursor }`;

const listQuery = `query List { bulletins(first: 20) { ${page} } }`;
const searchQuery = `query Search($text: String!) { bulletins(first: 20, filter: { text: $text }) { ${page} } }`;
const detailQuery = `query Detail($id: ID!) { bulletin(id: $id) { ${summary} spot
  sections { id kind officeId position content speaker { role name } consent { scope givenBy givenAt } hash version updatedAt } } }`;
const createQuery = `mutation Create($input: BulletinCreateInput!) { bulletinCreate(input: $input) {
  bulletin { id version kind state headline createdAt leadOffice { id code name } } errors { code path message } } }`;

/** Each question with the requests that ask it, one per person and value. `mustMatch`: the two answers are one JSON. */
export function questions({ sessions, ids, searchWord }) {
  const perPerson = (values, ask) =>
    values.flatMap((value) => sessions.map((person) => ({ person, ...ask(value, person) })));
  return [
    {
      name: 'list',
      mustMatch: true,
      requests: perPerson([null], () => ({ query: listQuery, variables: {}, path: '/list', values: {} })),
    },
    {
      name: 'detail',
      mustMatch: true,
      requests: perPerson(ids, (id) => ({ query: detailQuery, variables: { id }, path: '/detail', values: { id } })),
    },
    {
      name: 'search',
      mustMatch: true,
      requests: perPerson(searches, (text) => ({
        query: searchQuery,
        variables: { text },
        path: '/search',
        values: { query: searchWord(text) },
      })),
    },
    {
      name: 'create',
      mustMatch: false,
      requests: perPerson([draftHeadline], (headline, { userId }) => ({
        query: createQuery,
        variables: { input: { headline } },
        path: '/create',
        values: { headline, userId },
      })),
    },
  ];
}

/** The request of a question for the API: a signed-in person, a whole GraphQL operation. */
export function toApi({ person, query, variables }) {
  return {
    method: 'POST',
    path: '/graphql',
    headers: { 'content-type': 'application/json', cookie: person.cookie },
    body: JSON.stringify({ query, variables }),
  };
}

/** The same for the bare server: who asks is simply believed. */
export function toBare({ person, path, values }) {
  return {
    method: 'POST',
    path,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ officeId: person.officeId, ...values }),
  };
}
