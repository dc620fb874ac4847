export default async function (assert) {
  const done = [];
  const stack = new DisposableStack();
  stack.use({ [Symbol.dispose]: () => done.push('used') });
  stack.adopt('adopted', (value) => done.push(value));
  stack.defer(() => done.push('deferred'));
  const moved = stack.move();
  assert.equal(stack.disposed, true);
  assert.deepEqual(done, []);
  moved.dispose();
  moved.dispose();
  assert.deepEqual(done, ['deferred', 'adopted', 'used']);
  assert.throws(() => moved.defer(() => {}), 'ReferenceError');
}
