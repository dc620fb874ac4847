export async function behaviour(assert) {
  const { process: before } = globalThis;
  globalThis.process = { fake: true };
  assert.equal(process.fake, true);
  globalThis.process = before;
  assert.equal(typeof process.nextTick, 'function');
}
