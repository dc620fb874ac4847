export default async function (assert) {
  const { subtle } = crypto;
  const key = await subtle.importKey('raw', new Uint8Array(16), 'AES-KW', false, ['wrapKey', 'unwrapKey']);
  const unwrap = (bytes) => subtle.unwrapKey('raw', new Uint8Array(bytes), key, 'AES-KW', 'AES-GCM', true, ['encrypt']);
  await assert.rejects(unwrap(24), 'OperationError', 'AES-KW key unwrapping failed.');
  await assert.rejects(unwrap(16), 'OperationError', 'Provided a wrapped key to unwrap this is 128 bits that is less than the minimal length of 192 bits.');
  await assert.rejects(unwrap(17), 'OperationError', "Provided a wrapped key to unwrap that is 136 bits which isn't a multiple of 64 bits.");
  await assert.rejects(subtle.importKey('raw', new Uint8Array(16), 'AES-KW', false, ['encrypt']), 'SyntaxError', 'Attempt to import secret AES-KW key with invalid usage "encrypt".');
}
