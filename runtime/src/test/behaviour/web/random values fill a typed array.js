export default async function (assert) {
  const bytes = new Uint8Array(32);
  assert.equal(crypto.getRandomValues(bytes), bytes);
  assert(bytes.some((b) => b !== 0));
  assert.throws(() => crypto.getRandomValues(new Uint8Array(65537)), 'QuotaExceededError');
  assert.throws(() => crypto.getRandomValues(new Float32Array(1)), 'TypeMismatchError');
  assert(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(crypto.randomUUID()));
}
