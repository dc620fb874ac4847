/** Neovim's own client drives `durascope lsp`: a client that neither we nor the makers of VS Code have written. */
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { test } from 'node:test';

const REPOSITORY = join(import.meta.dirname, '..', '..');
const COMMAND = process.env.DURASCOPE ?? join(REPOSITORY, 'durascope');

/** Ends a Neovim in which every limit of its own has failed. */
const LIMIT_MS = 240_000;

/** A copy of the project, in a folder that goes with the test `t`. */
function project(t) {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'durascope-neovim-')));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  cpSync(join(import.meta.dirname, 'project'), join(folder, 'project'), { recursive: true });
  return folder;
}

/** What users are told to write into their init.lua. */
function documentedSetup() {
  const [, lua] = /^```lua\n(.*?)^```$/ms.exec(readFileSync(join(REPOSITORY, 'docs', 'editors.md'), 'utf8'));
  return lua;
}

/** The codes that `durascope check`, which has no settings, finds in the project. */
function checked(folder) {
  const { stdout } = spawnSync(COMMAND, ['check', join(folder, 'project'), '--format', 'json'], { encoding: 'utf8' });
  const lines = stdout.trimEnd().split('\n');
  return lines.map((line) => JSON.parse(line).code).sort();
}

/** What Neovim saw, by the names that neovim.lua gives. */
async function visit(folder) {
  const seen = join(folder, 'seen');
  const setup = join(folder, 'init.lua');
  writeFileSync(setup, documentedSetup());
  const own = (name) => join(folder, 'home', name);
  const neovim = spawn('nvim', ['--headless', '--clean', '-n', '-S', join(import.meta.dirname, 'neovim.lua')], {
    env: {
      ...process.env,
      PATH: dirname(COMMAND) + delimiter + process.env.PATH,
      SETUP: setup,
      PROJECT: join(folder, 'project'),
      SEEN: seen,
      XDG_CONFIG_HOME: own('config'),
      XDG_STATE_HOME: own('state'),
      XDG_DATA_HOME: own('data'),
    },
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: LIMIT_MS,
  });
  let said = '';
  for (const stream of [neovim.stdout, neovim.stderr]) stream.on('data', (data) => (said += data));
  const [code] = await once(neovim, 'close');
  assert.ok(existsSync(seen), said);
  const lines = readFileSync(seen, 'utf8').trimEnd().split('\n').filter(Boolean);
  const values = Object.fromEntries(lines.map((line) => JSON.parse(line)).map(({ what, value }) => [what, value]));
  assert.equal(code, 0, `${values.error ?? ''}\n${said}`);
  return values;
}

test('Neovim, set up as documented, shows what is wrong, completes it, sees it mended and goes to the class', async (t) => {
  const folder = project(t);
  assert.deepEqual(checked(folder), ['BND03', 'MIG05']);
  const seen = await visit(folder);
  // MIG05 is not shown: the setup turns it off.
  assert.deepEqual(seen.diagnostics, [
    {
      from: [7, 14],
      to: [7, 17],
      severity: 'ERROR',
      source: 'durascope',
      message: '"Rom" is not exported by src/index.js; did you mean "Room"?',
    },
  ]);
  assert.deepEqual(seen.completion, [['Room', 'src/index.js', 'Room']]);
  assert.equal(seen.mended, 'class_name = "Room" # greets: „Grüß Gott“');
  assert.equal(seen.hover, '`class Room`, exported by src/index.js\n\nBound as `ROOM`.\n\nStorage: key-value, without SQL.');
  assert.deepEqual(seen.definition, {
    count: 1,
    file: 'index.js',
    cursor: [3, 13],
    word: 'Room',
    line: 'export class Room extends DurableObject {}',
  });
  assert.deepEqual(seen.binding, [['wrangler.toml', 6, 8]]);
  assert.equal(seen.exit, 0);
});
