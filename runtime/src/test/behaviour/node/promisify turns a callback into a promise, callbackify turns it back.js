import { promisify, callbackify } from 'node:util';

export async function behaviour(assert) {
  const add = (a, b, done) => (a < 0 ? done(new RangeError('negative')) : done(null, a + b));
  const added = promisify(add);
  assert.equal(await added(1, 2), 3);
  await assert.rejects(added(-1, 2), 'RangeError', 'negative');
  const back = callbackify(async (x) => x * 2);
  assert.equal(await new Promise((resolve) => back(4, (error, value) => resolve(value))), 8);
  const custom = () => {};
  custom[promisify.custom] = async () => 'custom';
  assert.equal(await promisify(custom)(), 'custom');
}
