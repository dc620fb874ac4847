import crypto from 'node:crypto';
import { Buffer } from 'node:buffer';

export async function behaviour(assert) {
  const derived = crypto.hkdfSync('sha256', Buffer.from('0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b', 'hex'), Buffer.from('000102030405060708090a0b0c', 'hex'), Buffer.from('f0f1f2f3f4f5f6f7f8f9', 'hex'), 42);
  assert(derived instanceof ArrayBuffer);
  assert.equal(Buffer.from(derived).toString('hex'), '3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865');
  assert.throws(() => crypto.hkdfSync('nope', 'k', 's', 'i', 8), 'TypeError', 'Invalid Hkdf digest: nope');
  assert.throws(() => crypto.hkdfSync('sha256', 'k', 's', 'i', 8192), 'RangeError', 'Invalid Hkdf key length');
}
