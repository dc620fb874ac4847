export default async function (assert) {
  const error = new DOMException('text', 'AbortError');
  assert(error instanceof Error);
  assert.equal(error.name, 'AbortError');
  assert.equal(error.message, 'text');
  assert.equal(error.code, 20);
  assert.equal(DOMException.ABORT_ERR, 20);
  assert.equal(error.INVALID_CHARACTER_ERR, 5);
  assert.equal(new DOMException().name, 'Error');
  assert.equal(typeof error.stack, 'string');
  assert.equal(Object.prototype.toString.call(error), '[object DOMException]');
}
