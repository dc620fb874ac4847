const text = (string) => new TextEncoder().encode(string);

export default async function (assert) {
  const message = 'Unrecognized or unimplemented digest algorithm requested.';
  await assert.rejects(crypto.subtle.digest('SHA-3', text('a')), 'NotSupportedError', message);
  await assert.rejects(crypto.subtle.digest({}, text('a')), 'NotSupportedError', message);
  await assert.rejects(crypto.subtle.digest('SHA-256', 'a'), 'TypeError', "Failed to execute 'digest' on 'SubtleCrypto': parameter 2 is not of type 'BufferSource'.");
}
