export default async function (assert) {
  assert(self instanceof ServiceWorkerGlobalScope);
  assert.equal({} instanceof ServiceWorkerGlobalScope, false);
  assert.throws(() => new ServiceWorkerGlobalScope(), 'TypeError', 'Illegal constructor');
  assert.equal(origin, 'null');
}
