import { Role } from '@domain/identity/actor';
import { startTestApp, type SignedIn, type TestApp } from '../../support/app';
import { bulletinDesk, doc, sectionOf } from '../../support/bulletin-desk';
import { buildWorld, type World } from '../../support/world';

interface TemplateView {
  id: string;
  name: string;
  kind: string;
  version: number;
  isEditable: boolean;
  sections: { kind: string; text: string }[];
}

interface Outcome {
  template: TemplateView | null;
  errors: { code: string; path: string[] }[];
}

const fields = 'id name kind version isEditable sections { kind text }';

describe('templates of an office', () => {
  let test: TestApp;
  let world: World;

  beforeAll(async () => {
    test = await startTestApp();
  });
  beforeEach(async () => {
    await test.reset();
    world = await buildWorld(test);
  });
  afterAll(() => test.close());

  async function create(input: object, as: SignedIn): Promise<Outcome> {
    const { data } = await test.gql<{ bulletinTemplateCreate: Outcome }>(
      `mutation ($input: BulletinTemplateCreateInput!) { bulletinTemplateCreate(input: $input) { template { ${fields} } errors { code path } } }`,
      { input },
      as,
    );
    return data.bulletinTemplateCreate;
  }

  async function update(id: string, input: object, as: SignedIn): Promise<Outcome> {
    const { data } = await test.gql<{ bulletinTemplateUpdate: Outcome }>(
      `mutation ($id: ID!, $input: BulletinTemplateUpdateInput!) { bulletinTemplateUpdate(id: $id, input: $input) { template { ${fields} } errors { code path } } }`,
      { id, input },
      as,
    );
    return data.bulletinTemplateUpdate;
  }

  const words = {
    name: 'Ortak hasat bülteni',
    kind: 'BULLETIN',
    sections: [
      { kind: 'HEADLINE', content: doc('Körfezde hasat başladı') },
      { kind: 'LEAD', content: doc('İlçelerimizde zeytin hasadı bugün başladı.') },
    ],
  };

  it('is made of given words, changed, and begun from with a headline of its own and offices asked at once', async () => {
    const { template } = await create(words, world.directors.edremit);
    const changed = await update(
      template?.id ?? '',
      { expectedVersion: 1, name: 'Hasat', sections: [{ kind: 'LEAD', content: doc('Hasat sürüyor.') }] },
      world.directors.edremit,
    );
    const { bulletin } = await bulletinDesk(test).create(
      {
        templateId: template?.id,
        headline: 'Ayvalık’ta hasat',
        officeIds: [world.officeIds.ayvalik, world.officeIds.gomec],
      },
      world.directors.edremit,
    );

    expect(template).toEqual({
      id: template?.id,
      name: 'Ortak hasat bülteni',
      kind: 'BULLETIN',
      version: 1,
      isEditable: true,
      sections: [
        { kind: 'HEADLINE', text: 'Körfezde hasat başladı' },
        { kind: 'LEAD', text: 'İlçelerimizde zeytin hasadı bugün başladı.' },
      ],
    });
    expect(changed.template).toMatchObject({ name: 'Hasat', version: 2, sections: [{ text: 'Hasat sürüyor.' }] });
    expect(bulletin?.headline).toBe('Ayvalık’ta hasat');
    expect(sectionOf(bulletin, 'LEAD').text).toBe('Hasat sürüyor.');
    expect(bulletin?.signatures.map(({ office }) => office.code)).toEqual(['edremit', 'ayvalik', 'gomec']);
  });

  it('begins nothing when one of the offices cannot be asked', async () => {
    const { bulletin, errors } = await bulletinDesk(test).create(
      { headline: 'Işıklı yol', officeIds: [world.officeIds.ayvalik, world.officeIds.edremit] },
      world.directors.edremit,
    );

    expect(bulletin).toBeNull();
    expect(errors).toEqual([{ code: 'INVALID', path: ['input', 'officeIds', '1'], details: [] }]);
    expect((await bulletinDesk(test).list(null, world.directors.edremit)).edges).toEqual([]);
  });

  it('refuses staff, other offices, an old version, a taken name, and parts that no template brings', async () => {
    const { template } = await create(words, world.directors.edremit);
    const id = template?.id ?? '';
    const staff = await world.person('edremit', Role.STAFF);
    const change = { expectedVersion: 1, name: 'Hasat' };

    expect((await create({ ...words, name: 'İkinci' }, staff)).errors).toEqual([{ code: 'FORBIDDEN', path: [] }]);
    expect((await update(id, change, staff)).errors).toEqual([{ code: 'FORBIDDEN', path: ['id'] }]);
    expect((await update(id, change, world.directors.ayvalik)).errors).toEqual([{ code: 'NOT_FOUND', path: ['id'] }]);
    expect((await update(id, { ...change, expectedVersion: 7 }, world.directors.edremit)).errors).toEqual([
      { code: 'STALE_VERSION', path: ['input', 'expectedVersion'] },
    ]);
    expect((await create(words, world.directors.edremit)).errors).toEqual([{ code: 'TAKEN', path: ['input', 'name'] }]);
    const quote = { ...words, name: 'Alıntılı', sections: [{ kind: 'QUOTE', content: doc('“Hasat başladı.”') }] };
    expect((await create(quote, world.directors.edremit)).errors).toEqual([
      { code: 'INVALID', path: ['input', 'sections', '0', 'kind'] },
    ]);
    expect((await create({ ...words, kind: 'CORRECTION', name: 'Düzeltme' }, world.directors.edremit)).errors).toEqual([
      { code: 'INVALID', path: ['input', 'kind'] },
    ]);
  });
});

describe('the list of bulletins', () => {
  let test: TestApp;

  beforeAll(async () => {
    test = await startTestApp();
    await test.reset();
  });
  afterAll(() => test.close());

  it('asked for joint ones, leaves out those of one office alone and those that everybody left', async () => {
    const world = await buildWorld(test);
    const desk = bulletinDesk(test);
    const lead = world.directors.edremit;
    await desk.create({ headline: 'Yalnız' }, lead);
    await desk.create({ headline: 'Ortak', officeIds: [world.officeIds.havran] }, lead);
    const left = await desk.create({ headline: 'Ayrılan', officeIds: [world.officeIds.gomec] }, lead);
    await desk.share(left.bulletin?.id ?? '', lead);
    await desk.decline(left.bulletin?.id ?? '', 'Konu ilçemizi ilgilendirmiyor.', world.directors.gomec);

    const { edges } = await desk.list({ isJoint: true }, lead);

    expect(edges.map(({ node }) => node.headline)).toEqual(['Ortak']);
  });

  it('counts what the viewer sees in each state before the release', async () => {
    await test.reset();
    const world = await buildWorld(test);
    const desk = bulletinDesk(test);
    const lead = world.directors.edremit;
    await desk.create({ headline: 'Işıklı yol' }, lead);
    await desk.create({ headline: 'Ortak taslak', officeIds: [world.officeIds.havran] }, lead);
    const shared = await desk.create({ headline: 'Görüşte', officeIds: [world.officeIds.havran] }, lead);
    await desk.share(shared.bulletin?.id ?? '', lead);
    const counts = async (as: SignedIn, filter: object | null = null) => {
      const { data } = await test.gql<{ bulletinStateCounts: { state: string; count: number }[] }>(
        'query ($filter: BulletinFilterInput) { bulletinStateCounts(filter: $filter) { state count } }',
        { filter },
        as,
      );
      return Object.fromEntries(data.bulletinStateCounts.map(({ state, count }) => [state, count]));
    };

    expect(await counts(lead)).toEqual({ DRAFT: 2, IN_REVIEW: 1 });
    expect(await counts(lead, { isJoint: true })).toEqual({ DRAFT: 1, IN_REVIEW: 1 });
    expect(await counts(world.directors.havran)).toEqual({ IN_REVIEW: 1 });
    expect(await counts(world.directors.gomec)).toEqual({});
  });
});
