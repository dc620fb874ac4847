export default async function (assert) {
  const { subtle } = crypto;
  await assert.rejects(subtle.generateKey('FOO', true, ['sign']), 'NotSupportedError', 'Unrecognized key generation algorithm "FOO" requested.');
  await assert.rejects(subtle.generateKey({}, true, ['sign']), 'NotSupportedError', 'Unrecognized key generation algorithm "undefined" requested.');
  await assert.rejects(subtle.generateKey('PBKDF2', true, ['deriveBits']), 'NotSupportedError', 'Unrecognized key generation algorithm "PBKDF2" requested.');
}
