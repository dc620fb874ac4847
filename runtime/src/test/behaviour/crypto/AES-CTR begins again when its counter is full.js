const toHex = (bytes) => new Uint8Array(bytes).toHex();

export default async function (assert) {
  const { subtle } = crypto;
  const key = await subtle.importKey('raw', new Uint8Array(16), 'AES-CTR', false, ['encrypt']);
  const counter = new Uint8Array(16).fill(255);
  const sealed = await subtle.encrypt({ name: 'AES-CTR', counter, length: 5 }, key, new Uint8Array(33));
  assert.equal(toHex(sealed), '3f5b8cc9ea855a0afa7347d23e8d664e8568261797de176bf0b43becc6285afb19');
  await assert.rejects(subtle.encrypt({ name: 'AES-CTR', counter, length: 1 }, key, new Uint8Array(33)), 'OperationError', 'Counter block values will repeat.');
  await assert.rejects(subtle.encrypt({ name: 'AES-CTR', counter, length: 129 }, key, new Uint8Array(1)), 'OperationError', 'Invalid counter of 129 bits length provided.');
  await assert.rejects(subtle.encrypt({ name: 'AES-CTR', counter }, key, new Uint8Array(1)), 'TypeError', 'Missing "length" member in "algorithm".');
  await assert.rejects(subtle.encrypt({ name: 'AES-CTR', counter: new Uint8Array(2), length: 5 }, key, new Uint8Array(1)), 'OperationError', 'Counter must have length of 16 bytes (provided 2).');
}
