export default async function (assert) {
  assert.throws(
    () => new Headers([['a']]),
    'TypeError',
    'To initialize a Headers object from a sequence, each inner sequence must have exactly two elements.'
  );
}
