import { buildUser } from '../../factories/identity.factory';
import { startTestApp, type TestApp } from '../../support/app';
import { buildWorld } from '../../support/world';

const document = `{ signInOptions { directory { label path } demo { password accounts { email name officeName role } } } }`;

describe('signInOptions', () => {
  let test: TestApp;
  let demo: TestApp;

  beforeAll(async () => {
    test = await startTestApp();
    demo = await startTestApp({
      DEMO: '1',
      OIDC_ISSUER: 'https://giris.example',
      OIDC_CLIENT_ID: 'tekses',
      OIDC_CLIENT_SECRET: 'gizli',
      OIDC_LABEL: 'Belediye hesabı',
    });
  });
  afterAll(async () => {
    await test.close();
    await demo.close();
  });

  it('offers visitors neither directory nor demo accounts where there are none', async () => {
    await buildUser(test.dataSource.manager, { email: 'mudur@edremit.ornek' });

    const { data, errors } = await test.gql(document);

    expect(errors).toEqual([]);
    expect(data).toEqual({ signInOptions: { directory: null, demo: null } });
  });

  it('lists accounts of the demo domain alone, and the directory by its words', async () => {
    await buildUser(demo.dataSource.manager, { email: 'isletmen@tekses.ornek', name: 'Işıl İşletmen' });
    await buildUser(demo.dataSource.manager, { email: 'gercek@edremit.example' });

    const { data } = await demo.gql(document);

    expect(data).toEqual({
      signInOptions: {
        directory: { label: 'Belediye hesabı', path: '/auth/oidc/start' },
        demo: {
          password: 'Korfez-tek-ses-1923',
          accounts: [{ email: 'isletmen@tekses.ornek', name: 'Işıl İşletmen', officeName: null, role: null }],
        },
      },
    });
  });

  it('leaves the question who is signed in to the viewer', async () => {
    const { errors } = await test.gql('{ viewer { user { id } } }');
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(['UNAUTHENTICATED']);
  });
});

describe('viewerProfileUpdate', () => {
  let test: TestApp;

  beforeAll(async () => {
    test = await startTestApp();
  });
  afterAll(() => test.close());

  it('changes name and language of the viewer alone, as one event', async () => {
    const { directors } = await buildWorld(test);
    const update = (input: object) =>
      test.gql<{
        viewerProfileUpdate: { viewer: object | null; errors: { code: string; path: string[] }[] };
      }>(
        `mutation ($input: ViewerProfileUpdateInput!) { viewerProfileUpdate(input: $input) {
           viewer { user { name } preferences { locale } } errors { code path } } }`,
        { input },
        directors.edremit,
      );

    const changed = await update({ name: '  Işıl   Şimşek ', locale: 'en' });
    const same = await update({ name: 'Işıl Şimşek' });

    const viewer = { user: { name: 'Işıl Şimşek' }, preferences: { locale: 'en' } };
    expect(changed.data.viewerProfileUpdate).toEqual({ viewer, errors: [] });
    expect(same.data.viewerProfileUpdate).toEqual({ viewer, errors: [] });
    for (const [input, field] of [
      [{ name: '   ' }, 'name'],
      [{ locale: 'de' }, 'locale'],
    ] as const) {
      expect((await update(input)).data.viewerProfileUpdate.errors).toEqual([
        { code: 'INVALID', path: ['input', field] },
      ]);
    }
    const events = await test.dataSource.query(`select data from events where name = 'user.profileChanged'`);
    expect(events).toEqual([{ data: { fields: ['name', 'locale'] } }]);
  });
});
