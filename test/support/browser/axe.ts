import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import type { AxeResults } from 'axe-core';

const source = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** What depends on colours and sizes; the other rules read the document, which is the same in every look. */
const lookRules = ['color-contrast', 'link-in-text-block', 'scrollable-region-focusable', 'target-size'];

interface Wanted {
  readonly rules?: 'all' | 'look';
  /** Only what this selector finds, where it finds anything. */
  readonly within?: string;
}

/** What axe finds on the page as it is now, one line per rule and place; empty: nothing. WCAG 2.2 A and AA. */
export async function accessibilityFindings(page: Page, { rules = 'all', within }: Wanted = {}): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(source);
  const { violations } = await page.evaluate(
    ({ options, place }) => {
      const { axe } = window as unknown as { axe: { run: (on: object, options: object) => Promise<AxeResults> } };
      const isThere = place !== undefined && document.querySelector(place) !== null;
      return axe.run(isThere ? { include: [place] } : document, options);
    },
    {
      options: {
        runOnly: rules === 'all' ? { type: 'tag', values: tags } : { type: 'rule', values: lookRules },
        resultTypes: ['violations'],
      },
      place: within,
    },
  );
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(
      (node) => `${id}: ${node.target.join(' ')} ${(node.failureSummary ?? '').replaceAll(/\s+/g, ' ').slice(0, 200)}`,
    ),
  );
}

/** How far the page can be scrolled sideways, in CSS pixels; 0 is what every page must have. */
export function sidewaysScroll(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

/** Controls smaller than 24 by 24 CSS pixels that are not words in a line of text (WCAG 2.2, 2.5.8). */
export function smallTargets(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('button, a[href], [role=button], [role=tab], [role=option], select')]
      .filter((element) => {
        const { width, height } = element.getBoundingClientRect();
        const isSeen = width > 1 && height > 1 && getComputedStyle(element).visibility === 'visible';
        const isInline = getComputedStyle(element).display === 'inline';
        const isForReadersAlone = (element.parentElement?.getBoundingClientRect().width ?? 0) <= 1;
        return isSeen && !isInline && !isForReadersAlone && (width < 24 || height < 24);
      })
      .map((element) => element.outerHTML.slice(0, 120)),
  );
}
