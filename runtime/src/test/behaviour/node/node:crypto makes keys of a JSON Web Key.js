import crypto from 'node:crypto';
import { Buffer } from 'node:buffer';

export async function behaviour(assert) {
  for (const [type, options] of [['rsa', { modulusLength: 1024 }], ['ec', { namedCurve: 'P-384' }], ['ed25519', {}]]) {
    const { publicKey, privateKey } = crypto.generateKeyPairSync(type, options);
    const again = crypto.createPrivateKey({ key: privateKey.export({ format: 'jwk' }), format: 'jwk' });
    const signature = crypto.sign(type === 'ed25519' ? null : 'sha256', Buffer.from('hello'), again);
    const open = crypto.createPublicKey({ key: publicKey.export({ format: 'jwk' }), format: 'jwk' });
    assert.equal(open.equals(publicKey), true);
    assert.equal(crypto.verify(type === 'ed25519' ? null : 'sha256', Buffer.from('hello'), open, signature), true);
  }
  const { publicKey } = crypto.generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
  assert.equal(JSON.stringify({ ...publicKey.export({ format: 'jwk' }), x: '', y: '' }), '{"kty":"EC","crv":"P-256","x":"","y":""}');
  assert.equal(publicKey.asymmetricKeyDetails.namedCurve, 'prime256v1');
}
