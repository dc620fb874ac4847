import crypto from 'node:crypto';
import { Buffer } from 'node:buffer';

export async function behaviour(assert) {
  assert.equal(crypto.timingSafeEqual(Buffer.from('ab'), Buffer.from('ab')), true);
  assert.equal(crypto.timingSafeEqual(Buffer.from('ab'), Buffer.from('ac')), false);
  assert.throws(() => crypto.timingSafeEqual(Buffer.from('a'), Buffer.from('ab')), 'TypeError', 'Input buffers must have the same byte length.');
}
