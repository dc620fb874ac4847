import { AsyncLocalStorage } from 'node:async_hooks';

const storage = new AsyncLocalStorage();
const other = new AsyncLocalStorage();

async function work(id) {
  const seen = [];
  for (let i = 0; i < 3; i++) {
    await new Promise((resolve) => setTimeout(resolve, (id * 7) % 5));
    seen.push(`${storage.getStore()}${other.getStore() ?? ''}`);
  }
  return seen;
}

export async function behaviour(assert) {
  const results = await Promise.all([1, 2, 3].map((id) => storage.run(id, () => (id === 2 ? other.run('x', () => work(id)) : work(id)))));
  assert.deepEqual(results, [['1', '1', '1'], ['2x', '2x', '2x'], ['3', '3', '3']]);
}
