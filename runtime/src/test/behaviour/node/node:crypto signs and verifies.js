import crypto from 'node:crypto';
import { Buffer } from 'node:buffer';

export async function behaviour(assert) {
  const rsa = crypto.generateKeyPairSync('rsa', { modulusLength: 1024 });
  const ec = crypto.generateKeyPairSync('ec', { namedCurve: 'P-256' });
  for (const { publicKey, privateKey } of [rsa, ec]) {
    const pem = privateKey.export({ type: 'pkcs8', format: 'pem' });
    const signature = crypto.createSign('RSA-SHA256').update('ab').update('c').sign(pem, 'base64');
    assert.equal(crypto.createVerify('sha256').update('abc').verify(publicKey, signature, 'base64'), true);
    assert.equal(crypto.createVerify('sha256').update('abd').verify(publicKey, signature, 'base64'), false);
    assert.equal(crypto.verify('sha256', Buffer.from('abc'), privateKey, crypto.sign('sha256', Buffer.from('abc'), privateKey)), true);
  }
  const key = ec.privateKey.export({ type: 'pkcs8', format: 'pem' });
  const flat = crypto.sign('sha256', Buffer.from('abc'), { key, dsaEncoding: 'ieee-p1363' });
  assert.equal(flat.length, 64);
  const open = ec.publicKey.export({ type: 'spki', format: 'pem' });
  assert.equal(crypto.verify('sha256', Buffer.from('abc'), { key: open, dsaEncoding: 'ieee-p1363' }, flat), true);
  assert.throws(() => crypto.createSign('nope'), 'Error', 'Unknown digest: nope');
  assert.throws(() => crypto.createSign('sha256').sign(), 'Error', 'No key provided to sign');
}
