import crypto from 'node:crypto';
import { Buffer } from 'node:buffer';

export async function behaviour(assert) {
  const [a, b] = [crypto.createECDH('prime256v1'), crypto.createECDH('prime256v1')];
  a.setPrivateKey('7d7dc5f71eb29ddaf80d6214632eeae03d9058af1fb6d22ed80badb62bc1a534', 'hex');
  b.generateKeys();
  const peer = '04700c48f77f56584c5cc632ca65640db91b6bacce3a4df6b42ce7cc838833d287db71e509e3fd9b060ddb20ba5c51dcc5948d46fbf640dfe0441782cab85fa4ac';
  assert.equal(a.computeSecret(peer, 'hex', 'hex'), '46fc62106420ff012e54a434fbdd2d25ccc5852060561e68040dd7778997bd7b');
  assert.equal(crypto.ECDH.convertKey(b.getPublicKey(), 'prime256v1', undefined, 'hex', 'compressed').length, 66);
  assert.throws(() => crypto.createECDH('nope'), 'Error', 'Invalid curve');
  assert.throws(() => crypto.createECDH('prime256v1').getPublicKey(), 'Error', 'Failed to get ECDH public key');
  assert.throws(() => b.computeSecret(Buffer.alloc(65)), 'Error', 'Failed to set point');
  for (const [type, options] of [['x25519', {}], ['ec', { namedCurve: 'P-521' }]]) {
    const [mine, theirs] = [crypto.generateKeyPairSync(type, options), crypto.generateKeyPairSync(type, options)];
    const one = crypto.diffieHellman({ privateKey: mine.privateKey, publicKey: theirs.publicKey });
    const other = crypto.diffieHellman({ privateKey: theirs.privateKey, publicKey: mine.publicKey });
    assert.equal(one.equals(other), true);
  }
}
