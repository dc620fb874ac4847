/**
 * A misspelt class name is underlined as it is typed, and mended by the quick-fix; completion, hover, definition
 * and lenses; a renaming that keeps the objects. One project, one VS Code.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { repository, Scenario } from '../kit/scenario.ts';
import { lineOf } from '../kit/sources.ts';
import type { Workbench } from '../kit/workbench.ts';

const CONFIG = 'wrangler.toml';
const CLASS = 'src/chatRoom.ts';
/** Above the binding, in a line of its own: a click on the text waits until it is there. */
const LENS = 'ChatRoom in src/chatRoom.ts · migrated v1 (SQLite)';
const MENU_MILLIS = 5_000;
const MENU_ATTEMPTS = 6;

const scenario = Scenario.declare({
  project: join(repository, 'examples', 'chat'),
  // The copy of the example has no packages, so TypeScript would complain of every type from them.
  settings: { 'typescript.validate.enable': false, 'js/ts.validate.enabled': false },
});

scenario.step('a class that the worker does not export is underlined, within its quotes', async (workbench) => {
  const editor = await workbench.openFile(CONFIG);
  await editor.lens(LENS).waitFor();
  await editor.selectWord('ChatRoom');
  await workbench.type('ChatRom');
  await editor.waitForErrorSquiggleUnder('ChatRom');
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

scenario.step('a class name is completed from the code', async (workbench) => {
  const editor = workbench.editor(CONFIG);
  await editor.lens(LENS).waitFor();
  await editor.selectWord('ChatRoom');
  await workbench.press('Delete');
  await editor.line('class_name = ""').waitFor();
  await workbench.press('Control+Space');
  await workbench.page.locator('.suggest-widget .monaco-list-row', { hasText: 'ChatRoom' }).first().click();
  await editor.line('class_name = "ChatRoom"').waitFor();
  await editor.lens(LENS).waitFor();
});

scenario.step('hover says what the class is bound as, and its storage', async (workbench) => {
  await workbench.editor(CONFIG).clickText('ChatRoom');
  await workbench.press('Control+K');
  await workbench.press('Control+I');
  await workbench.page
    .locator('.monaco-hover', { hasText: /SQLite/ })
    .first()
    .waitFor();
  await workbench.press('Escape');
});

scenario.step('definition leads from class_name to the class', async (workbench) => {
  await workbench.editor(CONFIG).clickText('ChatRoom');
  await workbench.press('F12');
  await workbench.editor('src/chatRoom.ts').line('export class ChatRoom').waitFor();
});

scenario.step('definition leads from env.ROOMS to its binding', async (workbench) => {
  const editor = await workbench.openFile('src/index.ts');
  await editor.goToLine(lineOf(join(scenario.folder, 'src/index.ts'), 'env.ROOMS'));
  await editor.clickText('ROOMS');
  await workbench.press('F12');
  // Beside what TypeScript knows, if it is up by then; else straight to it.
  await workbench.page
    .locator('.peekview-widget:has-text("wrangler.toml"), .tab.active[data-resource-name="wrangler.toml"]')
    .first()
    .waitFor();
});

scenario.step('above a binding stands where its class is, and a click leads there', async (workbench) => {
  const editor = await workbench.openFile(CONFIG);
  await editor.lens(LENS).click();
  await workbench.editor(CLASS).line('export class ChatRoom').waitFor();
  await workbench.activeTab('chatRoom.ts').waitFor();
});

scenario.step('above the class stands what binds it, and a click leads there', async (workbench) => {
  await workbench.picture('lens');
  await workbench.editor(CLASS).lens('1 binding · migrated v1 (SQLite)').click();
  await workbench.activeTab(CONFIG).waitFor();
});

scenario.step('a new name for the class asks about its objects, before anything changes', async (workbench) => {
  await workbench.editor(CONFIG).clickText('ChatRoom');
  await workbench.rename('Lounge');
  const preview = workbench.refactoring;
  await preview.waitFor('renamed_classes');
  assert.equal(await preview.isChecked('renamed_classes'), false);
  await preview.check('renamed_classes');
  await preview.groupByType();
  await preview.waitFor('Keep the objects of ChatRoom');
  await workbench.picture('rename');
  assert.match(onDisk(CONFIG), /class_name = "ChatRoom"/);
});

scenario.step('said yes to, it is in the class, its imports, its binding and its lifecycle', async (workbench) => {
  await workbench.refactoring.apply();
  const editor = workbench.editor(CONFIG);
  await editor.line('class_name = "Lounge"').waitFor();
  await editor.line('new_sqlite_classes = ["ChatRoom", "RateLimiter"]').waitFor();
  await editor.line('renamed_classes = [{ from = "ChatRoom", to = "Lounge" }]').waitFor();
  await editor.lens('Lounge in src/chatRoom.ts · migrated v2 (SQLite)').waitFor();
  const code = await workbench.openFile(CLASS);
  await code.line('export class Lounge extends').waitFor();
  await code.lens('1 binding · migrated v2 (SQLite)').waitFor();
  const main = await workbench.openFile('src/index.ts');
  await main.goToLine(lineOf(join(scenario.folder, 'src/index.ts'), "from './chatRoom'"));
  await main.line("export { Lounge } from './chatRoom';").waitFor();
  await (await workbench.openFile('src/env.ts')).line("import type { Lounge } from './chatRoom';").waitFor();
  await workbench.press('Control+Shift+M');
  await workbench.problems.waitGone(/wrangler\.toml|Lounge|ChatRoom/);
  assert.match(onDisk(CONFIG), /renamed_classes/, 'VS Code saves what it has refactored');
});

function onDisk(file: string): string {
  return readFileSync(join(scenario.folder, file), 'utf8');
}

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
