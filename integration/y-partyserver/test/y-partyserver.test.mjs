import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { WebSocket } from 'ws';
import YProvider from 'y-partyserver/provider';
import * as Y from 'yjs';
import { startDevServer, storageFolder, withoutControl } from '../../../examples/testing/dev-server.mjs';
import { RunningObjects } from '../../../examples/testing/running-objects.mjs';

const project = fileURLToPath(new URL('..', import.meta.url));
const LIMIT_MILLIS = 60_000;

/** A Yjs client of a document, in step with the server. */
async function client(t, url, room) {
  const document = new Y.Doc();
  const provider = new YProvider(new URL(url).host, room, document, { party: 'notes', WebSocketPolyfill: WebSocket, disableBc: true });
  const leave = () => provider.destroy();
  t.after(leave);
  await happens('in step', (look) => {
    provider.on('sync', look);
    return () => provider.synced;
  });
  return { document, text: document.getText('text'), awareness: provider.awareness, leave };
}

/** Resolves when what `watch` gives is true; `watch` gets what to call when it may have become so. */
function happens(what, watch) {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`Not within ${LIMIT_MILLIS} ms: ${what}`)), LIMIT_MILLIS);
    const look = () => {
      if (!isSo()) return;
      clearTimeout(timer);
      resolve();
    };
    const isSo = watch(look);
    look();
  });
}

const reads = (client, text) =>
  happens(`the text is "${text}", not "${client.text}"`, (look) => {
    client.text.observe(look);
    return () => client.text.toString() === text;
  });

test('clients of a document write into one text, and see each other', async (t) => {
  const { url } = await startDevServer(t, { project, persistTo: storageFolder(t) });
  const ada = await client(t, url, 'plan');
  const ben = await client(t, url, 'plan');
  ada.text.insert(0, 'milk');
  await reads(ben, 'milk');
  ben.text.insert(4, ', bread');
  await reads(ada, 'milk, bread');

  ada.awareness.setLocalStateField('name', 'Ada');
  await happens('Ben sees Ada', (look) => {
    ben.awareness.on('change', look);
    return () => [...ben.awareness.getStates().values()].some(({ name }) => name === 'Ada');
  });
});

test('a document survives the hibernation of its object and a restart', { skip: withoutControl }, async (t) => {
  const persistTo = storageFolder(t);
  const first = await startDevServer(t, { project, persistTo });
  const objects = new RunningObjects(await first.panel());
  const ada = await client(t, first.url, 'plan');
  const ben = await client(t, first.url, 'plan');
  ada.text.insert(0, 'milk');
  await reads(ben, 'milk');
  await stored(first.url, 'milk');

  await objects.hibernate(await objects.named('y-partyserver', 'Notes', 'plan'));
  ben.text.insert(4, ', bread');
  await reads(ada, 'milk, bread');
  await stored(first.url, 'milk, bread');
  ada.leave();
  ben.leave();
  await first.stop();

  const second = await startDevServer(t, { project, persistTo });
  const eve = await client(t, second.url, 'plan');
  await reads(eve, 'milk, bread');
});

/** Waits until the server has stored the document with this text: it does so a moment after a change. */
async function stored(url, text) {
  const end = Date.now() + LIMIT_MILLIS;
  for (;;) {
    const seen = await (await fetch(`${url}/parties/notes/plan`)).json();
    assert.equal(seen.text, text);
    if (seen.stored === text) return;
    assert.ok(Date.now() < end, `The document is not stored: ${JSON.stringify(seen)}`);
  }
}
