/** Projects whose own bundlers make what runs: breakpoints are set in what people wrote. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { test } from 'node:test';
import { line, place, project, session } from './project.mjs';

test('TypeScript that rollup has bundled and terser made small is stopped in, on either side of an await', async (t) => {
  const { folder, file } = project(t, 'rollup');
  const basket = file('src/basket.ts');
  const words = file('src/words.ts');
  const put = line(basket, "put('fruits'");
  const last = line(words, 'const last');
  const debug = session(t);
  const placed = await debug.launch({ project: folder, port: 0, persist: false }, { [basket]: [put], [words]: [last] });
  assert.deepEqual(placed[basket].map(({ verified, line: at }) => [verified, at]), [[true, put]]);
  assert.deepEqual(placed[words].map(({ verified, line: at }) => [verified, at]), [[true, last]]);

  const answer = fetch(`${await debug.url()}/ann/apples`);
  const first = await debug.stop();
  assert.equal(place(first.frames[0]), `${basket}:${put}`);
  assert.equal(first.frames[0].name, 'add');
  await debug.request('continue', { threadId: first.threadId });
  const second = await debug.stop();
  assert.equal(place(second.frames[0]), `${words}:${last}`);
  assert.equal(second.frames[1].name, 'add');
  await debug.request('continue', { threadId: first.threadId });
  assert.equal(await (await answer).text(), 'apples');
  assert.equal(await debug.end(), 0);
});

test('what tsup has built, with its map inside, runs unbundled and is stopped in', async (t) => {
  const { folder, file } = project(t, 'tsup');
  const index = file('src/index.ts');
  const spoken = file('src/spoken.ts');
  const call = line(index, 'spoken(hour)');
  const twelve = line(spoken, 'const twelve');
  const debug = session(t);
  const placed = await debug.launch({ project: folder, port: 0, persist: false }, { [index]: [call], [spoken]: [twelve] });
  assert.deepEqual([...placed[index], ...placed[spoken]].map(({ verified, line: at }) => [verified, at]), [
    [true, call],
    [true, twelve],
  ]);
  const answer = fetch(`${await debug.url()}/15`);
  const first = await debug.stop();
  assert.equal(place(first.frames[0]), `${index}:${call}`);
  await debug.request('stepIn', { threadId: first.threadId });
  const inside = await debug.stop();
  assert.equal(place(inside.frames[0]), `${spoken}:${twelve - 1}`);
  await debug.request('continue', { threadId: first.threadId });
  const second = await debug.stop();
  assert.equal(place(second.frames[0]), `${spoken}:${twelve}`);
  assert.equal((await debug.variables(second.frames[0], 'Local')).half, '"in the evening"');
  await debug.request('continue', { threadId: first.threadId });
  assert.equal(await (await answer).text(), "3 o'clock in the evening");
  assert.equal(await debug.end(), 0);
});

test('JSX that vite has built is stopped in, by the configuration that the build has written', async (t) => {
  const { folder, file } = project(t, 'vite');
  execFileSync(join(folder, '..', 'node_modules', '.bin', 'vite'), ['build'], { cwd: folder });
  const page = file('src/index.jsx');
  const visits = file('src/visits.jsx');
  const put = line(page, "put('count'");
  const times = line(visits, 'const times');
  const debug = session(t);
  const placed = await debug.launch({ project: folder, port: 0, persist: false }, { [page]: [put], [visits]: [times] });
  assert.deepEqual([...placed[page], ...placed[visits]].map(({ verified, line: at }) => [verified, at]), [
    [true, put],
    [true, times],
  ]);
  const answer = fetch(await debug.url());
  const first = await debug.stop();
  assert.equal(place(first.frames[0]), `${page}:${put}`);
  assert.equal((await debug.variables(first.frames[0], 'Local')).count, '1');
  await debug.request('continue', { threadId: first.threadId });
  const second = await debug.stop();
  assert.equal(place(second.frames[0]), `${visits}:${times}`);
  assert.equal(place(second.frames[2]), `${page}:${put + 1}`); // h() calls it
  await debug.request('continue', { threadId: first.threadId });
  assert.equal(await (await answer).text(), '<p class="visits">seen once</p>');
  assert.equal(await debug.end(), 0);
});
