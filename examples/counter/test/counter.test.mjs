import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { startDevServer, storageFolder } from '../../testing/dev-server.mjs';

const project = fileURLToPath(new URL('..', import.meta.url));

test('counters count, each on its own, and keep their counts over a restart', async (t) => {
  const persistTo = storageFolder(t);
  const first = await startDevServer(t, { project, persistTo });

  assert.deepEqual(await get(`${first.url}/named/apples`), { count: 0 }, 'a counter begins at zero');
  assert.deepEqual(await post(`${first.url}/named/apples`), { count: 1 });
  assert.deepEqual(await post(`${first.url}/named/apples?by=41`), { count: 42 });
  assert.deepEqual(await post(`${first.url}/named/pears?by=-3`), { count: -3 }, 'another name, another counter');

  const created = await fetch(`${first.url}/unique`, { method: 'POST' });
  assert.equal(created.status, 201);
  const { id } = await created.json();
  assert.match(id, /^[0-9a-f]{64}$/);
  assert.equal(created.headers.get('location'), `/unique/${id}`);
  assert.deepEqual(await post(`${first.url}/unique/${id}?by=7`), { count: 7 });

  await first.stop();
  const second = await startDevServer(t, { project, persistTo });
  assert.deepEqual(await get(`${second.url}/named/apples`), { count: 42 });
  assert.deepEqual(await get(`${second.url}/named/pears`), { count: -3 });
  assert.deepEqual(await get(`${second.url}/unique/${id}`), { count: 7 });
});

test('no increment is lost when many arrive at once', async (t) => {
  const { url } = await startDevServer(t, { project, persistTo: storageFolder(t) });
  const counts = await Promise.all(Array.from({ length: 30 }, () => post(`${url}/named/busy`)));
  assert.deepEqual(
    counts.map(({ count }) => count).sort((a, b) => a - b),
    Array.from({ length: 30 }, (_, i) => i + 1),
  );
});

test('what cannot be done is refused with a reason', async (t) => {
  const { url } = await startDevServer(t, { project, persistTo: storageFolder(t) });
  const refusals = [
    ['POST', '/named/apples?by=many', 400, /whole number/],
    ['POST', '/named/apples?by=', 400, /whole number/],
    ['POST', '/named/apples?by=1.5', 400, /whole number/],
    ['DELETE', '/named/apples', 405, /GET and POST/],
    ['GET', '/unique/1234', 404, /No counter has this id/],
    ['GET', `/unique/${'0'.repeat(64)}`, 404, /No counter has this id/],
    ['GET', '/nowhere', 404, /What there is/],
  ];
  for (const [method, path, status, text] of refusals) {
    const response = await fetch(url + path, { method });
    assert.equal(response.status, status, `${method} ${path}`);
    assert.match(await response.text(), text);
  }
  assert.deepEqual(await get(`${url}/named/apples`), { count: 0 }, 'a refused POST adds nothing');
});

async function get(url) {
  return json(await fetch(url));
}

async function post(url) {
  return json(await fetch(url, { method: 'POST' }));
}

async function json(response) {
  assert.equal(response.status, 200, `${response.url} answered ${response.status}`);
  return response.json();
}
