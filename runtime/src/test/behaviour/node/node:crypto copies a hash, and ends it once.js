import crypto from 'node:crypto';

export async function behaviour(assert) {
  const hash = crypto.createHash('md5').update('a');
  const copy = hash.copy();
  assert.equal(hash.update('b').digest('hex'), '187ef4436122d1cc2f40dc2b92f0eba0');
  assert.equal(copy.digest('hex'), '0cc175b9c0f1b6a831c399e269772661');
  for (const late of [() => hash.digest(), () => hash.update('c'), () => hash.copy()]) {
    assert.throws(late, 'Error', 'Digest already called');
  }
  try {
    hash.digest();
  } catch (error) {
    assert.equal(error.code, 'ERR_CRYPTO_HASH_FINALIZED');
  }
}
