import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { test, type TestContext } from 'node:test';
import { ControlClient, ControlError } from '../src/control/client.ts';

interface Seen {
  readonly line: string;
  readonly authorization: string | undefined;
  readonly body: string;
}

/** A server that writes down what it is asked and gives one answer. */
async function serve(context: TestContext, status: number, answer: unknown) {
  const seen: Seen[] = [];
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) {
      body += String(chunk);
    }
    seen.push({ line: `${request.method} ${request.url}`, authorization: request.headers.authorization, body });
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  context.after(() => server.close());
  const { port } = server.address() as AddressInfo;
  return { client: new ControlClient(new URL(`http://127.0.0.1:${port}/`), 'secret'), seen, port };
}

const ROOM = { worker: 'chat', className: 'Room', id: 'ab' };

test('asks with the token and unpacks pages', async (context) => {
  const { client, seen } = await serve(context, 200, { objects: [{ id: 'ab' }], cursor: 'next' });
  const page = await client.objects({ worker: 'my chat', className: 'Room' }, 'after&this');
  assert.deepEqual(page, { items: [{ id: 'ab' }], cursor: 'next' });
  assert.deepEqual(seen, [
    {
      line: 'GET /api/v1/objects?worker=my+chat&class=Room&limit=100&cursor=after%26this',
      authorization: 'Bearer secret',
      body: '',
    },
  ]);
});

test('writes a value under a key of any text', async (context) => {
  const { client, seen } = await serve(context, 200, {});
  await client.write(ROOM, 'a/b ?', { $date: 0 });
  assert.equal(seen[0]?.line, 'PUT /api/v1/objects/chat/Room/ab/storage/a%2Fb%20%3F');
  assert.equal(seen[0]?.body, '{"value":{"$date":0}}');
});

test('moves the clock', async (context) => {
  const { client, seen } = await serve(context, 200, { millis: 5, frozen: true });
  assert.deepEqual(await client.clock(), { millis: 5, frozen: true });
  await client.moveClock({ move: 'jump' });
  await client.moveClock({ move: 'step', millis: 60_000 });
  assert.deepEqual(
    seen.map(({ line, body }) => `${line} ${body}`),
    ['GET /api/v1/clock ', 'POST /api/v1/clock/jump ', 'POST /api/v1/clock/step {"millis":60000}'],
  );
});

test("gives the server's own words when it refuses", async (context) => {
  const { client } = await serve(context, 409, { error: { code: 'object-paused', message: 'It is paused' } });
  await assert.rejects(client.act(ROOM, 'evict'), new ControlError('object-paused', 'It is paused'));
});

test('says so when nobody answers', async () => {
  const client = new ControlClient(new URL('http://127.0.0.1:1/'), 'secret');
  await assert.rejects(client.project(), { name: 'ControlError', code: 'unreachable' });
});

test('connects to the stream of changes with the token', async (context) => {
  const { client, port } = await serve(context, 200, {});
  assert.equal(client.eventsUrl().href, `ws://127.0.0.1:${port}/api/v1/events?token=secret`);
});

test('reaches a server below a path, as editors in a browser have it', async (context) => {
  const { port, seen } = await serve(context, 200, {});
  const client = new ControlClient(new URL(`http://127.0.0.1:${port}/proxy/41234/`), 'secret');
  await client.project();
  assert.equal(seen[0]?.line, 'GET /proxy/41234/api/v1/project');
  assert.equal(client.eventsUrl().pathname, '/proxy/41234/api/v1/events');
});
