import { AsyncLocalStorage } from 'node:async_hooks';

export async function behaviour(assert) {
  const storage = new AsyncLocalStorage({ defaultValue: 'none', name: 'user' });
  assert.equal(storage.getStore(), 'none');
  assert.equal(storage.name, 'user');
  assert.equal(storage.run(undefined, () => storage.getStore()), undefined);
}
