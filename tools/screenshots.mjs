/**
 * `npm run screenshots`: the pictures of the README, taken in Chromium (Debian's package; CHROMIUM names another) from
 * a server in demo mode (`npm start`; BASE_URL names another than http://localhost:4000). Writes docs/pictures/.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import sharp from 'sharp';
import { root } from './build.mjs';

const base = (process.env.BASE_URL ?? 'http://localhost:4000').replace(/\/+$/, '');
const folder = join(root, 'docs', 'pictures');
const password = process.env.DEMO_PASSWORD ?? 'Korfez-tek-ses-1923';
const desktop = { width: 1280, height: 860 };
const phone = { width: 390, height: 844 };

mkdirSync(folder, { recursive: true });
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu'],
});
try {
  await take(await signIn('mudur@edremit.ornek', desktop), '/', 'bugun');
  const desk = await signIn('mudur@balikesir-bb.ornek', desktop);
  await take(desk, await pathOfBulletin(desk), 'bulten');
  const hand = await signIn('mudur@edremit.ornek', phone);
  await take(hand, await pathOfBulletin(hand), 'telefon');
} finally {
  await browser.close();
}

async function signIn(email, viewport) {
  const context = await browser.newContext({
    viewport,
    locale: 'tr-TR',
    timezoneId: 'Europe/Istanbul',
    reducedMotion: 'reduce',
    serviceWorkers: 'block',
  });
  const answer = await context.request.post(`${base}/auth/sign-in`, {
    headers: { 'x-tekses': '1' },
    data: { email, password },
  });
  if (!answer.ok()) throw new Error(`${email}: sign-in answered ${answer.status()}; is the server in demo mode?`);
  return context.newPage();
}

/** The bulletin of the most offices that waits for a signature. */
async function pathOfBulletin(page) {
  const query =
    '{ bulletins(first: 50, filter: { states: [IN_SIGNOFF] }) { edges { node { id signatures { status } } } } }';
  const answer = await page
    .context()
    .request.post(`${base}/graphql`, { headers: { 'x-tekses': '1' }, data: { query } });
  const { data } = await answer.json();
  const [newest] = data.bulletins.edges
    .map(({ node }) => node)
    .filter(({ signatures }) => signatures.some(({ status }) => status !== 'SIGNED'))
    .sort((left, right) => right.signatures.length - left.signatures.length);
  if (!newest) throw new Error('no bulletin is being signed');
  return `/bultenler/${newest.id}`;
}

async function take(page, path, name) {
  await page.goto(base + path, { waitUntil: 'networkidle' });
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.waitForTimeout(1500);
  const picture = await page.screenshot({ animations: 'disabled' });
  await sharp(picture)
    .png({ palette: true, quality: 90 })
    .toFile(join(folder, `${name}.png`));
  console.log(`docs/pictures/${name}.png`);
}
