import util, { deprecate, inherits, isArray } from 'node:util';

export async function behaviour(assert) {
  const fn = () => 1;
  assert.equal(deprecate(fn, 'old', 'DEP0'), fn);
  assert.equal(isArray([]), true);
  assert.throws(() => inherits(fn, undefined), 'TypeError', 'The "superCtor" argument must be of type function. Received undefined');
  assert.equal(util.TextEncoder, TextEncoder);
}
