import assert from 'node:assert/strict';
import { gunzipSync } from 'node:zlib';
import { createServer, request } from 'node:http';
import { once } from 'node:events';
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
const post = (path, body) =>
  get(path, { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json' } });

test('routes answer with text, JSON, HTML and redirects', async () => {
  const home = await get('/');
  assert.equal(await home.text(), 'Hello Hono!');
  assert.equal(home.headers.get('x-powered-by'), 'Hono');
  assert.match(home.headers.get('x-request-id'), /^[0-9a-f-]{36}$/);
  assert.match(home.headers.get('server-timing'), /total;dur=/);
  assert.deepEqual(await json('/api/items/7?tag=a&tag=b'), { id: 7, tags: ['a', 'b'] });
  assert.equal(await (await get('/html')).text(), '<p>seen</p>');
  const old = await get('/old');
  assert.deepEqual([old.status, old.headers.get('location')], [301, '/new']);
  assert.equal(await (await get('/admin')).text(), 'nested');
});

test('what is not there and what fails are answered by handlers', async () => {
  const missing = await get('/api/items/x');
  assert.deepEqual([missing.status, await missing.json()], [404, { missing: '/api/items/x' }]);
  const teapot = await get('/broken');
  assert.deepEqual([teapot.status, await teapot.text()], [418, 'short and stout']);
  const bug = await get('/bug');
  assert.deepEqual([bug.status, await bug.text()], [500, 'failed: a bug']);
});

test('CORS and secure headers are set, also for a preflight', async () => {
  const answer = await get('/api/items/1', { headers: { origin: 'https://example.com' } });
  assert.equal(answer.headers.get('access-control-allow-origin'), 'https://example.com');
  assert.equal(answer.headers.get('x-content-type-options'), 'nosniff');
  const preflight = await get('/api/items/1', {
    method: 'OPTIONS',
    headers: { origin: 'https://example.com', 'access-control-request-method': 'PUT' },
  });
  assert.equal(preflight.status, 204);
  assert.match(preflight.headers.get('access-control-allow-methods'), /PUT/);
});

test('an unchanged page is not sent again', async () => {
  const first = await get('/etag/page');
  const tag = first.headers.get('etag');
  assert.match(tag, /^"[0-9a-f]{40}"$/);
  const second = await get('/etag/page', { headers: { 'if-none-match': tag } });
  assert.deepEqual([second.status, await second.text()], [304, '']);
});

test('a page is compressed for who asks for it', async () => {
  const message = request(`${url}/gzip/page`, { headers: { 'accept-encoding': 'gzip' } }).end();
  const [response] = await once(message, 'response');
  const chunks = [];
  for await (const chunk of response) chunks.push(chunk);
  assert.equal(response.headers['content-encoding'], 'gzip');
  assert.equal(gunzipSync(Buffer.concat(chunks)).toString(), 'squeeze me '.repeat(100));
});

test('credentials are asked for and checked', async () => {
  assert.equal((await get('/basic/page')).status, 401);
  const basic = { authorization: `Basic ${btoa('ada:lovelace')}` };
  assert.equal(await (await get('/basic/page', { headers: basic })).text(), 'you may');
  assert.equal((await get('/bearer/page', { headers: { authorization: 'Bearer wrong' } })).status, 401);
  const bearer = { authorization: 'Bearer open-sesame' };
  assert.equal(await (await get('/bearer/page', { headers: bearer })).text(), 'you may, too');
});

test('a body is validated by its schema', async () => {
  const made = await post('/users', { name: 'Ada', age: '36' });
  const { id, ...user } = await made.json();
  assert.deepEqual([made.status, user, id.length], [201, { name: 'Ada', age: 36 }, 21]);
  const refused = await post('/users', { name: 'A', age: -1, email: 'nowhere' });
  assert.equal(refused.status, 400);
  const form = new URLSearchParams({ name: 'Ben', age: '7' });
  const same = await get('/form/users', { method: 'POST', body: form, headers: { origin: url } });
  assert.deepEqual(await same.json(), { name: 'Ben', age: 7 });
  const other = await get('/form/users', { method: 'POST', body: form, headers: { origin: 'https://evil.example' } });
  assert.equal(other.status, 403);
});

test('a file is uploaded, and refused when it is too big', async () => {
  const body = new FormData();
  body.set('file', new File(['some text'], 'note.txt', { type: 'text/plain' }));
  body.set('note', 'attached');
  assert.deepEqual(await json('/upload', { method: 'POST', body }), { name: 'note.txt', size: 9, text: 'some text', note: 'attached' });
  body.set('file', new File(['x'.repeat(2_000)], 'big.txt'));
  const refused = await get('/upload', { method: 'POST', body });
  assert.deepEqual([refused.status, await refused.text()], [413, 'too big']);
});

test('cookies are set, signed and cleared', async () => {
  const first = await get('/cookies');
  assert.deepEqual(await first.json(), { plain: null, signed: null });
  const cookies = first.headers.getSetCookie();
  assert.equal(cookies.length, 2);
  assert.match(cookies[0], /^plain=a%20b; Max-Age=60; Path=\/; HttpOnly$/);
  const cookie = cookies.map((c) => c.split(';')[0]).join('; ');
  assert.deepEqual(await json('/cookies', { headers: { cookie } }), { plain: 'a b', signed: 'truth' });
  const forged = cookie.replace('truth', 'lies');
  assert.deepEqual(await json('/cookies', { headers: { cookie: forged } }), { plain: 'a b', signed: false });
  assert.match((await get('/cookies/clear')).headers.get('set-cookie'), /Max-Age=0/);
});

test('tokens are signed and verified', async () => {
  const token = await (await get('/token')).text();
  const me = await json('/me', { headers: { authorization: `Bearer ${token}` } });
  assert.equal(me.sub, 'ada');
  assert.equal((await get('/me', { headers: { authorization: `Bearer ${token}x` } })).status, 401);
  assert.deepEqual(await json('/jose'), { role: 'admin' });
});

test('ids are made of random bytes', async () => {
  const { request: id, ...kinds } = await json('/ids');
  assert.deepEqual(kinds, { nano: 21, v4: true, v7: true });
  assert.match(id, /^[0-9a-f-]{36}$/);
});

test('the context follows a request over its awaits', async () => {
  assert.equal(await (await get('/context')).text(), 'Ada');
});

test('a handler that takes too long is given up', async () => {
  assert.equal((await get('/slow/page')).status, 504);
});

test('answers are streamed as text, bytes and events', async () => {
  assert.equal(await (await get('/stream')).text(), 'one\ntwo\nthree\n');
  assert.deepEqual([...new Uint8Array(await (await get('/bytes')).arrayBuffer())], [1, 2, 3]);
  const events = await get('/events');
  assert.equal(events.headers.get('content-type'), 'text/event-stream');
  assert.equal(await events.text(), [1, 2, 3].map((n) => `event: tick\ndata: ${n}\nid: ${n}\n\n`).join(''));
});

test('an object can be an application, too', async () => {
  assert.deepEqual(await json('/counters/a/add', { method: 'POST' }), { count: 1 });
  assert.deepEqual(await json('/counters/a/add', { method: 'POST' }), { count: 2 });
  assert.deepEqual(await json('/counters/b/add', { method: 'POST' }), { count: 1 });
});

test('a package for Node.js asks another server', async (t) => {
  const server = createServer(async (incoming, answer) => {
    let body = '';
    for await (const chunk of incoming) body += chunk;
    answer.writeHead(202, { 'content-type': 'text/plain' });
    answer.end(`${incoming.method} ${incoming.url} ${incoming.headers['x-from']} ${body}`);
  });
  server.listen(0, '127.0.0.1');
  t.after(() => server.close());
  await once(server, 'listening');
  const to = `http://127.0.0.1:${server.address().port}/path?q=1`;
  const answer = await json(`/forward?to=${encodeURIComponent(to)}`, { method: 'POST', body: 'hello' });
  assert.deepEqual(answer, { status: 202, type: 'text/plain', text: 'PUT /path?q=1 worker hello' });
  server.closeAllConnections();
});
