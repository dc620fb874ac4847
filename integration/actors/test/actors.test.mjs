import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { startDevServer, storageFolder } from '../../../examples/testing/dev-server.mjs';

const project = fileURLToPath(new URL('..', import.meta.url));

const get = async (url) => {
  const response = await fetch(url);
  const text = await response.text();
  assert.equal(response.status, 200, text);
  return JSON.parse(text);
};

test('an actor migrates its tables, and keeps them and its properties over a restart', async (t) => {
  const persistTo = storageFolder(t);
  const first = await startDevServer(t, { project, persistTo });
  assert.equal(await get(`${first.url}/park?who=Ada`), 1);
  assert.equal(await get(`${first.url}/park?who=Ben`), 1);
  assert.equal(await get(`${first.url}/park?who=Ada`), 2);
  const park = { name: 'park', total: 3, visits: [{ who: 'Ada', times: 2 }, { who: 'Ben', times: 1 }] };
  assert.deepEqual(await get(`${first.url}/park`), park);
  assert.deepEqual(await get(`${first.url}/beach`), { name: 'beach', total: 0, visits: [] });
  await first.stop();

  const second = await startDevServer(t, { project, persistTo });
  assert.deepEqual(await get(`${second.url}/park`), park);
  await second.stop();
});
