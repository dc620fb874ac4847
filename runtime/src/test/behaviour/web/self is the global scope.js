export default async function (assert) {
  assert.equal(self, globalThis);
  assert.equal(typeof self.fetch, 'function');
}
