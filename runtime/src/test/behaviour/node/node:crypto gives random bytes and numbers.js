import crypto from 'node:crypto';
import { Buffer } from 'node:buffer';

export async function behaviour(assert) {
  const bytes = crypto.randomBytes(16);
  assert(Buffer.isBuffer(bytes));
  assert.equal(bytes.length, 16);
  const later = await new Promise((resolve, reject) => crypto.randomBytes(8, (error, buffer) => (error ? reject(error) : resolve(buffer))));
  assert.equal(later.length, 8);
  assert.equal(crypto.randomInt(1), 0);
  assert.equal(crypto.randomInt(5, 6), 5);
  for (let i = 0; i < 50; i++) assert(crypto.randomInt(-3, 3) < 3);
  const filled = Buffer.alloc(8);
  crypto.randomFillSync(filled, 4);
  assert.equal(filled.subarray(0, 4).toString('hex'), '00000000');
  assert(/^[0-9a-f-]{36}$/.test(crypto.randomUUID()));
  assert.throws(() => crypto.randomBytes(-1), 'RangeError', 'The value of "size" is out of range. It must be >= 0 && <= 2147483647. Received -1');
  assert.throws(() => crypto.randomBytes('a'), 'TypeError', 'The "size" argument must be of type number. Received type string (\'a\')');
  assert.throws(() => crypto.randomInt(5, 5), 'RangeError', 'The value of "min" is out of range. It must be min < max. Received 5');
  assert.throws(() => crypto.randomInt(1.5), 'RangeError', 'The value of "max" is out of range. It must be an integer. Received 1.5');
  assert.throws(() => crypto.randomFillSync('a'), 'TypeError', 'The "buffer" argument must be an instance of TypedArray, DataView, ArrayBuffer, or SharedArrayBuffer. Received type string (\'a\')');
}
