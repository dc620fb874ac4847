/** package.json and the code declare the same things: neither may drift from the other. */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { test } from 'node:test';

const extension = resolve(import.meta.dirname, '..');
const manifest = JSON.parse(readFileSync(join(extension, 'package.json'), 'utf8'));
const readme = readFileSync(join(extension, 'README.md'), 'utf8');
const source = join(extension, 'src');
const code = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => readFileSync(join(source, file), 'utf8'))
  .join('\n');

const commands: readonly string[] = manifest.contributes.commands
  .map(({ command }: { command: string }) => command)
  .sort();

test('every declared command is registered, and the other way round', () => {
  const quoted = new Set([...code.matchAll(/(?:registerCommand\(|id: )'(durascope\.[\w.]+)'/g)].map(([, id]) => id));
  assert.deepEqual([...quoted].sort(), commands);
});

test('menus and the welcome view name declared commands', () => {
  const menus = Object.values(manifest.contributes.menus).flat() as { command: string }[];
  const welcome = JSON.stringify(manifest.contributes.viewsWelcome);
  const named = [
    ...menus.map(({ command }) => command),
    ...[...welcome.matchAll(/command:([\w.]+)/g)].map(([, id]) => id ?? ''),
  ];
  assert.deepEqual(
    named.filter((command) => !commands.includes(command)),
    [],
  );
});

test('the README lists every setting and every attribute of a launch configuration', () => {
  const settings = Object.keys(manifest.contributes.configuration.properties);
  const attributes = Object.keys(manifest.contributes.debuggers[0].configurationAttributes.launch.properties);
  assert.deepEqual(
    [...settings, ...attributes].filter((name) => !readme.includes(`| \`${name}\` |`)),
    [],
  );
});

test('the files that the manifest names are there', () => {
  const { icon, contributes } = manifest;
  const icons = contributes.viewsContainers.activitybar.map((container: { icon: string }) => container.icon);
  for (const file of [icon, ...icons, 'README.md', 'CHANGELOG.md', 'LICENSE']) {
    assert.ok(existsSync(join(extension, file)), file);
  }
});
