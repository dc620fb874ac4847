/** The layers of the extension: which parts do not know the editor, and which way imports may go. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { test } from 'node:test';

const source = resolve(import.meta.dirname, '..', 'src');

/** Files that may import `vscode`; everything else runs, and is tested, without an editor. */
const KNOWS_THE_EDITOR = [
  'command/launcher.ts',
  'debug/configurationProvider.ts',
  'debug/debugSessions.ts',
  'debug/devTools.ts',
  'debug/objectCommands.ts',
  'extension.ts',
  'language/languageClient.ts',
  'language/places.ts',
  'objects/commands.ts',
  'objects/valueDocuments.ts',
  'objects/view.ts',
  'panel/storagePanel.ts',
  'projects/controlFiles.ts',
  'projects/statusBar.ts',
];

const files = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .sort();
const imports = new Map(files.map((file) => [file, importsOf(file)]));

test('the editor is known at the rim only', () => {
  const found = files.filter((file) =>
    imports.get(file)?.some((name) => name === 'vscode' || name.startsWith('vscode-languageclient')),
  );
  assert.deepEqual(found, KNOWS_THE_EDITOR);
});

test('what does not know the editor imports nothing that does', () => {
  for (const file of files.filter((each) => !KNOWS_THE_EDITOR.includes(each))) {
    for (const name of imports.get(file) ?? []) {
      assert.ok(!KNOWS_THE_EDITOR.includes(name), `${file} imports ${name}`);
    }
  }
});

test('the control API knows nothing of what is built on it', () => {
  for (const file of files.filter((each) => each.startsWith('control/'))) {
    for (const name of imports.get(file) ?? []) {
      assert.ok(name.startsWith('control/') || !name.endsWith('.ts'), `${file} imports ${name}`);
    }
  }
});

function importsOf(file: string): readonly string[] {
  const text = readFileSync(join(source, file), 'utf8');
  return [...text.matchAll(/^(?:import|export)\b[^;]*?from '([^']+)';/gms)].map(([, name]) => {
    const from = name ?? '';
    return from.startsWith('.') ? relative(source, resolve(source, file, '..', from)) : from;
  });
}
