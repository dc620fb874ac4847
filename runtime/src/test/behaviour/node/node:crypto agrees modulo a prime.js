import crypto from 'node:crypto';

export async function behaviour(assert) {
  const [a, b] = [crypto.getDiffieHellman('modp14'), crypto.getDiffieHellman('modp14')];
  a.generateKeys();
  b.generateKeys();
  assert.equal(a.computeSecret(b.getPublicKey()).equals(b.computeSecret(a.getPublicKey())), true);
  const prime = a.getPrime('hex');
  assert.equal(prime.length, 512);
  assert(prime.startsWith('ffffffffffffffffc90fdaa22168c234c4c6628b80dc1cd129024e088a67cc74') && prime.endsWith('15728e5a8aacaa68ffffffffffffffff'));
  assert.equal(a.getGenerator('hex'), '02');
  assert.equal(a.verifyError, 8);
  const c = crypto.createDiffieHellman(a.getPrime(), 2);
  c.generateKeys();
  assert.equal(c.computeSecret(a.getPublicKey(), null, 'hex'), a.computeSecret(c.getPublicKey(), null, 'hex'));
  assert.throws(() => crypto.getDiffieHellman('modp5'), 'Error', 'Failed to init DiffieHellmanGroup: invalid group. Only groups {modp14, modp15, modp16, modp17, modp18} are supported.');
}
