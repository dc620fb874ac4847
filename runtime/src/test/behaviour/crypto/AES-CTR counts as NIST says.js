const hex = (string) => Uint8Array.fromHex(string);
const toHex = (bytes) => new Uint8Array(bytes).toHex();

export default async function (assert) {
  // SP 800-38A, F.5.1.
  const { subtle } = crypto;
  const key = await subtle.importKey('raw', hex('2b7e151628aed2a6abf7158809cf4f3c'), 'AES-CTR', false, ['encrypt', 'decrypt']);
  const algorithm = { name: 'AES-CTR', counter: hex('f0f1f2f3f4f5f6f7f8f9fafbfcfdfeff'), length: 64 };
  const plain = '6bc1bee22e409f96e93d7e117393172aae2d8a571e03ac9c9eb76fac45af8e51';
  const sealed = '874d6191b620e3261bef6864990db6ce9806f66b7970fdff8617187bb9fffdff';
  assert.equal(toHex(await subtle.encrypt(algorithm, key, hex(plain))), sealed);
  assert.equal(toHex(await subtle.decrypt(algorithm, key, hex(sealed))), plain);
}
