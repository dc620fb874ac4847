/**
 * Debugging the chat example: F5 without a launch.json; breakpoints of every kind; a stored value that is
 * edited in a pause; a step into another object; the console; a restart. One project, one VS Code.
 */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { history, Visitor } from '../kit/chat.ts';
import { repository, Scenario } from '../kit/scenario.ts';
import { lineOf } from '../kit/sources.ts';
import { PATIENCE_MS, type Workbench } from '../kit/workbench.ts';

const ROOM = 'src/chatRoom.ts';
const LIMITER = 'src/rateLimiter.ts';

/** So much more of the side bar the variables need than they get at first. */
const VARIABLES_PX = 250;

const project = join(repository, 'examples', 'chat');
const line = {
  firstOfFetch: lineIn(ROOM, 'const url = new URL(request.url);'),
  readHistory: lineIn(ROOM, 'const history = await this.history();'),
  afterHistory: lineIn(ROOM, "if (url.pathname.endsWith('/history')) {"),
  composed: lineIn(ROOM, 'await this.ctx.storage.put(messageKey(time), message);'),
  askLimiter: lineIn(ROOM, 'const millis = await limiter.spend();'),
  trimmed: lineIn(ROOM, "await this.ctx.storage.put('trimmed'"),
  firstOfSpend: lineIn(LIMITER, 'const now = Date.now();'),
};

const scenario = Scenario.declare({
  project,
  // The copy of the example has no packages, so TypeScript would complain of every type from them.
  settings: { 'typescript.validate.enable': false, 'js/ts.validate.enabled': false },
});

let server = '';
let visitor: Visitor;
let answer: Promise<string>;

scenario.step('F5 runs the project, and its address stands in the status bar', async (workbench) => {
  const editor = await workbench.openFile(ROOM);
  // It takes a line of its own: what is below it moves when it comes.
  await editor.lens('1 binding').waitFor();
  await workbench.press('F5');
  await workbench.pick('Durable Objects');
  server = await address(workbench);
  visitor = await Visitor.enter(server, 'lobby', 'Ada');
  scenario.atEnd(async () => visitor.leave());
  await visitor.say('Good morning');
});

scenario.step('a breakpoint in fetch stops the object that has the request', async (workbench) => {
  const editor = workbench.editor(ROOM);
  await editor.setBreakpoint(line.readHistory);
  await adapterKnows();
  answer = history(server, 'lobby');
  await editor.waitPausedAt(line.readHistory, PATIENCE_MS);
  await workbench.callStack.waitFor(/ChatRoom "lobby".*Paused on breakpoint/);
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

scenario.step('a stored value is edited in place', async (workbench) => {
  await workbench.widenSideBar(140);
  await workbench.collapseView('Watch');
  await workbench.collapseView('Breakpoints');
  await workbench.growView('Call Stack', -VARIABLES_PX);
  await workbench.variables.expand(/message:.*Good morning/);
  await workbench.variables.edit(/^text.*Good morning/, '"Good evening"');
  await workbench.variables.waitFor(/^text.*Good evening/);
});

scenario.step(
  'stepping over an await lands on the line after it, and the object has read the edit',
  async (workbench) => {
    await workbench.press('F10');
    await workbench.editor(ROOM).waitPausedAt(line.afterHistory, PATIENCE_MS);
    await workbench.variables.waitFor(/^history.*Good evening/);
  },
);

scenario.step('while it is paused another object answers, and the tree shows both', async (workbench) => {
  await workbench.expandView('Durable Objects');
  await workbench.growView('Durable Objects', 180);
  await workbench.objects.waitFor(/lobby.*paused/);
  await workbench.editor(ROOM).removeBreakpoint(line.readHistory);
  await adapterKnows();
  assert.equal(await workbench.objects.row('attic').count(), 0);
  assert.equal(await history(server, 'attic'), '200 {"present":[],"history":[]}');
  await workbench.objects.waitFor(/attic.*idle/);
  await workbench.objects.expand('lobby');
  // What is edited in a pause is stored when the paused turn ends.
  await workbench.objects.waitFor(/message:.*Good morning/);
  await workbench.press('Control+J');
  await workbench.picture('debugging');
});

scenario.step('it goes on, and the answer arrives with the edited value', async (workbench) => {
  await goOn(workbench);
  assert.match(await answer, /^200 .*"present":\["Ada"\].*Good evening/);
  await workbench.objects.waitFor(/message:.*Good evening/);
  await workbench.objects.waitGone(/lobby.*paused/);
});

scenario.step('a conditional breakpoint stops one room of two', async (workbench) => {
  await workbench.collapseView('Durable Objects');
  await workbench.expandView('Breakpoints');
  const editor = workbench.editor(ROOM);
  await editor.addBreakpoint(line.readHistory, 'Add Conditional Breakpoint...', "this.ctx.id.name === 'attic'");
  await adapterKnows();
  assert.match(await history(server, 'lobby'), /^200 /);
  answer = history(server, 'attic');
  await editor.waitPausedAt(line.readHistory, PATIENCE_MS);
  await workbench.callStack.waitFor(/ChatRoom "attic".*Paused on breakpoint/);
  await workbench.breakpoints.removeAll();
  await goOn(workbench);
  assert.match(await answer, /^200 /);
});

scenario.step('a logpoint prints its message, and stops nothing', async (workbench) => {
  const editor = workbench.editor(ROOM);
  await editor.addBreakpoint(line.composed, 'Add Logpoint...', '{sender} says {text}');
  await adapterKnows();
  await visitor.say('Fine weather');
  await workbench.console.show();
  await workbench.console.waitFor(/Ada says Fine weather/);
  await workbench.breakpoints.removeAll();
});

scenario.step('an event breakpoint stops the room that it names', async (workbench) => {
  await workbench.breakpoints.stopAtEvent('Event: fetch', '"lobby"');
  await adapterKnows();
  assert.match(await history(server, 'attic'), /^200 /);
  answer = history(server, 'lobby');
  await workbench.editor(ROOM).waitPausedAt(line.firstOfFetch, PATIENCE_MS);
  await workbench.callStack.waitFor(/fetch of ChatRoom "lobby"/);
  await workbench.breakpoints.setChecked('Event: fetch', false);
  await goOn(workbench);
  assert.match(await answer, /^200 /);
});

scenario.step('a data breakpoint stops at the statement that writes its key', async (workbench) => {
  // The key comes into being by the first alarm.
  await workbench.expandView('Durable Objects');
  await fireAlarm(workbench);
  await workbench.objects.waitFor(/trimmed.*messages: 0/);
  await workbench.collapseView('Durable Objects');
  const editor = workbench.editor(ROOM);
  await editor.setBreakpoint(line.readHistory);
  await adapterKnows();
  answer = history(server, 'lobby');
  await editor.waitPausedAt(line.readHistory, PATIENCE_MS);
  await workbench.growView('Call Stack', -VARIABLES_PX);
  await workbench.variables.expand('Durable Object');
  await workbench.variables.expand(/^storage/);
  await workbench.variables.menu(/^trimmed/, 'Break on Value Change');
  await adapterKnows();
  await editor.removeBreakpoint(line.readHistory);
  await goOn(workbench);
  await answer;
  await fireAlarm(workbench);
  await editor.waitPausedAt(line.trimmed, PATIENCE_MS);
  await workbench.callStack.waitFor(/"trimmed" of ChatRoom "lobby" written/);
  await workbench.picture('data-breakpoint');
  await workbench.breakpoints.removeAll();
  await goOn(workbench);
});

scenario.step("a step into a call of another object stops in that object's method", async (workbench) => {
  const editor = workbench.editor(ROOM);
  await editor.setBreakpoint(line.askLimiter);
  await adapterKnows();
  const said = visitor.say('Are you there?');
  await editor.waitPausedAt(line.askLimiter, PATIENCE_MS);
  await editor.removeBreakpoint(line.askLimiter);
  await workbench.press('F11');
  await workbench.editor(LIMITER).waitPausedAt(line.firstOfSpend, PATIENCE_MS);
  await workbench.callStack.waitFor(/RateLimiter "127\.0\.0\.1".*Paused on step/);
  await workbench.press('F5');
  await workbench.editor(LIMITER).waitNotPaused();
  await said;
});

scenario.step('the console evaluates while nothing is paused', async (workbench) => {
  await workbench.console.evaluate(
    'await $object("ChatRoom", "lobby").fetch("http://room/history").then((r) => r.status)',
  );
  await workbench.console.waitFor(/^200$/);
});

scenario.step('an expression is evaluated in an object that runs, with its instance as this', async (workbench) => {
  await workbench.command('Durascope: Evaluate in Object');
  await workbench.pick('ChatRoom "lobby"');
  await workbench.answer('Evaluate in the object while it runs', 'this.present()');
  await workbench.console.waitFor(/\["Ada"\]/);
});

scenario.step('a restart keeps the breakpoints, and what is stored', async (workbench) => {
  const editor = await workbench.openFile(ROOM);
  await editor.setBreakpoint(line.afterHistory);
  await adapterKnows();
  visitor.leave();
  await workbench.press('Control+Shift+F5');
  // The editor clears the console when it restarts.
  await workbench.console.line(/Fine weather/).waitFor({ state: 'detached' });
  await workbench.console.waitFor(/Ready on/);
  server = await address(workbench);
  answer = history(server, 'lobby');
  await editor.waitPausedAt(line.afterHistory, PATIENCE_MS);
  await workbench.variables.waitFor(/^history.*Good evening/);
  await goOn(workbench);
  assert.match(await answer, /^200 .*Good evening.*Are you there/);
});

scenario.step('the end of the session is the end of the project', async (workbench) => {
  await workbench.press('Shift+F5');
  await workbench.page.locator('.debug-toolbar').waitFor({ state: 'hidden' });
  await workbench.statusItem(/127\.0\.0\.1:\d+/).waitFor({ state: 'hidden' });
  await assert.rejects(history(server, 'lobby'));
});

/** What is set on the screen is sent at once, and the adapter answers in order: with this answer it knows. */
async function adapterKnows(): Promise<void> {
  await scenario.server.evaluate("await vscode.debug.activeDebugSession.customRequest('threads')");
}

function lineIn(file: string, text: string): number {
  return lineOf(join(project, file), text);
}

/** The address in the status bar, once it is there. */
async function address(workbench: Workbench): Promise<string> {
  const status = workbench.statusItem(/127\.0\.0\.1:\d+/);
  await status.waitFor();
  return `http://${/127\.0\.0\.1:\d+/.exec((await status.textContent()) ?? '')?.[0] ?? ''}`;
}

async function goOn(workbench: Workbench): Promise<void> {
  await workbench.press('F5');
  await workbench.editor(ROOM).waitNotPaused();
}

async function fireAlarm(workbench: Workbench): Promise<void> {
  await workbench.command('Durascope: Fire Alarm');
  await workbench.pick(/lobby/);
}
