/** From a key in one window to the letter on another person's screen: the whole editor in two windows of Chromium. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { root } from '../../tools/build.mjs';
import { openSessions, removeDrafts } from './database.mjs';
import { startApi } from './processes.mjs';

const headline = 'Ölçüm: birlikte yazma';
const letters = Number(process.env.BENCH_LETTERS ?? 200);
const pauseMilliseconds = 60;
const flags = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update'];

/** Milliseconds from key to screen; the goal is 300 at the 95th percentile. */
export async function measureEditor(url) {
  if (!existsSync(join(root, 'dist', 'web', 'index.html'))) throw new Error('build the web app first: npm run build');
  const [{ cookie }] = await openSessions(url);
  const api = await startApi(url);
  const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: flags });
  try {
    const { id, sectionId } = await begin(api.url, cookie);
    const [writer, reader] = await Promise.all([0, 1].map(() => openEditor(browser, api.url, cookie, id, sectionId)));
    return { what: 'key to the other screen', ...timesOf(await type(writer, reader)), 'goal p95 ms': 300 };
  } finally {
    await browser.close();
    await api.stop();
    await removeDrafts(url, headline);
  }
}

async function begin(url, cookie) {
  const query = `mutation ($input: BulletinCreateInput!) {
    bulletinCreate(input: $input) { bulletin { id sections { id kind } } errors { code } } }`;
  const answer = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-tekses': '1', cookie },
    body: JSON.stringify({ query, variables: { input: { kind: 'BULLETIN', headline } } }),
  });
  const { data } = await answer.json();
  const { id, sections } = data.bulletinCreate.bulletin;
  return { id, sectionId: sections.find(({ kind }) => kind === 'LEAD').id };
}

async function openEditor(browser, url, cookie, id, sectionId) {
  const context = await browser.newContext({ locale: 'tr-TR', serviceWorkers: 'block' });
  const [name, value] = cookie.split('=');
  await context.addCookies([{ name, value, url }]);
  const page = await context.newPage();
  await page.goto(`${url}/bultenler/${id}`);
  const text = page.locator(`#bolum-${sectionId} [contenteditable="true"]`);
  await text.waitFor({ timeout: 60_000 });
  return { page, text };
}

/** When each key was pressed, and when its letter stood on the other screen (wall clock of the same machine). */
async function type(writer, reader) {
  await writer.text.evaluate((element) => {
    window.times = [];
    element.addEventListener('keydown', () => window.times.push(performance.timeOrigin + performance.now()), true);
  });
  await reader.text.evaluate((element) => {
    window.times = [];
    const look = () => {
      const { length } = (element.textContent ?? '').replace(/[^x]/g, '');
      while (window.times.length < length) window.times.push(performance.timeOrigin + performance.now());
    };
    new MutationObserver(look).observe(element, { childList: true, subtree: true, characterData: true });
  });
  await writer.text.click();
  await writer.page.keyboard.type('x'.repeat(letters), { delay: pauseMilliseconds });
  await reader.page.waitForFunction((count) => window.times.length >= count, letters, { timeout: 60_000 });
  const [pressed, shown] = await Promise.all([writer, reader].map(({ page }) => page.evaluate(() => window.times)));
  return pressed.slice(0, letters).map((time, index) => shown[index] - time);
}

function timesOf(milliseconds) {
  const sorted = [...milliseconds].sort((left, right) => left - right);
  const at = (part) => Number(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))].toFixed(1));
  return { letters, 'p50 ms': at(0.5), 'p95 ms': at(0.95), 'worst ms': at(1) };
}
