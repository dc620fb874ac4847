import crypto from 'node:crypto';

export async function behaviour(assert) {
  assert.throws(() => crypto.createHash('nope'), 'Error', 'Digest method not supported');
  assert.throws(() => crypto.createHash('sha-256'), 'Error', 'Digest method not supported');
  assert.throws(() => crypto.createHash(5), 'TypeError', 'The "algorithm" argument must be of type string. Received type number (5)');
  assert.throws(() => crypto.createHash('md5').update(5), 'TypeError', 'The "data" argument must be of type string or an instance of Buffer, TypedArray, or DataView. Received type number (5)');
  assert.throws(() => crypto.createHash('sha256', { outputLength: 10 }), 'Error', 'invalid digest size');
}
