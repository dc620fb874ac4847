export default async function (assert) {
  const key = await crypto.subtle.importKey('raw', new Uint8Array(4), 'PBKDF2', false, ['deriveBits']);
  const algorithm = { name: 'PBKDF2', hash: 'SHA-256', salt: new Uint8Array(8), iterations: 100001 };
  const message = 'Pbkdf2 failed: iteration counts above 100000 are not supported (requested 100001).';
  await assert.rejects(crypto.subtle.deriveBits(algorithm, key, 256), 'NotSupportedError', message);
}
