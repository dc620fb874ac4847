import { AsyncLocalStorage } from 'node:async_hooks';

const storage = new AsyncLocalStorage();
const seen = {};

export async function behaviour(assert) {
  assert.equal(storage.getStore(), undefined);
  await storage.run('outer', async () => {
    seen.sync = storage.getStore();
    await Promise.resolve();
    seen.awaited = storage.getStore();
    await new Promise((resolve) => setTimeout(() => ((seen.timer = storage.getStore()), resolve()), 1));
    await new Promise((resolve) => queueMicrotask(() => ((seen.microtask = storage.getStore()), resolve())));
    seen.inner = await storage.run('inner', async () => {
      await null;
      return storage.getStore();
    });
    seen.afterInner = storage.getStore();
    seen.exit = storage.exit(() => storage.getStore());
  });
  assert.deepEqual(seen, {
    sync: 'outer',
    awaited: 'outer',
    timer: 'outer',
    microtask: 'outer',
    inner: 'inner',
    afterInner: 'outer',
    exit: undefined,
  });
  assert.equal(storage.getStore(), undefined);
}
