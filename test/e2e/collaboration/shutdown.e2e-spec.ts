import { startSharedDesk } from '../../support/shared-section';

it('stores at the end of a process what was typed a moment before, and does not wait for those who stay', async () => {
  const shared = await startSharedDesk();
  await shared.begin('Söz.');
  const { id } = await shared.section('LEAD');
  const ours = await shared.open(id, shared.lead);
  ours.type(' Son anda.');
  await ours.settled();

  const begun = performance.now();
  await shared.test.app.close();
  const milliseconds = performance.now() - begun;
  ours.close();
  const [row] = await shared.sql<{ content: unknown }>('select content from bulletin_sections where id = $1', [id]);
  await shared.stop();

  expect(JSON.stringify(row?.content)).toContain('"Söz. Son anda."');
  expect(milliseconds).toBeLessThan(5_000);
});
