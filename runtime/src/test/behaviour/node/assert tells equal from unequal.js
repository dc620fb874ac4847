import nodeAssert, { AssertionError } from 'node:assert';
import strict from 'node:assert/strict';

export async function behaviour(assert) {
  assert.throws(() => nodeAssert.equal(1, '1'), 'AssertionError'); // not loose, as in production
  nodeAssert.deepStrictEqual({ a: [1, { b: new Set([1]) }] }, { a: [1, { b: new Set([1]) }] });
  nodeAssert.notDeepStrictEqual({ a: 1 }, { a: '1' });
  nodeAssert.throws(() => {
    throw new RangeError('far');
  }, RangeError);
  nodeAssert.match('abc', /b/);
  await nodeAssert.rejects(Promise.reject(new TypeError('x')), { name: 'TypeError', message: 'x' });
  assert.throws(() => strict.equal(1, 2), 'AssertionError');
  assert.throws(() => nodeAssert(false, 'so it is not'), 'AssertionError', 'so it is not');
  try {
    nodeAssert.strictEqual(1, 2);
  } catch (error) {
    assert.equal(error instanceof AssertionError, true);
    assert.equal(error.code, 'ERR_ASSERTION');
    assert.deepEqual([error.actual, error.expected, error.operator], [1, 2, 'strictEqual']);
  }
}
