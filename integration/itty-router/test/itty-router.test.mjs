import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { startDevServer, storageFolder } from '../../../examples/testing/dev-server.mjs';

const project = fileURLToPath(new URL('..', import.meta.url));

/** What `startDevServer` wants of a test, for all tests of this file at once. */
const ends = [];
const all = { after: (action) => ends.unshift(action) };
let url;

before(async () => {
  ({ url } = await startDevServer(all, { project, persistTo: storageFolder(all) }));
});
after(async () => {
  for (const end of ends) await end();
});

const get = (path, init) => fetch(`${url}${path}`, init);
const json = async (path, init) => (await get(path, init)).json();

test('routes have parameters, queries and cookies', async () => {
  assert.equal(await (await get('/')).text(), 'Hello itty!');
  assert.equal(await json('/hello/Ada'), 'Hello, Ada');
  assert.equal(await json('/hello'), 'Hello, nobody');
  assert.deepEqual(await json('/query?a=1&a=2&b=x'), { a: ['1', '2'], b: 'x' });
  assert.deepEqual(await json('/cookies', { headers: { cookie: 'a=1; b=two' } }), { a: '1', b: 'two' });
  assert.deepEqual(await json('/files/a/b/c.txt'), { path: 'a/b/c.txt' });
});

test('what is not there and what fails are answered as JSON', async () => {
  const missing = await get('/nothing');
  assert.deepEqual([missing.status, await missing.json()], [404, { status: 404, error: 'Not Found' }]);
  const teapot = await get('/teapot');
  assert.deepEqual([teapot.status, await teapot.json()], [418, { status: 418, error: 'short and stout' }]);
  const bug = await get('/bug');
  assert.deepEqual([bug.status, await bug.json()], [500, { status: 500, error: 'a bug' }]);
});

test('another origin is let in, and asks before', async () => {
  const origin = 'https://example.com';
  const answer = await get('/', { headers: { origin } });
  assert.equal(answer.headers.get('access-control-allow-origin'), origin);
  assert.equal(answer.headers.get('access-control-allow-credentials'), 'true');
  const preflight = await get('/', { method: 'OPTIONS', headers: { origin, 'access-control-request-method': 'GET' } });
  assert.equal(preflight.status, 204);
});

test('a nested router reaches objects', async () => {
  const post = (body) =>
    get('/lists/home', { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json' } });
  const made = await post({ title: 'write tests' });
  assert.deepEqual([made.status, await made.json()], [201, { id: 1, title: 'write tests' }]);
  const refused = await post({});
  assert.deepEqual([refused.status, await refused.json()], [422, { status: 422, error: 'a title is missing' }]);
  assert.deepEqual(await json('/lists/home'), [{ id: 1, title: 'write tests' }]);
  assert.deepEqual(await json('/lists/work'), []);
  assert.equal((await get('/lists/home/1', { method: 'DELETE' })).status, 204);
  assert.equal((await get('/lists/home/1', { method: 'DELETE' })).status, 404);
});
