import crypto from 'node:crypto';
import { Buffer } from 'node:buffer';

export async function behaviour(assert) {
  const ctr = crypto.createCipheriv('aes-128-ctr', Buffer.alloc(16), Buffer.alloc(16));
  assert.deepEqual([ctr.update('hello', 'utf8', 'hex'), ctr.update('hello', 'utf8', 'hex'), ctr.final('hex')], ['0e8c27b880', 'e24957e423', '']);
  const gcm = crypto.createCipheriv('aes-256-gcm', Buffer.alloc(32), Buffer.alloc(12));
  gcm.setAAD(Buffer.from('aad'));
  assert.equal(gcm.update('hello', 'utf8', 'base64'), 'psIsUSI=');
  assert.equal(gcm.final('base64'), '');
  assert.equal(gcm.getAuthTag().toString('hex'), '5101c2756c5c8f3dbe626c18021c5f4e');
  const wide = crypto.createCipheriv('aes-128-gcm', Buffer.alloc(16), Buffer.alloc(16));
  assert.deepEqual([wide.update('hello', 'utf8', 'hex'), wide.update('hello', 'utf8', 'hex'), wide.final('hex')], ['cbd747e826', 'c7cad0baaf', '']);
  assert.equal(wide.getAuthTag().toString('hex'), '41c4aa4456747369b34a2820b340caa5');
  const chacha = crypto.createCipheriv('chacha20-poly1305', Buffer.alloc(32), Buffer.alloc(12));
  assert.equal(chacha.update('hello', 'utf8', 'hex') + chacha.final('hex'), 'f7628bd23a');
  assert.equal(chacha.getAuthTag().toString('hex'), 'dce962340b6fd6a0a4d1fe736f29456f');
}
