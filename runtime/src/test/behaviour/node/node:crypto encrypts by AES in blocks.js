import crypto from 'node:crypto';
import { Buffer } from 'node:buffer';

export async function behaviour(assert) {
  const [key, iv] = [Buffer.alloc(32), Buffer.alloc(16)];
  const cipher = crypto.createCipheriv('aes-256-cbc', key, iv);
  assert.equal(cipher.update('hello', 'utf8', 'hex') + cipher.final('hex'), 'c235de24d239e03cc8e377c604fca67b');
  const ecb = crypto.createCipheriv('AES-256-ECB', key, null);
  assert.equal(ecb.update('hello', 'utf8', 'hex') + ecb.final('hex'), 'c235de24d239e03cc8e377c604fca67b');
  const triple = crypto.createCipheriv('des-ede3-cbc', Buffer.alloc(24), Buffer.alloc(8));
  assert.equal(triple.update('hello', 'utf8', 'hex') + triple.final('hex'), '5a2542ea615d4c2a');
  const decipher = crypto.createDecipheriv('aes-256-cbc', key, iv);
  assert.equal(decipher.update('c235de24d239e03cc8e377c604fca67b', 'hex', 'utf8') + decipher.final('utf8'), 'hello');
  assert.throws(() => decipher.final(), 'Error', 'Cipher/decipher context has already been finalized');
  const unpadded = crypto.createCipheriv('aes-256-cbc', key, iv).setAutoPadding(false);
  assert.equal(unpadded.update(Buffer.alloc(16)).length, 16);
  assert.equal(unpadded.final().length, 0);
}
