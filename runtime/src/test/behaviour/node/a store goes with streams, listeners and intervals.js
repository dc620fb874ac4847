import { AsyncLocalStorage } from 'node:async_hooks';

const storage = new AsyncLocalStorage();

export async function behaviour(assert) {
  const seen = await storage.run('S', async () => {
    const found = [];
    const { readable, writable } = new TransformStream({
      transform(chunk, controller) {
        controller.enqueue(chunk);
      },
    });
    const writer = writable.getWriter();
    void writer.write('x');
    const { value } = await readable.getReader().read();
    found.push(value, storage.getStore());
    const target = new EventTarget();
    target.addEventListener('e', () => found.push(storage.getStore()));
    target.dispatchEvent(new Event('e'));
    await new Promise((resolve) => {
      const interval = setInterval(() => {
        found.push(storage.getStore());
        clearInterval(interval);
        resolve();
      }, 1);
    });
    for await (const item of (async function* () {
      yield storage.getStore();
    })()) {
      found.push(item);
    }
    return found;
  });
  assert.deepEqual(seen, ['x', 'S', 'S', 'S', 'S']);
}
