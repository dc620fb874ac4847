const text = (string) => new TextEncoder().encode(string);

export default async function (assert) {
  const { subtle } = crypto;
  const key = await subtle.importKey('raw', text('abc'), { name: 'HMAC', hash: 'SHA-256' }, false, ['verify']);
  await assert.rejects(subtle.sign('HMAC', key, text('a')), 'InvalidAccessError', 'Requested key usage "sign" does not match any usage listed in this CryptoKey.');
  await assert.rejects(subtle.verify('RSA-PSS', key, text('a'), text('a')), 'InvalidAccessError', 'Requested algorithm "RSA-PSS" does not match this CryptoKey\'s algorithm "HMAC".');
  await assert.rejects(subtle.encrypt('HMAC', key, text('a')), 'InvalidAccessError', 'Requested key usage "encrypt" does not match any usage listed in this CryptoKey.');
  await assert.rejects(subtle.exportKey('raw', key), 'InvalidAccessError', 'Attempt to export non-extractable HMAC key.');
  await assert.rejects(subtle.sign('HMAC', {}, text('a')), 'TypeError', "Failed to execute 'sign' on 'SubtleCrypto': parameter 2 is not of type 'CryptoKey'.");
}
