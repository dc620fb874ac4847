export default async function (assert) {
  const signal = AbortSignal.abort();
  assert.equal(signal.reason.name, 'AbortError');
  assert(signal.reason instanceof DOMException);
  assert.equal(signal.reason.message, 'The operation was aborted');
  assert.throws(() => signal.throwIfAborted(), 'AbortError');
}
