import type { Page } from 'playwright-core';

/** Presses by role and name, and counts them: the steps of a task. */
export function pressesOn(page: Page) {
  let count = 0;
  const press = async (role: Parameters<Page['getByRole']>[0], name: string | RegExp) => {
    // The input of a checkbox is hidden under its label, which is what people press.
    const target = role === 'checkbox' ? page.locator('label', { hasText: name }) : page.getByRole(role, { name });
    await target.last().click();
    count += 1;
  };
  return Object.assign(press, { count: () => count });
}
