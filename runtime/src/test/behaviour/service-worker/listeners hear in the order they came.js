const log = [];
addEventListener('fetch', () => log.push(1));
self.addEventListener('fetch', () => log.push(2));

globalThis.behaviour = async (assert) => {
  assert.deepEqual(log, [1, 2]);
};
