import { eventually, startSharedDesk, type SharedDesk } from '../../support/shared-section';

let shared: SharedDesk;

beforeAll(async () => {
  shared = await startSharedDesk();
});
afterEach(() => shared.closeAll());
afterAll(() => shared.stop());

const textOf = async (sectionId: string) => {
  const { sections } = await shared.get();
  return sections.find(({ id }) => id === sectionId)?.text;
};

describe('writing together', () => {
  it('opens a section with its words and brings what one types to the other', async () => {
    await shared.begin('İki ilçede ışıklar yandı.');
    const { id } = await shared.section('LEAD');
    const ours = await shared.open(id, shared.lead);
    const theirs = await shared.open(id, shared.partner);

    ours.type(' Şenlik başladı.');
    await theirs.until(() => theirs.text().endsWith('başladı.'), 'the words');

    expect(theirs.text()).toBe('İki ilçede ışıklar yandı. Şenlik başladı.');
    expect(
      await eventually(
        () => textOf(id),
        (text) => text !== 'İki ilçede ışıklar yandı.',
        'the store',
      ),
    ).toBe('İki ilçede ışıklar yandı. Şenlik başladı.');
  });
});
