import crypto from 'node:crypto';

export async function behaviour(assert) {
  // Section 12; the third set is Node.js's defaults.
  const derived = 'fdbabe1c9d3472007856e7190d01e9fe7c6ad7cbc8237830e77376634b3731622eaf30d92e22a3886ff109279d9830dac727afb94a83ee6d8360cbdfa2cc0640';
  assert.equal(crypto.scryptSync('password', 'NaCl', 64, { N: 1024, r: 8, p: 16 }).toString('hex'), derived);
  const key = await new Promise((resolve, reject) =>
    crypto.scrypt('pleaseletmein', 'SodiumChloride', 64, { cost: 16384, blockSize: 8, parallelization: 1 }, (error, bytes) => (error ? reject(error) : resolve(bytes)))
  );
  assert.equal(key.toString('hex'), '7023bdcb3afd7348461c06cd81fd38ebfda8fbba904f8e3ea9b543f6545da1f2d5432955613f0fcf62d49705242a9af9e61e85dc0d651e40dfcf017b45575887');
  assert.throws(() => crypto.scryptSync('p', 's', 16, { N: 3 }), 'Error', 'Scrypt failed');
  assert.throws(() => crypto.scryptSync('p', 's', 16, { N: 1 << 16 }), 'Error', 'Scrypt failed');
}
