import { AsyncLocalStorage, AsyncResource } from 'node:async_hooks';

export async function behaviour(assert) {
  const storage = new AsyncLocalStorage();
  const bound = storage.run(1, () => AsyncLocalStorage.bind(() => storage.getStore()));
  const snapshot = storage.run(2, () => AsyncLocalStorage.snapshot());
  const resource = storage.run(3, () => new AsyncResource('TEST'));
  storage.run(9, () => {
    assert.equal(bound(), 1);
    assert.equal(snapshot(() => storage.getStore()), 2);
    assert.equal(resource.runInAsyncScope(() => storage.getStore()), 3);
    assert.equal(resource.bind(() => storage.getStore())(), 3);
  });
}
