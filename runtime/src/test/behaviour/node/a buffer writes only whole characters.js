import { Buffer } from 'node:buffer';

export async function behaviour(assert) {
  const buffer = Buffer.alloc(4);
  assert.equal(buffer.write('a€€'), 4);
  assert.equal(buffer.toString(), 'a€');
  assert.equal(buffer.write('zz', 3), 1);
  assert.equal(Buffer.byteLength('a€'), 4);
  assert.equal(Buffer.byteLength('SGVsbG8=', 'base64'), 5);
}
