const text = (string) => new TextEncoder().encode(string);

export default async function (assert) {
  const { subtle } = crypto;
  const hmac = { name: 'HMAC', hash: 'SHA-256' };
  const cases = [
    [['foo', text('a'), hmac, false, ['sign']], 'NotSupportedError', 'Unrecognized key import format "foo".'],
    [['raw', { kty: 'oct' }, hmac, false, ['sign']], 'TypeError', 'Import data provided for buffer-based import formats must be a buffer source.'],
    [['raw', 'abc', hmac, false, ['sign']], 'TypeError', "Failed to execute 'importKey' on 'SubtleCrypto': parameter 2 is not of type 'BufferSource or JsonWebKey'."],
    [['jwk', text('a'), hmac, false, ['sign']], 'TypeError', 'Import data provided for "jwk" import format must be a JsonWebKey.'],
    [['raw', text('a'), { name: 'HMAC' }, false, ['sign']], 'TypeError', 'Missing field "hash" in "algorithm".'],
    [['raw', text('a'), hmac, false, ['encrypt']], 'SyntaxError', 'Attempt to import secret HMAC key with invalid usage "encrypt".'],
    [['raw', text('a'), hmac, false, []], 'SyntaxError', 'Secret/private CryptoKeys must have at least one usage.'],
    [['raw', text('a'), hmac, false, 'sign'], 'TypeError', "Failed to execute 'importKey' on 'SubtleCrypto': parameter 5 is not of type 'Array'."],
    [['raw', text('a'), 'NOPE', false, ['sign']], 'NotSupportedError', 'Unrecognized key import algorithm "NOPE" requested.'],
  ];
  for (const [args, name, message] of cases) await assert.rejects(subtle.importKey(...args), name, message);
}
