import { dropDatabases } from './server';

/** Drops what the run left behind and stops the test server unless another run still uses it. */
export default async function globalTeardown(): Promise<void> {
  const serverUrl = process.env['TEST_SERVER_URL'];
  if (serverUrl) await dropDatabases(serverUrl, (name) => name.startsWith(`test_${process.pid}_`));
  await globalThis.testServer?.stop();
  globalThis.testServer = undefined;
}
