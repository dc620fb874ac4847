let result;
addEventListener('fetch', (event) => {
  event.waitUntil(Promise.resolve(1));
  result = event.passThroughOnException();
});

globalThis.behaviour = async (assert) => {
  assert.equal(result, undefined);
};
