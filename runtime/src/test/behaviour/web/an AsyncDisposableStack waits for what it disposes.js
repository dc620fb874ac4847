export default async function (assert) {
  const done = [];
  const stack = new AsyncDisposableStack();
  stack.use({
    async [Symbol.asyncDispose]() {
      await null;
      done.push('async');
    },
  });
  stack.use({ [Symbol.dispose]: () => done.push('sync') });
  await stack.disposeAsync();
  assert.deepEqual(done, ['sync', 'async']);
  assert.equal(stack.disposed, true);
}
