import crypto from 'node:crypto';
import { Buffer } from 'node:buffer';

export async function behaviour(assert) {
  const [key, iv] = [Buffer.alloc(32, 1), Buffer.alloc(12, 2)];
  for (const name of ['aes-256-gcm', 'chacha20-poly1305']) {
    const cipher = crypto.createCipheriv(name, key, iv).setAAD(Buffer.from('more'));
    const sealed = Buffer.concat([cipher.update('a secret of some length', 'utf8'), cipher.final()]);
    const tag = cipher.getAuthTag();
    const decipher = crypto.createDecipheriv(name, key, iv).setAAD(Buffer.from('more')).setAuthTag(tag);
    assert.equal(decipher.update(sealed, undefined, 'utf8') + decipher.final('utf8'), 'a secret of some length');
  }
  const forged = crypto.createDecipheriv('aes-256-gcm', key, iv).setAuthTag(Buffer.alloc(16));
  forged.update(Buffer.alloc(5));
  assert.throws(() => forged.final(), 'Error', 'Authentication failed');
  assert.throws(() => crypto.createDecipheriv('aes-256-gcm', key, iv).setAuthTag(Buffer.alloc(3)), 'Error', 'Invalid authentication tag length');
  assert.throws(() => crypto.createDecipheriv('aes-256-cbc', key, Buffer.alloc(16)).setAuthTag(Buffer.alloc(16)), 'Error', 'Cipher does not support authenticated mode');
  assert.throws(() => crypto.createCipheriv('aes-256-gcm', key, iv).getAuthTag(), 'Error', 'Auth tag is only available once cipher context has been finalized');
  const wrong = crypto.createDecipheriv('aes-256-cbc', key, Buffer.alloc(16));
  wrong.update(Buffer.alloc(16));
  assert.throws(() => wrong.final(), 'Error', 'Authentication failed');
}
