import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { promisify } from 'node:util';
import { findCommand, type CommandSettings } from '../src/command/find.ts';
import { probe } from '../src/command/probe.ts';

let folder: string;
let settings: CommandSettings;

before(() => {
  folder = mkdtempSync(join(tmpdir(), 'durascope-test-'));
  settings = {
    path: '',
    javaHome: '',
    extensionFolder: join(folder, 'extension'),
    workspaceFolder: join(folder, 'workspace'),
  };
  script('workspace/tools/durascope', 'echo "durascope 1.2.3"');
  script('extension/server/bin/durascope', 'echo "$DURASCOPE_JAVA_HOME"');
  mkdirSync(join(folder, 'jdk', 'bin'), { recursive: true });
});

after(() => {
  rmSync(folder, { recursive: true });
});

test('the setting comes first; it may name the workspace, or be relative to it', () => {
  for (const path of [
    join(folder, 'workspace/tools/durascope'),
    '${workspaceFolder}/tools/durascope',
    'tools/durascope',
  ]) {
    assert.equal(pathFound({ ...settings, path }), join(folder, 'workspace/tools/durascope'), path);
  }
});

test('without a setting it is the command inside the extension', () => {
  assert.equal(pathFound(settings), join(folder, 'extension/server/bin/durascope'));
});

test('what is missing is named, and the remedy', () => {
  const problem = (changed: Partial<CommandSettings>): string => {
    const search = findCommand({ ...settings, ...changed });
    return search.kind === 'missing' ? search.problem : 'found';
  };
  assert.equal(
    problem({ path: '~/no/such/file' }),
    `The setting durascope.path names ${homedir()}/no/such/file, which does not exist. Correct it, or empty it to use the command inside the extension.`,
  );
  assert.match(problem({ path: folder }), /which is not a file\./);
  writeFileSync(join(folder, 'plain'), '');
  assert.match(problem({ path: join(folder, 'plain') }), /which may not be executed\./);
  assert.match(problem({ extensionFolder: folder }), /no durascope command inside .* Set durascope\.path/);
  assert.match(
    problem({ javaHome: folder }),
    /durascope\.javaHome names .* not a JDK.* Set it to the folder of a JDK 25\./,
  );
});

test('the JDK of the setting reaches the command', async () => {
  const search = findCommand({ ...settings, javaHome: join(folder, 'jdk') });
  assert.ok(search.kind === 'found');
  const { path, environment } = search.command;
  const { stdout } = await promisify(execFile)(path, ['--version'], { env: { ...process.env, ...environment } });
  assert.equal(stdout.trim(), join(folder, 'jdk'));
});

test('a command that fails is quoted', async () => {
  const path = script('broken', 'echo "durascope: no JDK 25 found" >&2; echo "more" >&2; exit 3');
  const problem = 'durascope: no JDK 25 found';
  assert.deepEqual(await probe({ path, environment: {} }, 'lsp'), { kind: 'fails', problem });
});

test('a server that fails where the command works is quoted as well', async () => {
  const path = script('half', '[ "$1" = --version ] || { echo "no such server: $1" >&2; exit 2; }');
  assert.deepEqual(await probe({ path, environment: {} }, 'dap'), { kind: 'fails', problem: 'no such server: dap' });
});

test('a server that waits for input gets none, and ends', async () => {
  const path = script('server', 'cat >/dev/null');
  assert.deepEqual(await probe({ path, environment: {} }, 'dap'), { kind: 'works' });
});

test('a command that cannot even be started is a failure too', async () => {
  const result = await probe({ path: join(folder, 'plain-nothing'), environment: {} }, 'lsp');
  assert.match(result.kind === 'fails' ? result.problem : 'works', /ENOENT/);
});

function pathFound(wanted: CommandSettings): string {
  const search = findCommand(wanted);
  return search.kind === 'found' ? search.command.path : search.problem;
}

function script(path: string, body: string): string {
  const file = join(folder, path);
  mkdirSync(join(file, '..'), { recursive: true });
  writeFileSync(file, `#!/bin/sh\n${body}\n`);
  chmodSync(file, 0o755);
  return file;
}
