import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { startDevServer, storageFolder } from '../../../examples/testing/dev-server.mjs';

const project = fileURLToPath(new URL('..', import.meta.url));

async function call(url, path, ...args) {
  const options = args.length > 0 ? { method: 'POST', body: JSON.stringify(args) } : {};
  const response = await fetch(`${url}/${path}`, options);
  const text = await response.text();
  return response.ok ? JSON.parse(text) : text;
}

test('drizzle migrates an object and queries it, over a restart as well', async (t) => {
  const persistTo = storageFolder(t);
  const first = await startDevServer(t, { project, persistTo });
  assert.equal(await call(first.url, 'objects/town/add', 'Ada', ['Notes', 'Engines']), 1);
  assert.equal(await call(first.url, 'objects/town/add', 'Ben', []), 2);
  assert.equal(await call(first.url, 'objects/town/add', 'Cyd', ['Kept', '']), 'A book needs a title.');
  const all = [
    { id: 1, name: 'Ada', books: [{ title: 'Notes', tags: ['Ada', 'new'] }, { title: 'Engines', tags: ['Ada', 'new'] }] },
    { id: 2, name: 'Ben', books: [] },
  ];
  assert.deepEqual(await call(first.url, 'objects/town/all'), all, 'what failed has left nothing');
  await first.stop();

  const second = await startDevServer(t, { project, persistTo });
  assert.deepEqual(await call(second.url, 'objects/town/all'), all);
  assert.deepEqual(await call(second.url, 'objects/town/counts'), [
    { name: 'Ada', books: 2, cover: '4E6F746573' },
    { name: 'Ben', books: 0, cover: '' },
  ]);
  assert.equal(await call(second.url, 'objects/town/remove', 'Ada'), 0, 'books go with their author');
  await second.stop();
});

test('drizzle queries D1', async (t) => {
  const { url, stop } = await startDevServer(t, { project, persistTo: storageFolder(t) });
  assert.equal(await call(url, 'd1/migrate'), 4);
  assert.deepEqual(await call(url, 'd1/add'), { id: 1, name: 'Ada' });
  const author = { id: 1, name: 'Ada' };
  assert.deepEqual(await call(url, 'd1/all'), [
    { id: 1, title: 'One', authorId: 1, tags: ['a'], year: null, author, cover: [1, 2] },
    { id: 2, title: 'Two', authorId: 1, tags: [], year: null, author, cover: null },
  ]);
  assert.match(await call(url, 'd1/fail'), /^D1_ERROR: UNIQUE constraint failed: authors\.name: SQLITE_CONSTRAINT/);
  await stop();
});
