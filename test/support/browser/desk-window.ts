/** What a person does and reads in a window of the bulletin desk, by role and label. */
import type { Locator, Page } from 'playwright-core';

const long = { timeout: 30_000 };

/** A part of the text as it stands on the page: 'Giriş', 'Birim paragrafı, Ayvalık Belediyesi'. */
export const part = (page: Page, label: string): Locator => page.getByRole('group', { name: label, exact: true });

/** The field of a part once it can be written. */
export async function fieldOf(page: Page, label: string): Promise<Locator> {
  const field = part(page, label).getByRole('textbox').first();
  await field.waitFor(long);
  return field;
}

/** Puts these words in the place of all that the part holds. */
export async function rewrite(page: Page, label: string, words: string): Promise<void> {
  await (await fieldOf(page, label)).click();
  await page.keyboard.press('Control+a');
  await page.keyboard.type(words);
}

/** Writes at the end of a part. */
export async function writeOn(page: Page, label: string, words: string): Promise<void> {
  await (await fieldOf(page, label)).click();
  await page.keyboard.press('Control+End');
  await page.keyboard.type(words);
}

/** What a part shows, without the names at the carets of others. */
export async function wordsOf(page: Page, label: string): Promise<string> {
  return (await fieldOf(page, label)).evaluate((element) => {
    const copy = element.cloneNode(true) as HTMLElement;
    for (const widget of copy.querySelectorAll('.ProseMirror-widget, [contenteditable="false"]')) widget.remove();
    return copy.innerText.replaceAll(/[\u200B\u2060\uFEFF]/g, '').trim();
  });
}

/** Waits until the part shows exactly these words. */
export async function seesWords(page: Page, label: string, words: string): Promise<void> {
  await eventually(
    () => wordsOf(page, label),
    (shown) => shown === words,
    `${label}: ${words}`,
  );
}

/** The chip of an office in the strip of signatures, with where it stands. */
export const chip = (page: Page, office: string, status: string): Locator =>
  page.getByRole('button', { name: new RegExp(`^${office} .*${status}`) });

/** Gives the signature in two presses; answers how many there were. */
export async function sign(page: Page): Promise<number> {
  const presses = [
    () => page.getByRole('button', { name: 'Olur ver', exact: true }).first().click(),
    () => page.getByRole('dialog', { name: 'Olur ver' }).getByRole('button', { name: 'Olur ver', exact: true }).click(),
  ];
  for (const press of presses) await press();
  await page.getByRole('dialog', { name: 'Olur ver' }).waitFor({ state: 'detached', ...long });
  return presses.length;
}

/** Reads until it is so; after half a minute says what was read instead. */
export async function eventually<T>(read: () => Promise<T>, isSo: (value: T) => boolean, what: string): Promise<T> {
  const deadline = performance.now() + long.timeout;
  for (;;) {
    const value = await read();
    if (isSo(value)) return value;
    if (performance.now() > deadline) throw new Error(`waited for ${what} in vain: ${JSON.stringify(value)}`);
    await new Promise((resolve) => {
      setTimeout(resolve, 50);
    });
  }
}
