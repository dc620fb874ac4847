let seen;
addEventListener('fetch', {
  handleEvent(event) {
    seen = event.type;
  },
});

globalThis.behaviour = async (assert) => {
  assert.equal(seen, 'fetch');
};
