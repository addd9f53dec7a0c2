/** Looks at a page as people have it: two colour schemes, three widths, zoomed, words of a longer language. */
import type { Page } from 'playwright-core';
import { accessibilityFindings, sidewaysScroll, smallTargets } from './axe';

const wide = { width: 1280, height: 900 };
const phone = { width: 390, height: 844 };
const narrow = { width: 320, height: 640 };
/** A desktop zoomed to 200 %. */
const zoomed = { width: 640, height: 450 };
const looks = [wide, phone, narrow].flatMap((size) =>
  (['light', 'dark'] as const).map((colorScheme) => ({ size, colorScheme })),
);

/** A dialog, menu or list that lies over the page. */
const overlay = '[role=dialog], [role=menu], [role=listbox]';

export interface Opening {
  readonly name: string;
  readonly open: (page: Page) => Promise<unknown>;
}

export interface Scene {
  readonly path: string;
  /** Brings the page into the state meant, e.g. a form with errors. */
  readonly prepare?: (page: Page) => Promise<unknown>;
  /** What can be opened on it, one after the other. */
  readonly openings?: readonly Opening[];
}

/** What is in people's way on these pages and in what opens there; a line names the page and the look. */
export async function barriersOf(page: Page, scenes: readonly Scene[]): Promise<string[]> {
  const lines: string[] = [];
  for (const scene of scenes) {
    await visit(page, scene);
    lines.push(...(await barriersInLooks(page, scene.path)));
    for (const opening of scene.openings ?? []) lines.push(...(await barriersOpened(page, scene.path, opening)));
  }
  return lines;
}

async function visit(page: Page, { path, prepare }: Scene): Promise<void> {
  await show(page, { size: wide, colorScheme: 'light' });
  await page.goto('about:blank'); // an address that differs in its fragment alone would not load anew
  await page.goto(path);
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  await page.waitForLoadState('networkidle');
  await prepare?.(page);
}

async function barriersOpened(page: Page, path: string, { name, open }: Opening): Promise<string[]> {
  const isOpen = async () => (await page.locator(overlay).count()) > 0;
  const reopen = async () => {
    if (await isOpen()) return;
    await open(page);
    await page.locator(overlay).first().waitFor();
  };
  await show(page, { size: wide, colorScheme: 'light' });
  const lines = await barriersInLooks(page, `${path}, ${name}`, reopen);
  for (let tries = 0; tries < 4 && (await isOpen()); tries += 1) await page.keyboard.press('Escape');
  return lines;
}

/** In six looks, then with long words and zoomed. What is `within` the page is opened anew if it closed. */
async function barriersInLooks(page: Page, name: string, reopen?: () => Promise<void>): Promise<string[]> {
  const lines: string[] = [];
  for (const [index, look] of looks.entries()) {
    await show(page, look);
    await reopen?.();
    const rules = index === 0 ? 'all' : 'look';
    const found = [
      ...(await accessibilityFindings(page, { rules, ...(reopen ? { within: overlay } : {}) })),
      ...(await smallTargets(page)).map((target) => `small ${target}`),
      ...(await sideways(page)),
    ];
    lines.push(...found.map((line) => `${name} (${look.size.width} px, ${look.colorScheme}): ${line}`));
  }
  for (const [stretch, found] of Object.entries(await barriersStretched(page))) {
    lines.push(...found.map((line) => `${name} (${stretch}): ${line}`));
  }
  return lines;
}

async function barriersStretched(page: Page): Promise<Record<string, string[]>> {
  const shortAgain = await lengthenWords(page);
  const longNarrow = await spilled(page);
  await page.setViewportSize(wide);
  const longWide = await spilled(page);
  await shortAgain();
  await page.setViewportSize(zoomed);
  const large = await spilled(page);
  return { 'long words, 320 px': longNarrow, 'long words, 1280 px': longWide, '200 %': large };
}

async function show(page: Page, { size, colorScheme }: (typeof looks)[number]): Promise<void> {
  await page.setViewportSize(size);
  await page.emulateMedia({ colorScheme });
  await settle(page);
}

/** What floats finds its place a frame after the page has changed. */
const settle = (page: Page) =>
  page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));

async function sideways(page: Page): Promise<string[]> {
  const scroll = await sidewaysScroll(page);
  return scroll > 0 ? [`${scroll} px sideways: ${await widest(page)}`] : [];
}

/** The innermost elements that reach furthest beyond the right edge. */
function widest(page: Page): Promise<string> {
  return page.evaluate(() => {
    const edge = (element: Element) => element.getBoundingClientRect().right;
    const beyond = [...document.querySelectorAll('body *')].filter(
      (element) => edge(element) > document.documentElement.clientWidth + 1,
    );
    const furthest = Math.max(...beyond.map(edge));
    const [element] = beyond.filter((one) => edge(one) === furthest).slice(-1);
    return element === undefined ? 'no element' : `${element.className} ${(element.textContent ?? '').slice(0, 40)}`;
  });
}

const spilled = async (page: Page) => {
  await settle(page);
  return [...(await sideways(page)), ...(await spilledLabels(page))];
};

/**
 * Makes each word of a label 40 % longer, as if the product spoke a language of longer words; answers the way back.
 * What people wrote stays as it is.
 */
async function lengthenWords(page: Page): Promise<() => Promise<void>> {
  await page.evaluate(() => {
    const labels = 'button, nav a, [role=tab], [role=menuitem], [role=option], label, legend, th, header a, h2, h3';
    const kept: [Text, string][] = [];
    for (const label of document.querySelectorAll(labels)) {
      const walker = document.createTreeWalker(label, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
        if (!(node instanceof Text) || kept.some(([text]) => text === node)) continue;
        kept.push([node, node.data]);
        node.data = node.data.replaceAll(/\p{L}{3,}/gu, (word) => word + word.slice(0, Math.ceil(word.length * 0.4)));
      }
    }
    Object.assign(window, { shortWords: kept });
  });
  return () =>
    page.evaluate(() => {
      const { shortWords } = window as unknown as { shortWords: [Text, string][] };
      for (const [text, words] of shortWords) text.data = words;
    });
}

/** Controls whose words stand out of their box, and controls side by side that lie over each other. */
function spilledLabels(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const isShown = (element: Element) => {
      const { width, height } = element.getBoundingClientRect();
      return width > 1 && height > 1 && getComputedStyle(element).visibility === 'visible';
    };
    const controls = [
      ...document.querySelectorAll<HTMLElement>('button, a[href], [role=tab], [role=menuitem], [role=option]'),
    ].filter((element) => isShown(element) && getComputedStyle(element).display !== 'inline');
    const wordsOf = (element: HTMLElement) => {
      const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
      const rectangles: DOMRect[] = [];
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
        const parent = node.parentElement;
        if (parent === null || parent.closest('.visually-hidden') !== null || !isShown(parent)) continue;
        if (getComputedStyle(parent).textOverflow === 'ellipsis') continue;
        const range = document.createRange();
        range.selectNodeContents(node);
        rectangles.push(...range.getClientRects());
      }
      return rectangles;
    };
    const stands = (element: HTMLElement) => {
      const box = element.getBoundingClientRect();
      return wordsOf(element).some(
        (words) => words.right > box.right + 1 || words.left < box.left - 1 || words.bottom > box.bottom + 3,
      );
    };
    const overlaps = (element: HTMLElement) => {
      const box = element.getBoundingClientRect();
      return controls.some((other) => {
        if (other === element || other.parentElement !== element.parentElement) return false;
        const near = other.getBoundingClientRect();
        const across = Math.min(box.right, near.right) - Math.max(box.left, near.left);
        const down = Math.min(box.bottom, near.bottom) - Math.max(box.top, near.top);
        return across > 2 && down > 2;
      });
    };
    const line = (what: string) => (element: HTMLElement) =>
      `${what}: ${element.className} ${element.innerText.replaceAll(/\s+/g, ' ').slice(0, 60)}`;
    return [
      ...controls.filter(stands).map(line('words out of their box')),
      ...controls.filter(overlaps).map(line('lies over its neighbour')),
    ];
  });
}
