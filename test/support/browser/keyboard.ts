/** A person without a pointer: goes by Tab, and wants to see where the focus is at every stop. */
import type { Page } from 'playwright-core';

const furthest = 150;

export interface Keyboard {
  /** Goes on to the control of this name; fails when it is not reached. */
  to(name: string | RegExp): Promise<void>;
  /** Goes on to the control and presses it. */
  press(name: string | RegExp, key?: 'Enter' | 'Space'): Promise<void>;
  /** Goes once around the page: what a person comes by, from the first stop back to it. */
  round(): Promise<readonly string[]>;
  /** The name of what has the focus. */
  focused(): Promise<string>;
  /** Stops at which the focus could not be seen, or lay under a bar. */
  faults(): readonly string[];
}

export function keyboardOf(page: Page): Keyboard {
  const faults = new Set<string>();
  const step = async (): Promise<Stop> => {
    await page.keyboard.press('Tab');
    const stop = await stopAt(page);
    const at = `${new URL(page.url()).pathname.replaceAll(/[0-9a-f-]{36}/g, '…')} ${stop.name}`;
    if (!stop.isVisible) faults.add(`${at}: the focus is not visible`);
    if (!stop.isClear) faults.add(`${at}: something lies over the focus`);
    return stop;
  };
  const isIt = (name: string | RegExp, stop: Stop) =>
    typeof name === 'string' ? stop.name === name : name.test(stop.name);
  const to = async (name: string | RegExp) => {
    const passed: string[] = [];
    while (passed.length < furthest) {
      const stop = await step();
      if (isIt(name, stop)) return;
      passed.push(stop.name);
    }
    throw new Error(`never came to ${name}, but to: ${[...new Set(passed)].join(' | ')}`);
  };
  return {
    to,
    press: async (name, key = 'Enter') => {
      await to(name);
      await page.keyboard.press(key);
    },
    round: async () => {
      const first = await step();
      const names = [first.name];
      for (let stop = await step(); stop.key !== first.key; stop = await step()) {
        names.push(stop.name);
        if (names.length > furthest) throw new Error(`no way around: ${names.slice(-12).join(' | ')}`);
      }
      return names;
    },
    focused: async () => (await stopAt(page)).name,
    faults: () => [...faults],
  };
}

interface Stop {
  readonly name: string;
  /** Tells two controls of one name apart. */
  readonly key: string;
  /** An outline of at least 2 px that is drawn. */
  readonly isVisible: boolean;
  /** Not wholly under something else (WCAG 2.2, 2.4.11). */
  readonly isClear: boolean;
}

/** Where the focus is. The body stands for the frame of the browser, between the last control and the first. */
function stopAt(page: Page): Promise<Stop> {
  return page.evaluate(() => {
    const element = document.activeElement;
    if (!(element instanceof HTMLElement) || element === document.body) {
      return { name: '(frame)', key: '(frame)', isVisible: true, isClear: true };
    }
    const seen = ((window as { seenStops?: Element[] }).seenStops ??= []);
    if (!seen.includes(element)) seen.push(element);
    const labels = element instanceof HTMLInputElement ? [...(element.labels ?? [])] : [];
    const byId = (element.getAttribute('aria-labelledby') ?? '').split(' ').map((id) => document.getElementById(id));
    const words = (nodes: readonly (Element | null)[]) =>
      nodes
        .map((node) => node?.textContent ?? '')
        .join(' ')
        .trim();
    const name =
      element.getAttribute('aria-label') ?? ([byId, labels, [element]].map(words).find((found) => found !== '') || '');
    // The input of a checkbox or radio lies hidden in its label, which shows the focus.
    const shown = element.closest<HTMLElement>('label[data-focus-visible]') ?? element;
    const isDrawn = (node: Element) => {
      const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(node);
      return outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2 && !outlineColor.endsWith(', 0)');
    };
    const frame = element.parentElement;
    const rings = [shown, ...shown.querySelectorAll('span'), ...(frame === null ? [] : [frame])];
    const box = shown.getBoundingClientRect();
    const points = [0.1, 0.5, 0.9].flatMap((x) => [0.1, 0.5, 0.9].map((y) => [x, y] as const));
    const isClear = points.some(([x, y]) => {
      const hit = document.elementFromPoint(box.left + box.width * x, box.top + box.height * y);
      return hit !== null && (shown.contains(hit) || hit.contains(shown));
    });
    return {
      name: name.replaceAll(/\s+/g, ' ').trim(),
      key: `${seen.indexOf(element)}`,
      isVisible: rings.some(isDrawn),
      isClear,
    };
  });
}
