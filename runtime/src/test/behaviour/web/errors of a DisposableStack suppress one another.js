export default async function (assert) {
  const stack = new DisposableStack();
  stack.defer(() => {
    throw new Error('second');
  });
  stack.defer(() => {
    throw new Error('first');
  });
  try {
    stack.dispose();
    assert(false, 'nothing was thrown');
  } catch (error) {
    assert(error instanceof SuppressedError);
    assert.equal(error.name, 'SuppressedError');
    assert.equal(error.error.message, 'second');
    assert.equal(error.suppressed.message, 'first');
  }
  assert.equal(SuppressedError.name, 'SuppressedError');
}
