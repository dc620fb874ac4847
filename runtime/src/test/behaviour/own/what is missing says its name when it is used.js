export default async function (assert) {
  assert.throws(() => caches.default, 'Error', 'caches.default is not available in this version of Durascope');
}
