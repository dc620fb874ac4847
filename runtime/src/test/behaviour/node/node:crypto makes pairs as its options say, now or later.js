import crypto from 'node:crypto';

export async function behaviour(assert) {
  const { publicKey, privateKey } = crypto.generateKeyPairSync('rsa', {
    modulusLength: 1024,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
  assert(publicKey.startsWith('-----BEGIN PUBLIC KEY-----'));
  assert(privateKey.startsWith('-----BEGIN PRIVATE KEY-----'));
  const type = await new Promise((resolve, reject) =>
    crypto.generateKeyPair('ec', { namedCurve: 'P-256' }, (error, open, secret) => (error ? reject(error) : resolve([open.type, secret.type])))
  );
  assert.deepEqual(type, ['public', 'private']);
  assert.throws(() => crypto.generateKeyPairSync('dsa', { modulusLength: 1024 }), 'TypeError', "The argument 'type' must be one of: 'rsa', 'ec', 'ed25519', 'x25519', 'dh'. Received 'dsa'");
  assert.throws(() => crypto.generateKeyPairSync('ec', { namedCurve: 'secp256k1' }), 'Error', 'Failed to initialize key');
}
