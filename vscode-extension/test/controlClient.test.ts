import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { ControlClient, ControlError } from '../src/control/client.ts';
import { ControlServer } from './support/controlServer.ts';
import { attic, count, lobby, LOBBY_ID, oddKey } from './support/samples.ts';

const CLASS = { worker: 'chat', className: 'ChatRoom' };
const LOBBY = { ...CLASS, id: LOBBY_ID };
const FIRST = { limit: 100, cursor: null };

let server: ControlServer;
let client: ControlClient;

before(async () => {
  server = await ControlServer.start();
  server.put('chat', 'ChatRoom', { detail: lobby, values: [count, oddKey] });
  server.put('chat', 'ChatRoom', { detail: attic, values: [] });
});

after(() => server.stop());

beforeEach(() => {
  server.refusal = undefined;
  client = new ControlClient(server.address);
});

test('reads the project, its objects and their storage', async () => {
  assert.deepEqual(await client.project(), server.project);
  const { objects, cursor } = await client.objects(CLASS, FIRST);
  assert.deepEqual(
    objects.map(({ id, sockets }) => [id, sockets]),
    [
      [lobby.id, 1],
      [attic.id, 0],
    ],
  );
  assert.equal(cursor, null);
  assert.deepEqual(await client.object(LOBBY), lobby);
  const storage = await client.storage(LOBBY, FIRST);
  assert.deepEqual(
    storage.entries.map(({ key }) => key),
    ['count', 'a/b ?&#é'],
  );
});

test('goes through a list by its cursor', async () => {
  const first = await client.objects(CLASS, { limit: 1, cursor: null });
  assert.deepEqual([first.objects[0]?.id, first.cursor], [lobby.id, '1']);
  const second = await client.objects(CLASS, { limit: 1, cursor: first.cursor });
  assert.deepEqual([second.objects[0]?.id, second.cursor], [attic.id, null]);
});

test('a key may hold any character', async () => {
  assert.deepEqual(await client.value(LOBBY, oddKey.key), oddKey);
});

test('acts on an object', async () => {
  await client.fireAlarm(LOBBY);
  await client.hibernate(LOBBY);
  await client.evict(LOBBY);
  const path = `POST /api/v1/objects/chat/ChatRoom/${LOBBY_ID}`;
  assert.deepEqual(server.requests.slice(-3), [`${path}/alarm`, `${path}/hibernate`, `${path}/evict`]);
});

test("a refusal carries the server's code and words", async () => {
  server.refusal = { status: 409, body: '{"error":{"code":"object-paused","message":"It is paused."}}' };
  await rejects(client.evict(LOBBY), 'refused', 'object-paused', /^It is paused\.$/);
});

test('a wrong token is a refusal', async () => {
  const stranger = new ControlClient({ ...server.address, token: 'wrong' });
  await rejects(stranger.project(), 'refused', 'unauthorized', /token/);
});

test('an answer of another shape says where it differs', async () => {
  server.refusal = {
    status: 200,
    body: '{"objects":[{"id":"x","name":null,"state":"asleep","alarm":null,"sockets":0}],"cursor":null}',
  };
  await rejects(
    client.objects(CLASS, FIRST),
    'malformed',
    'shape',
    /objects\[0\]\.state: expected one of running, .*, got "asleep"/,
  );
});

test('an answer that is no JSON says so', async () => {
  server.refusal = { status: 502, body: '<html>' };
  await rejects(client.project(), 'malformed', 'shape', /expected JSON \(HTTP 502\), got "<html>"/);
});

test('a project that has ended is unreachable', async () => {
  const ended = await ControlServer.start();
  const { address } = ended;
  await ended.stop();
  await rejects(new ControlClient(address).project(), 'unreachable', 'noAnswer', /does not answer/);
});

test('the addresses of panel and events carry the token', () => {
  const { port } = new URL(server.address.url);
  assert.equal(client.panelUrl().href, `http://127.0.0.1:${port}/?token=a-token`);
  assert.equal(client.eventsUrl().href, `ws://127.0.0.1:${port}/api/v1/events?token=a-token`);
});

async function rejects(promise: Promise<unknown>, kind: string, code: string, message: RegExp): Promise<void> {
  await assert.rejects(promise, (error) => {
    assert.ok(error instanceof ControlError);
    assert.deepEqual([error.kind, error.code], [kind, code]);
    assert.match(error.message, message);
    return true;
  });
}
