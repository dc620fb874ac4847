import assert from 'node:assert/strict';
import { once } from 'node:events';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { isDeepStrictEqual } from 'node:util';
import { createMergeableStore } from 'tinybase';
import { createWsSynchronizer } from 'tinybase/synchronizers/synchronizer-ws-client';
import { WebSocket } from 'ws';
import { startDevServer, storageFolder, withoutControl } from '../../../examples/testing/dev-server.mjs';
import { RunningObjects } from '../../../examples/testing/running-objects.mjs';

const project = fileURLToPath(new URL('..', import.meta.url));

/** A TinyBase client on a path of the server, stopped when the test is over. */
async function client(t, url, path) {
  const store = createMergeableStore();
  const synchronizer = await createWsSynchronizer(store, new WebSocket(`${url.replace('http', 'ws')}/${path}`));
  await synchronizer.startSync();
  const leave = async () => {
    const socket = synchronizer.getWebSocket();
    const closed = socket.readyState === WebSocket.CLOSED ? undefined : once(socket, 'close');
    await synchronizer.destroy();
    await closed;
  };
  t.after(leave);
  return { store, leave };
}

/** Resolves when the store's tables are `expected`. */
function becomes(store, expected) {
  return new Promise((resolve, reject) => {
    const tooLate = () => reject(new Error(`The store stays ${store.getJson()}, not ${JSON.stringify(expected)}`));
    const timer = setTimeout(tooLate, 60_000);
    const look = () => {
      if (!isDeepStrictEqual(JSON.parse(JSON.stringify(store.getTables())), expected)) return;
      clearTimeout(timer);
      store.delListener(listener);
      resolve();
    };
    const listener = store.addTablesListener(look);
    look();
  });
}

test('two clients of a path converge, and what they wrote survives a restart', async (t) => {
  const persistTo = storageFolder(t);
  const first = await startDevServer(t, { project, persistTo });
  const ada = await client(t, first.url, 'pets');
  const ben = await client(t, first.url, 'pets');

  ada.store.setCell('pets', 'fido', 'species', 'dog');
  await becomes(ben.store, { pets: { fido: { species: 'dog' } } });
  ben.store.setCell('pets', 'fido', 'color', 'brown');
  await becomes(ada.store, { pets: { fido: { species: 'dog', color: 'brown' } } });

  const elsewhere = await client(t, first.url, 'plants');
  elsewhere.store.setCell('plants', 'rose', 'color', 'red');
  await becomes(elsewhere.store, { plants: { rose: { color: 'red' } } });

  // Each answer of the server comes after its write: see the output gate.
  await ada.leave();
  await ben.leave();
  await first.stop();
  const second = await startDevServer(t, { project, persistTo });
  const eve = await client(t, second.url, 'pets');
  await becomes(eve.store, { pets: { fido: { species: 'dog', color: 'brown' } } });
});

test('clients stay connected over a hibernation of the object, and go on to converge', { skip: withoutControl }, async (t) => {
  const server = await startDevServer(t, { project, persistTo: storageFolder(t) });
  const objects = new RunningObjects(await server.panel());
  const ada = await client(t, server.url, 'pets');
  const ben = await client(t, server.url, 'pets');
  ada.store.setCell('pets', 'fido', 'species', 'dog');
  await becomes(ben.store, { pets: { fido: { species: 'dog' } } });

  await objects.hibernate(await objects.named('tinybase', 'TinyBaseDurableObject', 'pets'));
  const asleep = await objects.named('tinybase', 'TinyBaseDurableObject', 'pets');
  assert.deepEqual([asleep.state, asleep.sockets], ['hibernated', 2]);

  ben.store.setCell('pets', 'felix', 'species', 'cat');
  await becomes(ada.store, { pets: { fido: { species: 'dog' }, felix: { species: 'cat' } } });
  const eve = await client(t, server.url, 'pets');
  await becomes(eve.store, { pets: { fido: { species: 'dog' }, felix: { species: 'cat' } } });
});
