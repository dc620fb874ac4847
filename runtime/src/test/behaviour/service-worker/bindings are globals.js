const early = GREETING;

globalThis.behaviour = async (assert) => {
  assert.equal(early, 'hello');
  assert.equal(GREETING, 'hello');
  assert.deepEqual(LIMITS, { max: 3 });
  assert.equal(globalThis.GREETING, 'hello');
};
