import { AsyncLocalStorage } from 'node:async_hooks';

export async function behaviour(assert) {
  const storage = new AsyncLocalStorage();
  assert.throws(() => storage.enterWith(1), 'Error', 'asyncLocalStorage.enterWith() is not implemented');
  assert.throws(() => storage.disable(), 'Error', 'asyncLocalStorage.disable() is not implemented');
}
