import type { SignedIn, TestApp } from './app';

export interface SectionView {
  id: string;
  kind: string;
  officeId: string | null;
  text: string;
  hash: string;
  version: number;
  viewerCan: string[];
  attachments: { id: string; fileId: string }[];
}

export interface BulletinView {
  id: string;
  version: number;
  kind: string;
  state: string;
  headline: string;
  number: string | null;
  publicPath: string | null;
  isSignoffComplete: boolean;
  viewerSignableHash: string | null;
  textHash: string | null;
  viewerCan: string[];
  releaseRefusal: string[];
  embargo: { at: string; local: string } | null;
  correctedBy: { bulletinId: string; number: string } | null;
  signatures: {
    office: { code: string };
    status: string;
    isByDeputy: boolean;
    changedSectionIds: string[];
    reason: string | null;
  }[];
  sections: SectionView[];
}

export interface Outcome {
  bulletin: BulletinView | null;
  errors: { code: string; path: string[]; details: string[] }[];
}

const fields = `id version kind state headline number publicPath isSignoffComplete viewerSignableHash textHash viewerCan
  releaseRefusal
  embargo { at local } correctedBy { bulletinId number }
  signatures { office { code } status isByDeputy changedSectionIds reason }
  sections { id kind officeId text hash version viewerCan attachments { id fileId } }`;

export const doc = (text: string) =>
  JSON.stringify({ type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] });

/** The bulletin desk as clients use it: every call is one GraphQL operation over HTTP. */
export function bulletinDesk(test: TestApp) {
  const mutate = async (name: string, signature: string, variables: object, as: SignedIn | null): Promise<Outcome> => {
    const args = signature.replaceAll(/\$(\w+): [\w!]+/g, '$1: $$$1');
    const document = `mutation (${signature}) { ${name}(${args}) { bulletin { ${fields} } errors { code path details } } }`;
    const answer = await test.gql<Record<string, Outcome>>(document, variables, as);
    const outcome = answer.data?.[name];
    if (!outcome) throw new Error(`${name}: ${JSON.stringify(answer.errors)}`);
    return outcome;
  };
  const act = (name: string) => (id: string, as: SignedIn | null) => mutate(name, '$id: ID!', { id }, as);

  const desk = {
    mutate,
    create: (input: object, as: SignedIn | null) =>
      mutate('bulletinCreate', '$input: BulletinCreateInput!', { input }, as),
    update: (id: string, input: object, as: SignedIn | null) =>
      mutate('bulletinUpdate', '$id: ID!, $input: BulletinUpdateInput!', { id, input }, as),
    invite: (id: string, officeIds: string[], as: SignedIn | null) =>
      mutate('bulletinInvite', '$id: ID!, $input: BulletinInviteInput!', { id, input: { officeIds } }, as),
    share: act('bulletinShare'),
    accept: act('bulletinAccept'),
    submit: act('bulletinSubmit'),
    reopen: act('bulletinReopen'),
    discard: act('bulletinDiscard'),
    restore: act('bulletinRestore'),
    duplicate: act('bulletinDuplicate'),
    markSeen: act('bulletinMarkSeen'),
    withdrawSignature: act('bulletinWithdrawSignature'),
    unschedule: act('bulletinUnschedule'),
    liftEmbargo: act('bulletinLiftEmbargo'),
    decline: (id: string, reason: string, as: SignedIn | null) =>
      mutate('bulletinDecline', '$id: ID!, $input: BulletinDeclineInput', { id, input: { reason } }, as),
    addSection: (id: string, input: object, as: SignedIn | null) =>
      mutate('bulletinSectionAdd', '$id: ID!, $input: BulletinSectionAddInput!', { id, input }, as),
    editSection: (id: string, sectionId: string, input: object, as: SignedIn | null) =>
      mutate(
        'bulletinSectionEdit',
        '$id: ID!, $sectionId: ID!, $input: BulletinSectionEditInput!',
        { id, sectionId, input },
        as,
      ),
    removeSection: (id: string, sectionId: string, as: SignedIn | null) =>
      mutate('bulletinSectionRemove', '$id: ID!, $sectionId: ID!', { id, sectionId }, as),
    sign: async (id: string, as: SignedIn, hash?: string) =>
      mutate(
        'bulletinSign',
        '$id: ID!, $input: BulletinSignInput!',
        { id, input: { hash: hash ?? (await desk.get(id, as))?.viewerSignableHash ?? '0'.repeat(64) } },
        as,
      ),
    return: (id: string, reason: string, as: SignedIn | null) =>
      mutate('bulletinReturn', '$id: ID!, $input: ReasonInput!', { id, input: { reason } }, as),
    approve: async (id: string, as: SignedIn) =>
      mutate(
        'bulletinApproveRelease',
        '$id: ID!, $input: BulletinApproveReleaseInput!',
        { id, input: { expectedVersion: (await desk.get(id, as))?.version ?? 1 } },
        as,
      ),
    withdraw: (id: string, reason: string, as: SignedIn | null) =>
      mutate('bulletinWithdraw', '$id: ID!, $input: ReasonInput!', { id, input: { reason } }, as),
    correct: (id: string, note: string, as: SignedIn | null) =>
      mutate('bulletinCorrect', '$id: ID!, $input: BulletinCorrectInput!', { id, input: { note } }, as),
    get: async (id: string, as: SignedIn | null): Promise<BulletinView | null> => {
      const answer = await test.gql<{ bulletin: BulletinView | null }>(
        `query ($id: ID!) { bulletin(id: $id) { ${fields} } }`,
        { id },
        as,
      );
      if (answer.errors.length > 0) throw new Error(JSON.stringify(answer.errors));
      return answer.data.bulletin;
    },
    list: async (filter: object | null, as: SignedIn | null, page: object = {}) => {
      const answer = await test.gql<{
        bulletins: {
          edges: { node: { id: string; headline: string } }[];
          pageInfo: { hasNextPage: boolean; endCursor: string };
        };
      }>(
        `query ($filter: BulletinFilterInput, $first: Int, $after: String) { bulletins(filter: $filter, first: $first, after: $after) {
           edges { node { id headline leadOffice { name } author { name } tags { label } signatures { status } } } pageInfo { hasNextPage endCursor } } }`,
        { filter, ...page },
        as,
      );
      if (answer.errors.length > 0) throw new Error(JSON.stringify(answer.errors));
      return answer.data.bulletins;
    },
  };
  return desk;
}

/** The section of this kind (and owner). */
export function sectionOf(bulletin: BulletinView | null, kind: string, officeId: string | null = null): SectionView {
  const section = bulletin?.sections.find((candidate) => candidate.kind === kind && candidate.officeId === officeId);
  if (!section) throw new Error(`no ${kind} section`);
  return section;
}
