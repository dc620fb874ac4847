import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { AgentClient } from 'agents/client';
import { WebSocket } from 'ws';
import { startDevServer, storageFolder, withoutControl } from '../../../examples/testing/dev-server.mjs';
import { RunningObjects } from '../../../examples/testing/running-objects.mjs';

const project = fileURLToPath(new URL('..', import.meta.url));
const LIMIT_MILLIS = 60_000;

/** A client of the agent of this name, which knows its state. */
async function client(t, url, name) {
  const seen = [];
  const waiting = new Set();
  const agent = new AgentClient({
    agent: 'counter',
    name,
    host: new URL(url).host,
    WebSocket,
    onStateUpdate: (state) => {
      seen.push(state);
      waiting.forEach((look) => look());
    },
  });
  t.after(() => agent.close());
  /** Resolves to the first state for which `matches` holds. */
  const sees = (matches) =>
    new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`Only seen: ${JSON.stringify(seen)}`)), LIMIT_MILLIS);
      const look = () => {
        const found = seen.find(matches);
        if (!found) return;
        clearTimeout(timer);
        waiting.delete(look);
        resolve(found);
      };
      waiting.add(look);
      look();
    });
  await sees(() => true);
  return { agent, sees };
}

test('clients of an agent call its methods and see its state', async (t) => {
  const persistTo = storageFolder(t);
  const first = await startDevServer(t, { project, persistTo });
  const ada = await client(t, first.url, 'main');
  const ben = await client(t, first.url, 'main');
  assert.deepEqual(await ada.sees(() => true), { count: 0, lastBy: 'nobody' });

  assert.equal(await ada.agent.call('add', ['ada', 2]), 2);
  assert.deepEqual(await ben.sees(({ count }) => count === 2), { count: 2, lastBy: 'ada' });
  assert.equal(await (await fetch(`${first.url}/rpc`)).json(), 12, 'by RPC from the Worker');
  await ada.sees(({ count }) => count === 12);
  assert.deepEqual(await ben.agent.call('history'), [
    { name: 'ada', step: 2 },
    { name: 'rpc', step: 10 },
  ]);
  await assert.rejects(ada.agent.call('fail'), /as asked/);

  const chunks = [];
  const done = await new Promise((resolve, reject) => {
    ada.agent
      .call('countdown', [3], { stream: { onChunk: (chunk) => chunks.push(chunk), onDone: resolve, onError: reject } })
      .catch(reject);
  });
  assert.deepEqual([chunks, done], [[3, 2, 1], 'go']);

  ada.agent.setState({ count: 1, lastBy: 'a client' });
  assert.deepEqual(await ben.sees(({ lastBy }) => lastBy === 'a client'), { count: 1, lastBy: 'a client' });
  await first.stop();

  const second = await startDevServer(t, { project, persistTo });
  const eve = await client(t, second.url, 'main');
  assert.deepEqual(await eve.sees(() => true), { count: 1, lastBy: 'a client' });
  assert.equal((await eve.agent.call('history')).length, 2);
});

test('an agent keeps its clients over hibernation, and its timetable', { skip: withoutControl }, async (t) => {
  const server = await startDevServer(t, { project, persistTo: storageFolder(t) });
  const objects = new RunningObjects(await server.panel());
  const ada = await client(t, server.url, 'main');
  assert.equal(await ada.agent.call('add', ['ada', 5]), 5);
  await objects.hibernate(await objects.named('agents', 'Counter', 'main'));
  assert.equal(await ada.agent.call('add', ['ada', 1]), 6);

  assert.equal(await ada.agent.call('remind', ['ada']), true);
  assert.deepEqual(await ada.sees(({ lastBy }) => lastBy === 'reminder of ada'), { count: 6, lastBy: 'reminder of ada' });
});
