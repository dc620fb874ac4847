/** An installation that cannot work says so, and says what to do. */
import assert from 'node:assert/strict';
import { chmodSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Scenario } from '../kit/scenario.ts';

const folder = mkdtempSync(join(tmpdir(), 'durascope-broken-'));
const project = join(folder, 'project');
const command = join(folder, 'durascope');

const scenario = Scenario.declare({
  project: makeProject(),
  settings: { 'durascope.path': join(folder, 'nothing-here') },
});

scenario.step('a command that is not there is named, with the setting to correct', async (workbench) => {
  const told = workbench.notification(/durascope\.path names .*nothing-here, which does not exist/);
  await told.waitFor();
  await told.getByRole('button', { name: 'Open Settings' }).click();
  await workbench.page
    .locator('.settings-editor .setting-item-contents', { hasText: 'Durascope: Path' })
    .first()
    .waitFor();
  await workbench.press('Escape');
  await workbench.page.locator('.settings-editor').waitFor({ state: 'detached' });
});

scenario.step('a command that fails is quoted: it knows best that it found no JDK', async (workbench) => {
  writeFileSync(command, '#!/bin/sh\necho "durascope: no JDK 25 found; set JAVA_HOME." >&2\nexit 3\n');
  chmodSync(command, 0o755);
  await scenario.server.evaluate(
    `await vscode.workspace.getConfiguration('durascope').update('path', ${JSON.stringify(command)}, vscode.ConfigurationTarget.Global)`,
  );
  await workbench
    .notification('The language server could not be started: durascope: no JDK 25 found; set JAVA_HOME.')
    .waitFor();
});

scenario.step('nothing else is said about it', async (workbench) => {
  assert.equal(await workbench.notification('connection to server').count(), 0);
});

scenario.step('the debugger says the same when it is asked to start', async (workbench) => {
  await workbench.command('Notifications: Clear All Notifications');
  await workbench.command('Durascope: Run and Debug the Project');
  await workbench
    .notification('The debugger could not be started: durascope: no JDK 25 found; set JAVA_HOME.')
    .waitFor();
});

function makeProject(): string {
  mkdirSync(join(project, 'src'), { recursive: true });
  writeFileSync(join(project, 'wrangler.toml'), 'name = "broken"\nmain = "src/index.js"\n');
  writeFileSync(join(project, 'src', 'index.js'), 'export default { fetch: () => new Response("hello") };\n');
  return project;
}
