/** The menu of a right click. */
import type { Page } from 'playwright-core';
import { until } from './until.ts';

const CHOICE_TIMEOUT_MS = 30_000;

/** Chooses from the menu that is open or opens: it takes no click in its first tenth of a second. */
export async function chooseFromMenu(page: Page, action: string): Promise<void> {
  const item = page.locator('.context-view .action-label', { hasText: new RegExp(`^${action}$`) }).first();
  await item.waitFor();
  await until(`the menu has taken "${action}"`, CHOICE_TIMEOUT_MS, async () => {
    if (await item.isVisible()) {
      await item.click({ timeout: 1_000 });
    }
    return !(await item.isVisible());
  });
}
