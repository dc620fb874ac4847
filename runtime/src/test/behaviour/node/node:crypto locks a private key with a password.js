import crypto from 'node:crypto';

export async function behaviour(assert) {
  const { privateKey } = crypto.generateKeyPairSync('ed25519');
  const locked = privateKey.export({ type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: 'secret' });
  assert(locked.startsWith('-----BEGIN ENCRYPTED PRIVATE KEY-----\n'));
  assert.equal(crypto.createPrivateKey({ key: locked, passphrase: 'secret' }).export({ format: 'jwk' }).d, privateKey.export({ format: 'jwk' }).d);
  // As `openssl pkcs8 -topk8 -v2 aes-256-cbc` writes it.
  const pem = [
    '-----BEGIN ENCRYPTED PRIVATE KEY-----',
    'MIGbMFcGCSqGSIb3DQEFDTBKMCkGCSqGSIb3DQEFDDAcBAg/HwErjS1TKAICCAAw',
    'DAYIKoZIhvcNAgkFADAdBglghkgBZQMEASoEEEwtgffZOnwNoFCx8unNinAEQI/r',
    'JkHDsdxHR2x3KnJsAPopdrIx4s30q5c+Z2t6VeA5WKJ0JLtTZ0sXLz2hYM1PsCt1',
    'wxKh5pRXyO2X5YsSsDw=',
    '-----END ENCRYPTED PRIVATE KEY-----',
  ];
  assert.equal(crypto.createPrivateKey({ key: pem.join('\n'), passphrase: 'secret' }).export({ format: 'jwk' }).d, '10Ygt3UkxLKXe2cpbDbmV7ZFlIdV0PIbU49nQ-8xF6o');
  assert.throws(() => crypto.createPrivateKey({ key: locked, passphrase: 'other' }), 'Error', 'Failed to parse private key');
}
