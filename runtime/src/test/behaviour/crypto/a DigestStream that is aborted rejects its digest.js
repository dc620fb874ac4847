export default async function (assert) {
  const stream = new crypto.DigestStream('SHA-256');
  await stream.abort(new RangeError('enough'));
  await assert.rejects(stream.digest, 'RangeError', 'enough');
  const other = new crypto.DigestStream('SHA-256');
  other.digest.catch(() => {});
  await assert.rejects(other.getWriter().write(5), 'TypeError', 'DigestStream is a byte stream but received an object of non-ArrayBuffer/ArrayBufferView/string type on its writable side.');
  assert.throws(() => new crypto.DigestStream('foo'), 'NotSupportedError', 'Unrecognized or unimplemented digest algorithm requested.');
  assert.throws(() => new crypto.DigestStream(), 'TypeError', "Failed to construct 'DigestStream': constructor parameter 1 is not of type 'string or HashAlgorithm'.");
}
