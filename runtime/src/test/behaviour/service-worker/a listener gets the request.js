let seen;
addEventListener('fetch', (event) => {
  seen = event;
});

globalThis.behaviour = async (assert) => {
  assert.equal(seen.type, 'fetch');
  assert.equal(seen.request.method, 'GET');
};
