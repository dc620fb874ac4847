export default async function (assert) {
  assert.throws(() => new AbortSignal(), 'TypeError', 'Illegal constructor');
}
