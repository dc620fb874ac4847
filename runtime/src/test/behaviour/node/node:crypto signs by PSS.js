import crypto from 'node:crypto';

export async function behaviour(assert) {
  const { publicKey, privateKey } = crypto.generateKeyPairSync('rsa', { modulusLength: 1024 });
  const key = privateKey.export({ type: 'pkcs8', format: 'pem' });
  const open = publicKey.export({ type: 'spki', format: 'pem' });
  const padding = crypto.constants.RSA_PKCS1_PSS_PADDING;
  for (const saltLength of [0, 32, crypto.constants.RSA_PSS_SALTLEN_DIGEST]) {
    const signature = crypto.createSign('sha256').update('abc').sign({ key, padding, saltLength });
    assert.equal(crypto.createVerify('sha256').update('abc').verify({ key: open, padding, saltLength }, signature), true);
    const any = crypto.constants.RSA_PSS_SALTLEN_AUTO;
    assert.equal(crypto.createVerify('sha256').update('abc').verify({ key: open, padding, saltLength: any }, signature), true);
    assert.equal(crypto.createVerify('sha256').update('abc').verify({ key: open, padding, saltLength: 7 }, signature), false);
  }
}
