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

const get = (path, init) => fetch(`${url}${path}`, { redirect: 'manual', ...init });
const json = async (path, init) => (await get(path, init)).json();
const text = async (path, init) => (await get(path, init)).text();
const send = (type, body) => json('/echo', { method: 'POST', headers: { 'content-type': type }, body });

test('routes answer with text and JSON, and with what the request is', async () => {
  const home = await get('/');
  assert.equal(home.headers.get('x-powered-by'), 'Express');
  assert.match(home.headers.get('etag'), /^W\//);
  assert.equal(await home.text(), 'Hello Express!');
  assert.deepEqual(await json('/request?a=1&b=2&b=3', { headers: { accept: 'application/json' } }), {
    method: 'GET',
    originalUrl: '/request?a=1&b=2&b=3',
    query: { a: '1', b: ['2', '3'] },
    protocol: 'http',
    hostname: new URL(url).hostname,
    secure: false,
    httpVersion: '1.1',
    accepts: 'json',
  });
  assert.deepEqual(await json('/items/7'), { id: 7 });
});

test('an answer that the client has is not sent again', async () => {
  const etag = (await get('/')).headers.get('etag');
  assert.equal((await get('/', { headers: { 'if-none-match': etag, 'cache-control': 'max-age=0' } })).status, 304);
  const head = await get('/', { method: 'HEAD' });
  assert.deepEqual([head.status, await head.text()], [200, '']);
});

test('bodies are parsed by their type', async () => {
  assert.deepEqual(await send('application/json', '{"a":[1]}'), { type: 'application/json', body: { a: [1] } });
  const form = 'application/x-www-form-urlencoded';
  assert.deepEqual(await send(form, 'a[b]=1&c=2'), { type: form, body: { a: { b: '1' }, c: '2' } });
  assert.deepEqual(await send('text/plain', 'wörter'), { type: 'text/plain', body: 'wörter' });
  const bytes = 'application/octet-stream';
  assert.deepEqual(await send(bytes, new Uint8Array([1, 254])), { type: bytes, body: '01fe' });
  assert.match((await send('application/json', '{')).error, /JSON/);
  assert.match((await send('application/json', JSON.stringify('x'.repeat(2000)))).error, /too large/);
});

test('cookies are set, signed and read', async () => {
  const first = await get('/cookies');
  const cookies = first.headers.getSetCookie();
  assert.equal(cookies.length, 2);
  assert.match(cookies[0], /^plain=a%20b; Path=\/; HttpOnly$/);
  const cookie = cookies.map((line) => line.split(';')[0]).join('; ');
  assert.deepEqual(await json('/cookies', { headers: { cookie } }), { plain: { plain: 'a b' }, signed: { signed: 'kept' } });
});

test('a store goes with the request', async () => {
  const ids = ['1', '2', '3'];
  const answers = await Promise.all(ids.map((id) => json('/id', { headers: { 'x-request-id': id } })));
  assert.deepEqual(answers.map(({ id }) => id), ids);
});

test('redirects and empty answers keep their status', async () => {
  const old = await get('/old');
  assert.deepEqual([old.status, old.headers.get('location')], [302, '/new']);
  assert.equal((await get('/nothing')).status, 204);
});

test('streams are sent as they are written', async () => {
  assert.equal(await text('/stream'), [0, 1, 2, 3, 4].map((i) => `part ${i}\n`).join(''));
  assert.equal((await text('/large')).length, 64 * 16_384);
  const events = await get('/events');
  assert.equal(events.headers.get('content-type'), 'text/event-stream');
  assert.match(await events.text(), /^id: 1\ndata: event 1\n\nid: 2\n/);
});

test('what is not there and what fails are answered by handlers', async () => {
  const missing = await get('/items/x');
  assert.deepEqual([missing.status, await missing.json()], [404, { missing: '/items/x' }]);
  for (const [path, error] of [['/bug', 'a bug'], ['/later-bug', 'a later bug']]) {
    const answer = await get(path);
    assert.deepEqual([answer.status, await answer.json()], [500, { error }]);
  }
});

test('Koa answers beside it', async () => {
  const answer = await get('/koa?a=1');
  assert.equal(answer.headers.get('x-after'), '/koa');
  const { method, query, ip } = await answer.json();
  assert.deepEqual([method, query, typeof ip], ['GET', { a: '1' }, 'string']);
  assert.equal(await text('/koa/stream'), 'one two three');
  const cookie = (await get('/koa/cookie')).headers.getSetCookie().map((line) => line.split(';')[0]).join('; ');
  assert.equal(await text('/koa/cookie', { headers: { cookie } }), 'yes');
  const teapot = await get('/koa/teapot');
  assert.deepEqual([teapot.status, await teapot.text()], [418, 'short and stout']);
  assert.equal((await get('/koa/bug')).status, 500);
  assert.equal((await get('/koa/nothing')).status, 404);
});
