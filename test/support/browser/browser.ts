/**
 * A person in front of Chromium: the whole product on a database of its own, one browser, one context per person.
 * The clock of the server is the test's; pages get the same time.
 */
import { mkdirSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { CollaborationServer } from '../../../apps/api/src/collaboration/collaboration.server';
import { startTestApp, type SignedIn, type TestApp } from '../app';

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

// A browser on a machine that does much else may be late once; a fault of ours is there the second time, too.
jest.retryTimes(1, { logErrorsBeforeRetry: true });

declare global {
  /** Called by `environment.cjs` when a test failed, before anything is closed. */
  var picturesOfFailure: ((test: string) => Promise<void>) | undefined;
}

/** Where the windows of failed tests are kept as pictures. */
const pictures = join(__dirname, '..', '..', '..', '.data', 'test', 'pictures');

export const desktop = { width: 1280, height: 900 };
export const phone = { width: 360, height: 740 };

export interface Visit {
  readonly viewport?: { readonly width: number; readonly height: number };
  readonly colorScheme?: 'light' | 'dark';
  /** A service worker lets the page open without a network; off unless a test is about it. */
  readonly serviceWorkers?: 'allow' | 'block';
  /** Whether the browser runs scripts; it does unless a test is about one that does not. */
  readonly scripts?: 'allow' | 'block';
}

export interface BrowserTest {
  readonly test: TestApp;
  /** A browser window of this person, or of a visitor. What a page throws fails the file at `close`. */
  open(as: SignedIn | null, path: string, visit?: Visit): Promise<Page>;
  reset(): Promise<void>;
  close(): Promise<void>;
}

/** Starts the product and Chromium (Debian's package). `settings` are environment variables. */
export async function startBrowserTest(settings: Readonly<Record<string, string>> = {}): Promise<BrowserTest> {
  const port = String(await freePort());
  const test = await startTestApp({ PORT: port, BASE_URL: `http://localhost:${port}`, ...settings });
  const browser: Browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: flags });
  const contexts = new Set<BrowserContext>();
  const complaints: string[] = [];
  /** Windows that write store what was typed a moment after they close; the database must not be emptied meanwhile. */
  const closeContexts = async () => {
    await Promise.all([...contexts].map((context) => context.close()));
    contexts.clear();
    const collaboration = test.app.get(CollaborationServer);
    while (collaboration.openCount() > 0) await new Promise((resolve) => setTimeout(resolve, 20));
  };
  globalThis.picturesOfFailure = async (name) => {
    mkdirSync(pictures, { recursive: true });
    const pages = [...contexts].flatMap((context) => context.pages());
    const file = name.replaceAll(/[^\p{L}\d]+/gu, '-').slice(0, 60);
    for (const [index, page] of pages.entries()) {
      await page.screenshot({ path: join(pictures, `${file}-${index + 1}.png`) }).catch(() => undefined);
    }
  };
  return {
    test,
    open: async (as, path, visit = {}) => {
      const { viewport = desktop, colorScheme = 'light', serviceWorkers = 'block', scripts = 'allow' } = visit;
      const context = await browser.newContext({
        viewport,
        colorScheme,
        serviceWorkers,
        javaScriptEnabled: scripts === 'allow',
        locale: 'tr-TR',
        timezoneId: 'Europe/Istanbul',
        baseURL: `http://localhost:${port}`,
        reducedMotion: 'reduce',
        permissions: ['clipboard-read', 'clipboard-write'],
      });
      contexts.add(context);
      if (scripts === 'allow') await context.clock.install({ time: test.clock.now() });
      if (as !== null) await context.addCookies([cookieOf(as)]);
      const page = await context.newPage();
      page.on('pageerror', (error) => complaints.push(`${page.url()}: ${error.message}`));
      await page.goto(path);
      return page;
    },
    reset: async () => {
      await closeContexts();
      await test.reset();
    },
    close: async () => {
      await closeContexts();
      await browser.close();
      await test.close();
      if (complaints.length > 0) throw new Error(`errors on pages:\n${complaints.join('\n')}`);
    },
  };
}

function cookieOf({ cookie }: SignedIn) {
  const [name = '', value = ''] = cookie.split('=');
  return { name, value, domain: 'localhost', path: '/', httpOnly: true, sameSite: 'Lax' as const };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
