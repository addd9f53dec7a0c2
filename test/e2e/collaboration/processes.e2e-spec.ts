import { Role } from '@domain/identity/actor';
import { startSecondProcess, type SecondProcess } from '../../support/second-process';
import { eventually, startSharedDesk, type SharedDesk } from '../../support/shared-section';

const startMilliseconds = 300_000;
let shared: SharedDesk;
let other: SecondProcess;

beforeAll(async () => {
  shared = await startSharedDesk();
  other = await startSecondProcess((shared.test.dataSource.options as { url: string }).url);
}, startMilliseconds);
afterEach(() => shared.closeAll());
afterAll(async () => {
  await other.stop();
  await shared.stop();
});

const storedText = async (sectionId: string) => {
  const { sections } = await shared.get();
  return sections.find(({ id }) => id === sectionId)?.text ?? '';
};

describe('two processes', () => {
  it('show each other’s words within seconds and lose none', async () => {
    await shared.begin('Söz.', new Date());
    const { id } = await shared.section('LEAD');
    const colleague = await shared.world.person('edremit', Role.EDITOR);
    const [ours, theirs] = await Promise.all([
      shared.open(id, shared.lead),
      shared.open(id, colleague, { url: other.url }),
    ]);
    expect([ours.text(), theirs.text()]).toEqual(['Söz.', 'Söz.']);

    ours.type(' Burada.');
    theirs.type(' Orada.');
    await ours.until(() => ours.text().includes('Orada.'), 'the words of the other process');
    await theirs.until(() => theirs.text().includes('Burada.'), 'the words of this process');

    expect(ours.text()).toBe(theirs.text());
    await eventually(
      () => storedText(id),
      (text) => text === ours.text(),
      'both to be stored',
    );
  });

  it('lose no more than a second of words when one is killed, and have those back from who stayed', async () => {
    await shared.begin('Söz.', new Date());
    const { id } = await shared.section('LEAD');
    const ours = await shared.open(id, shared.lead, { url: other.url });
    ours.type(' Bir.');
    await new Promise((resolve) => {
      setTimeout(resolve, 1_300);
    });
    ours.type(' İki.');
    await ours.settled();
    await other.kill();

    expect(await storedText(id)).toMatch(/^Söz\. Bir\./);
    await shared.open(id, shared.lead, { doc: ours.doc });
    expect(
      await eventually(
        () => storedText(id),
        (text) => text === 'Söz. Bir. İki.',
        'the words to come back',
      ),
    ).toBe('Söz. Bir. İki.');
  });
});
