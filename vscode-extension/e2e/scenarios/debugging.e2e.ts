/**
 * Debugging the chat example: F5 without a launch.json, a breakpoint in an object's `fetch`, and a
 * second object that goes on answering while the first is paused.
 */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { history, Visitor } from '../kit/chat.ts';
import { repository, Scenario } from '../kit/scenario.ts';
import { lineOf } from '../kit/sources.ts';
import { PATIENCE_MS } from '../kit/workbench.ts';

const CODE = 'src/chatRoom.ts';
const AWAIT = 'const history = await this.history();';
const AFTER_AWAIT = "if (url.pathname.endsWith('/history')) {";

const project = join(repository, 'examples', 'chat');
const scenario = Scenario.declare({
  project,
  // The copy of the example has no packages, so TypeScript would complain of every type from them.
  settings: { 'typescript.validate.enable': false, 'js/ts.validate.enabled': false },
});

let server = '';
let visitor: Visitor;
let answer: Promise<string>;

scenario.step('F5 runs the project, and its address stands in the status bar', async (workbench) => {
  await workbench.openFile(CODE);
  await workbench.press('F5');
  await workbench.pick('Durable Objects');
  const status = workbench.statusItem(/127\.0\.0\.1:\d+/);
  await status.waitFor();
  server = `http://${/127\.0\.0\.1:\d+/.exec((await status.textContent()) ?? '')?.[0] ?? ''}`;
  visitor = await Visitor.enter(server, 'lobby', 'Ada');
  scenario.atEnd(async () => visitor.leave());
  await visitor.say('Good morning');
});

scenario.step('a breakpoint in fetch stops the object that has the request', async (workbench) => {
  const editor = workbench.editor(CODE);
  const line = lineOf(join(project, CODE), AWAIT);
  await editor.setBreakpoint(line);
  answer = history(server, 'lobby');
  await editor.waitPausedAt(line, PATIENCE_MS);
  await workbench.callStack.waitFor(/ChatRoom "lobby".*Paused on breakpoint/);
  await workbench.callStack.expand('ChatRoom "lobby"');
  await workbench.callStack.waitFor(/^fetch/);
});

scenario.step('its variables are there, and its storage', async (workbench) => {
  await workbench.variables.expand('Local');
  await workbench.variables.waitFor(/^request/);
  await workbench.variables.waitFor(/^url/);
  await workbench.variables.expand('Durable Object');
  await workbench.variables.waitFor(/name.*lobby/);
  await workbench.variables.expand(/^storage/);
  await workbench.variables.waitFor(/message:.*Good morning/);
});

scenario.step('stepping over an await lands on the line after it', async (workbench) => {
  await workbench.press('F10');
  await workbench.editor(CODE).waitPausedAt(lineOf(join(project, CODE), AFTER_AWAIT), PATIENCE_MS);
  await workbench.variables.waitFor(/^history/);
});

scenario.step('while it is paused another object answers, and the tree shows both', async (workbench) => {
  await workbench.widenSideBar(140);
  await workbench.collapseView('Watch');
  await workbench.collapseView('Breakpoints');
  await workbench.expandView('Durable Objects');
  await workbench.growView('Durable Objects', 180);
  await workbench.objects.waitFor(/lobby.*paused/);
  await workbench.editor(CODE).removeBreakpoint(lineOf(join(project, CODE), AWAIT));
  assert.equal(await workbench.objects.row('attic').count(), 0);
  assert.equal(await history(server, 'attic'), '200 {"present":[],"history":[]}');
  await workbench.objects.waitFor(/attic.*idle/);
  await workbench.objects.expand('lobby');
  await workbench.objects.waitFor(/message:.*Good morning/);
  await workbench.press('Control+J');
  await workbench.picture('debugging');
});

scenario.step('it goes on, and the answer arrives', async (workbench) => {
  await workbench.press('F5');
  await workbench.editor(CODE).waitNotPaused();
  assert.match(await answer, /^200 .*"present":\["Ada"\].*Good morning/);
  await workbench.objects.waitGone(/lobby.*paused/);
});

scenario.step('the end of the session is the end of the project', async (workbench) => {
  await workbench.press('Shift+F5');
  await workbench.page.locator('.debug-toolbar').waitFor({ state: 'hidden' });
  await workbench.statusItem(/127\.0\.0\.1:\d+/).waitFor({ state: 'hidden' });
  await assert.rejects(history(server, 'lobby'));
});
