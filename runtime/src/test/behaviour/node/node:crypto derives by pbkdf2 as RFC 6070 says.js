import crypto from 'node:crypto';

export async function behaviour(assert) {
  assert.equal(crypto.pbkdf2Sync('password', 'salt', 4096, 20, 'sha1').toString('hex'), '4b007901b765489abead49d926f721d065a429c1');
  const key = await new Promise((resolve, reject) =>
    crypto.pbkdf2('password', 'salt', 1, 20, 'sha1', (error, derived) => (error ? reject(error) : resolve(derived)))
  );
  assert.equal(key.toString('hex'), '0c60c80f961f0e71f3a9b524af6012062fe037a6');
  assert.throws(() => crypto.pbkdf2Sync('p', 's', 1, 20, 'nope'), 'TypeError', 'Invalid Pbkdf2 digest: nope.');
  assert.throws(() => crypto.pbkdf2Sync('p', 's', 0, 20, 'sha1'), 'RangeError', 'The value of "iterations" is out of range. It must be >= 1 && <= 2147483647. Received 0');
  assert.throws(() => crypto.pbkdf2('p', 's', 1, 20, 'sha1'), 'TypeError', 'The "callback" argument must be of type function. Received undefined');
}
