
export async function behaviour(assert, env, ctx) {
  const log = [];
  {
    using resource = { [Symbol.dispose]: () => log.push('disposed') };
    log.push(typeof resource);
  }
  assert.deepEqual(log, ['object', 'disposed']);
}
