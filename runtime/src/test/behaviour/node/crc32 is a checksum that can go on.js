import { crc32 } from 'node:zlib';

export async function behaviour(assert) {
  assert.equal(crc32('hello world'), 0x0d4a1185);
  assert.equal(crc32('world', crc32('hello ')), 0x0d4a1185);
  assert.equal(crc32(Buffer.alloc(0)), 0);
}
