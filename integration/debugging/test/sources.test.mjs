/** Sources beyond the project's own folder, in other languages, and changing ones. */
import assert from 'node:assert/strict';
import { readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { line, place, project, session } from './project.mjs';

test("a monorepo's package in TypeScript and a TSX file are stopped in, by either path", async (t) => {
  const { folder, file } = project(t, 'monorepo/worker');
  const index = file('src/index.tsx');
  const linked = join(folder, '..', 'node_modules', '@durascope-integration', 'words', 'src', 'plural.ts');
  const real = realpathSync(linked);
  const size = line(index, '{plural(size');
  const ending = line(real, 'const ending');
  const debug = session(t);
  const placed = await debug.launch(
    { project: folder, port: 0, persist: false },
    { [index]: [size], [linked]: [ending], [real]: [ending + 1] },
  );
  assert.deepEqual(Object.values(placed).map(([{ verified, line: at }]) => [verified, at]), [
    [true, size],
    [true, ending],
    [true, ending + 1],
  ]);
  const answer = fetch(`${await debug.url()}/2`);
  const first = await debug.stop();
  assert.equal(place(first.frames[0]), `${index}:${size}`);
  for (const at of [ending, ending + 1]) {
    await debug.request('continue', { threadId: first.threadId });
    const stop = await debug.stop();
    assert.equal(place(stop.frames[0]), `${real}:${at}`);
    assert.equal(place(stop.frames[1]), `${index}:${size}`);
  }
  await debug.request('continue', { threadId: first.threadId });
  assert.equal(await (await answer).text(), '<b>2 lambs</b>');
  assert.equal(await debug.end(), 0);
});

test('a file that is edited while it is debugged keeps its breakpoints, through the build of its own', async (t) => {
  const { folder, file } = project(t, 'tsup');
  const spoken = file('src/spoken.ts');
  const twelve = line(spoken, 'const twelve');
  const debug = session(t);
  await debug.launch({ project: folder, port: 0, persist: false }, { [spoken]: [twelve] });
  const url = await debug.url();
  const ask = async (path, expected) => {
    const answer = fetch(`${url}${path}`);
    const stop = await debug.stop();
    const { half } = await debug.variables(stop.frames[0], 'Local');
    await debug.request('continue', { threadId: stop.threadId });
    assert.equal(await (await answer).text(), expected);
    return [place(stop.frames[0]), half];
  };
  const save = async (change) => {
    writeFileSync(spoken, change(readFileSync(spoken, 'utf8')));
    await debug.event('loadedSource', ({ reason, source }) => reason === 'changed' && source.path === spoken);
    await debug.event('output', ({ output }) => output.startsWith('Reloaded'));
  };

  assert.deepEqual(await ask('/1', "1 o'clock in the morning"), [`${spoken}:${twelve}`, '"in the morning"']);

  // Two lines more above: the editor moves the breakpoint with its line, and says so with the save.
  await save((text) => text.replace('  const half', '  // before noon\n  // or not\n  const half'));
  const [moved] = await debug.breakAt(spoken, [twelve + 2]);
  assert.deepEqual([moved.verified, moved.line], [true, twelve + 2]);
  assert.deepEqual(await ask('/13', "1 o'clock in the evening"), [`${spoken}:${twelve + 2}`, '"in the evening"']);

  // A breakpoint that nobody moves stays on its line, whatever is there now.
  await save((text) => text.replace('  // before noon\n', ''));
  assert.deepEqual(await ask('/2', "2 o'clock in the morning"), [`${spoken}:${twelve + 2}`, '"in the morning"']);

  // One that is set on a line that is not there yet comes to be with the save.
  await debug.breakAt(spoken, [twelve + 4]);
  await save((text) => text.replace('  return', '  const unused = half;\n\n  return'));
  assert.deepEqual(await ask('/14', "2 o'clock in the evening"), [`${spoken}:${twelve + 4}`, '"in the evening"']);
  assert.equal(await debug.end(), 0);
});
