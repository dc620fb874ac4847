import assert from 'node:assert/strict';
import { once } from 'node:events';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { PartySocket } from 'partysocket';
import { WebSocket } from 'ws';
import { startDevServer, storageFolder, withoutControl } from '../../../examples/testing/dev-server.mjs';
import { RunningObjects } from '../../../examples/testing/running-objects.mjs';
import { Listening } from '../../listening.mjs';

const project = fileURLToPath(new URL('..', import.meta.url));

/** A PartySocket in a room of the lobby, which has heard its welcome. */
async function enter(t, url, room, id, team) {
  const socket = new PartySocket({ host: new URL(url).host, party: 'lobby', room, id, query: { team }, WebSocket });
  t.after(() => socket.close());
  const listening = new Listening(socket);
  assert.equal(await listening.next(), `welcome to ${room}`);
  return { socket, hears: () => listening.next() };
}

test('visitors of a party hear of each other, and are reached by tags', async (t) => {
  const { url } = await startDevServer(t, { project, persistTo: storageFolder(t) });
  const ada = await enter(t, url, 'hall', 'ada', 'red');
  const ben = await enter(t, url, 'hall', 'ben', 'blue');
  assert.equal(await ada.hears(), 'ben is here');
  await enter(t, url, 'cellar', 'cyd', 'red');

  ben.socket.send('red');
  assert.equal(await ada.hears(), 'ben calls, for the 1. time');
  ben.socket.send('red');
  assert.equal(await ada.hears(), 'ben calls, for the 2. time');

  const closed = once(ben.socket, 'close');
  ben.socket.close();
  await closed;
  assert.equal(await ada.hears(), 'ben is gone');
  assert.deepEqual(await (await fetch(`${url}/parties/lobby/hall`)).json(), { name: 'hall', starts: 1, here: ['ada'] });
});

test('a party that hibernates keeps its visitors, their tags and their state', { skip: withoutControl }, async (t) => {
  const server = await startDevServer(t, { project, persistTo: storageFolder(t) });
  const objects = new RunningObjects(await server.panel());
  const ada = await enter(t, server.url, 'hall', 'ada', 'red');
  const ben = await enter(t, server.url, 'hall', 'ben', 'blue');
  assert.equal(await ada.hears(), 'ben is here');
  ben.socket.send('red');
  assert.equal(await ada.hears(), 'ben calls, for the 1. time');

  await objects.hibernate(await objects.named('partyserver', 'Lobby', 'hall'));
  ben.socket.send('red');
  assert.equal(await ada.hears(), 'ben calls, for the 2. time');
  const room = await (await fetch(`${server.url}/parties/lobby/hall`)).json();
  assert.deepEqual(room, { name: 'hall', starts: 1, here: ['ada', 'ben'] });
});

test('a party over requests stores, is reached by RPC, and rings', { skip: withoutControl }, async (t) => {
  const persistTo = storageFolder(t);
  const first = await startDevServer(t, { project, persistTo });
  const post = (text) => fetch(`${first.url}/parties/guestbook/main`, { method: 'POST', body: text });
  assert.deepEqual(await (await post('hello')).json(), [{ text: 'hello' }]);
  assert.deepEqual(await (await post('again')).json(), [{ text: 'hello' }, { text: 'again' }]);
  assert.equal(await (await fetch(`${first.url}/count`)).json(), 2);
  await first.stop();

  const second = await startDevServer(t, { project, persistTo });
  assert.equal(await (await fetch(`${second.url}/count`)).json(), 2);
  const objects = new RunningObjects(await second.panel());
  assert.equal(await objects.fireAlarm(await objects.named('partyserver', 'Guestbook', 'main'), 'rang'), 'main');
});
