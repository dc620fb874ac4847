addEventListener('scheduled', (event) => {});

globalThis.behaviour = async (assert) => {
  assert.throws(() => new FetchEvent('fetch'), 'TypeError', 'Illegal constructor');
  assert.equal(typeof ScheduledEvent, 'function');
};
