import { GraphQLSchemaHost } from '@nestjs/graphql';
import { getNamedType, isObjectType, type GraphQLField } from 'graphql';
import { startTestApp, type TestApp } from '../../support/app';
import { bulletinDesk, doc } from '../../support/bulletin-desk';
import { signedBulletins, writtenDraft } from '../../support/bulletin-stories';
import { statementsOf } from '../../support/statements';
import { buildWorld, type World } from '../../support/world';

const signatures =
  'signatures { office { id code name } status isLead isByDeputy personName answeredAt changedSectionIds }';
const card = `id version kind state headline spot number isSignoffComplete viewerCan updatedAt
  leadOffice { id code name } author { id name } tags { slug label } ${signatures}`;
const list = `query ($first: Int) { bulletins(first: $first) {
  pageInfo { hasNextPage endCursor } edges { cursor node { ${card} } } } }`;
const detail = `query ($id: ID!) { bulletin(id: $id) { ${card} viewerSignableHash
  sections { id kind officeId position text content hash version viewerCan attachments { id fileName } } } }`;

describe('the statements behind a page', () => {
  let test: TestApp;
  let world: World;
  let jointId: string;

  beforeAll(async () => {
    test = await startTestApp();
    await test.reset();
    world = await buildWorld(test);
    const desk = bulletinDesk(test);
    const lead = world.directors.edremit;
    await signedBulletins(desk, lead, 24);
    jointId = await writtenDraft(desk, lead, 'İki ilçe tek sofra');
    const partners = [world.directors.ayvalik, world.directors.gomec, world.directors.havran];
    await desk.invite(
      jointId,
      partners.map(({ officeId }) => officeId ?? ''),
      lead,
    );
    await desk.share(jointId, lead);
    for (const partner of partners) {
      await desk.accept(jointId, partner);
      const section = { kind: 'OFFICE', officeId: partner.officeId, content: doc('İlçemizde 300 üretici') };
      await desk.addSection(jointId, section, partner);
    }
    const draft = await desk.get(jointId, lead);
    const release = { local: '2027-01-02T10:30', zone: 'Europe/Istanbul' };
    const tags = ['zeytin', 'ışık', 'Körfez'];
    await desk.update(jointId, { expectedVersion: draft?.version, tags, release }, lead);
    await desk.submit(jointId, lead);
    for (const signer of [lead, ...partners]) await desk.sign(jointId, signer);
  });
  afterAll(() => test.close());

  /** Statements of one signed-in request that is not the first of its kind: that one may load what later ones keep. */
  async function statementsBehind(document: string, variables: object): Promise<string[]> {
    const ask = () => test.gql(document, variables, world.directors.edremit);
    await ask();
    return statementsOf(test, async () => expect((await ask()).errors).toEqual([]));
  }

  it('are two for a list of twenty with offices, author, tags and signatures: session and list', async () => {
    expect(await statementsBehind(list, { first: 20 })).toHaveLength(2);
    expect(await statementsBehind(list, { first: 1 })).toHaveLength(2);
  });

  it('are two for a bulletin with its sections: session and bulletin', async () => {
    expect(await statementsBehind(detail, { id: jointId })).toHaveLength(2);
  });

  it('read for each field asked alone what they read for it among all others', async () => {
    const type = test.app.get(GraphQLSchemaHost).schema.getType('Bulletin');
    if (!isObjectType(type)) throw new Error('there is no type of bulletins');
    const fields = Object.values(type.getFields()).map((field) => ({ name: field.name, text: selectionOf(field) }));
    const ask = async (selection: string) => {
      const document = `query ($id: ID!) { bulletin(id: $id) { ${selection} } }`;
      const answer = await test.gql<{ bulletin: object }>(document, { id: jointId }, world.directors.edremit);
      expect(answer.errors).toEqual([]);
      return answer.data.bulletin;
    };
    const whole = await ask(fields.map(({ text }) => text).join(' '));
    const alone = await Promise.all(fields.map(({ text }) => ask(text)));

    expect(Object.assign({}, ...alone)).toEqual(whole);
    expect(whole).toMatchObject({ isSignoffComplete: true, release: { local: '2027-01-02T10:30' } });
  });
});

/** The field with all that lies below it. */
function selectionOf({ name, type }: GraphQLField<unknown, unknown>): string {
  const below = getNamedType(type);
  if (!isObjectType(below)) return name;
  return `${name} { ${Object.values(below.getFields()).map(selectionOf).join(' ')} }`;
}
