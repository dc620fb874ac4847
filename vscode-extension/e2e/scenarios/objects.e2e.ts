/** A project that runs in a terminal: its objects in the tree, and the commands on them. */
import { join } from 'node:path';
import { Visitor } from '../kit/chat.ts';
import { DevServer } from '../kit/devServer.ts';
import { repository, Scenario } from '../kit/scenario.ts';

const scenario = Scenario.declare({ project: join(repository, 'examples', 'chat'), settings: {} });

let server: DevServer;
let visitor: Visitor;

scenario.step('without a project the view says how to run one', async (workbench) => {
  await workbench.activity('Durable Objects');
  await workbench.page.locator('.welcome-view-content', { hasText: 'No project is running' }).first().waitFor();
});

scenario.step('a project in a terminal shows by itself, with its classes', async (workbench) => {
  server = await DevServer.start(scenario.folder);
  scenario.atEnd(() => server.stop());
  await workbench.statusItem(new URL(server.url).host).waitFor();
  await workbench.objects.waitFor(/ChatRoom.*env\.ROOMS/);
  await workbench.objects.waitFor(/RateLimiter.*env\.LIMITERS/);
});

scenario.step('an object shows as it comes to life, and its keys as they are written', async (workbench) => {
  visitor = await Visitor.enter(server.url, 'lobby', 'Ada');
  scenario.atEnd(async () => visitor.leave());
  await workbench.objects.waitFor(/lobby.*1 socket/);
  await workbench.objects.expand('lobby');
  await workbench.objects.waitFor(/WebSockets.*1/);
  await visitor.say('Good morning');
  await workbench.objects.waitFor(/message:.*Good morning/);
  await workbench.objects.waitFor(/lobby.*alarm/);
});

scenario.step('a click on a key opens its value', async (workbench) => {
  await workbench.objects.row(/message:/).click();
  await workbench.page.locator('.editor-instance .view-line', { hasText: 'of ChatRoom lobby' }).first().waitFor();
  await workbench.page.locator('.editor-instance .view-line', { hasText: 'Good morning' }).first().waitFor();
});

scenario.step('the alarm fires at once, and what it wrote appears', async (workbench) => {
  await workbench.objects.menu('lobby', 'Fire Alarm');
  await workbench.objects.waitFor(/trimmed.*messages: 0/);
});

scenario.step('the object hibernates with its socket, and wakes at the next message', async (workbench) => {
  await workbench.objects.menu('lobby', 'Hibernate');
  await workbench.objects.waitFor(/lobby.*hibernated.*1 socket/);
  await visitor.say('Good evening');
  await workbench.objects.waitFor(/lobby.*(idle|running)/);
  await workbench.objects.waitFor(/message:.*Good evening/);
});

scenario.step('the command palette asks which object to evict', async (workbench) => {
  await workbench.command('Durascope: Evict');
  await workbench.pick(/lobby/);
  await workbench.objects.waitFor(/lobby.*(stored|hibernated)/);
});

scenario.step('the storage panel opens in a tab', async (workbench) => {
  await workbench.command('Durascope: Open Storage Panel');
  await workbench.page.locator('.tab', { hasText: 'Storage: chat' }).waitFor();
  await workbench.webview().frameLocator('iframe').locator('body', { hasText: 'ChatRoom' }).waitFor();
});

scenario.step('when the project ends, so does what was shown of it', async (workbench) => {
  await server.stop();
  await workbench.statusItem(/127\.0\.0\.1:\d+/).waitFor({ state: 'hidden' });
  await workbench.objects.waitGone('ChatRoom');
});
