export default async function (assert) {
  assert.throws(() => new HTMLRewriter(), 'Error', 'HTMLRewriter is not available in this version of Durascope');
  assert.throws(() => caches.default, 'Error', 'caches.default is not available in this version of Durascope');
}
