import crypto from 'node:crypto';

export async function behaviour(assert) {
  assert.equal(crypto.generatePrimeSync(32).byteLength, 4);
  const prime = crypto.generatePrimeSync(32, { bigint: true, safe: true });
  assert(crypto.checkPrimeSync(prime) && crypto.checkPrimeSync((prime - 1n) / 2n));
  assert.equal(crypto.checkPrimeSync(7n), true);
  assert.equal(crypto.checkPrimeSync(8n), false);
  const rest = crypto.generatePrimeSync(32, { bigint: true, add: 12n, rem: 11n });
  assert.equal(rest % 12n, 11n);
  assert.throws(() => crypto.generatePrimeSync(32, { add: 12n, rem: 5n }), 'RangeError', 'Invalid values for add and rem');
}
