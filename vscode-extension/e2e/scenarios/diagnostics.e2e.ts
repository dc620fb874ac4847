/** A misspelt class name is underlined as it is typed, and mended by the quick-fix. */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { repository, Scenario } from '../kit/scenario.ts';
import type { Workbench } from '../kit/workbench.ts';

const CONFIG = 'wrangler.toml';
const MENU_MILLIS = 5_000;
const MENU_ATTEMPTS = 6;

const scenario = Scenario.declare({ project: join(repository, 'examples', 'chat'), settings: {} });

scenario.step('a class that the worker does not export is underlined, within its quotes', async (workbench) => {
  const editor = await workbench.openFile(CONFIG);
  await editor.selectWord('ChatRoom');
  await workbench.type('ChatRom');
  assert.equal(await editor.textOverErrorSquiggle(), 'ChatRom');
});

scenario.step('the Problems list says what is wrong', async (workbench) => {
  await workbench.press('Control+Shift+M');
  await workbench.problems.waitFor(/ChatRom\b/);
  const entries = await workbench.problems.rows();
  assert.equal(
    entries.filter((entry) => /^Error: "ChatRom" is not exported by src\/index\.ts/.test(entry)).length,
    1,
    entries.join('\n'),
  );
});

scenario.step('the quick-fix puts in the nearest export, and all is well', async (workbench) => {
  const editor = workbench.editor(CONFIG);
  await editor.clickText('ChatRom');
  const fix = workbench.page.locator('.action-widget .monaco-list-row', { hasText: /ChatRoom/ }).first();
  await openMenu(workbench, fix);
  await fix.click();
  await editor.line('class_name = "ChatRoom"').waitFor();
  await workbench.page.locator('.markers-panel-container', { hasText: 'No problems' }).waitFor();
  await editor.root.locator('.squiggly-error').waitFor({ state: 'detached' });
});

/** The editor drops the key, or the menu, while it takes in new diagnostics: then one presses again, as a user does. */
async function openMenu(workbench: Workbench, entry: Locator): Promise<void> {
  for (let left = MENU_ATTEMPTS; ; left--) {
    await workbench.press('Control+.');
    try {
      await entry.waitFor({ timeout: MENU_MILLIS });
      return;
    } catch (late) {
      if (!(late instanceof Error) || late.name !== 'TimeoutError' || left === 1) {
        throw late;
      }
      await workbench.press('Escape');
    }
  }
}
