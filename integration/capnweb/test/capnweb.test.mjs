import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { newHttpBatchRpcSession, newWebSocketRpcSession } from 'capnweb';
import { WebSocket } from 'ws';
import { startDevServer, storageFolder } from '../../../examples/testing/dev-server.mjs';

// The client asks for the class by its global name, which Node has from 22 on.
globalThis.WebSocket = WebSocket;

const project = fileURLToPath(new URL('..', import.meta.url));

/** A session over a WebSocket, closed at the end of the test. */
function connect(t, url, path) {
  const session = newWebSocketRpcSession(new WebSocket(`${url.replace('http', 'ws')}${path}`));
  t.after(() => session[Symbol.dispose]());
  return session;
}

test('Cap’n Web calls a Worker and its objects', async (t) => {
  const { url } = await startDevServer(t, { project, persistTo: storageFolder(t) });

  await t.test('in a batch over HTTP, with calls on results that have not come', async () => {
    const api = newHttpBatchRpcSession(`${url}/api`);
    const greeting = api.hello('Ada');
    const length = api.length(greeting);
    const missing = api.nothing().catch((error) => error.message);
    assert.deepEqual(await Promise.all([greeting, length]), ['Hello, Ada!', 11]);
    assert.match(await missing, /nothing/);
  });

  await t.test('values keep their types', async () => {
    const sent = { date: new Date(7), bytes: new Uint8Array([1, 2]), big: 12n, list: [undefined, null, 'x'] };
    const got = await newHttpBatchRpcSession(`${url}/api`).echo(sent);
    assert.deepEqual(got.date, sent.date);
    assert.deepEqual([...got.bytes], [1, 2]);
    assert.equal(got.big, 12n);
    assert.deepEqual(got.list, sent.list);
  });

  await t.test('an object by way of the Worker, in one batch', async () => {
    const api = newHttpBatchRpcSession(`${url}/api`);
    const notebook = api.notebook('first');
    const calls = [notebook.write('one'), notebook.write('two'), notebook.count()];
    assert.deepEqual(await Promise.all(calls), [1, 2, 2]);
  });

  await t.test('over a WebSocket, with callbacks', async () => {
    const api = connect(t, url, '/api');
    assert.deepEqual(await api.each([1, 2, 3], (n) => n * n), [1, 4, 9]);
    const notebook = api.notebook('first');
    assert.deepEqual(await notebook.list(), [
      { number: 1, text: 'one' },
      { number: 2, text: 'two' },
    ]);
    await assert.rejects(async () => await notebook.write(''), { name: 'RangeError', message: 'An empty note' });
  });

  await t.test('the object itself over a WebSocket, which calls its visitors back', async () => {
    const ada = connect(t, url, '/notebooks/shared');
    const ben = connect(t, url, '/notebooks/shared');
    const heard = [];
    await ada.watch((note) => {
      heard.push(note.text);
    });
    assert.equal(await ben.write('from Ben'), 1);
    assert.deepEqual(heard, ['from Ben']);
    assert.equal(await ada.count(), 1);
  });

  await t.test('an object calls visitors of the Worker back, through two kinds of RPC', async () => {
    const api = connect(t, url, '/api');
    const heard = [];
    const notebook = api.notebook('through');
    await notebook.watch((note) => {
      heard.push(note.text);
    });
    assert.equal(await notebook.write('through both'), 1);
    assert.deepEqual(heard, ['through both']);
  });
});
