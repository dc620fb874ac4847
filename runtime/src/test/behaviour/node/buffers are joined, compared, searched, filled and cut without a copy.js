import { Buffer } from 'node:buffer';

export async function behaviour(assert) {
  const joined = Buffer.concat([Buffer.from('ab'), new Uint8Array([99]), Buffer.from('def')]);
  assert.equal(joined.toString(), 'abcdef');
  assert.equal(Buffer.concat([joined, joined], 8).toString(), 'abcdefab');
  assert.equal(Buffer.compare(Buffer.from('a'), Buffer.from('b')), -1);
  assert.equal(joined.equals(Buffer.from('abcdef')), true);
  assert.equal(joined.indexOf('cd'), 2);
  assert.equal(joined.lastIndexOf(Buffer.from('b')), 1);
  assert.equal(joined.indexOf(0x66), 5);
  assert.equal(joined.includes('x'), false);
  assert.equal(Buffer.alloc(5, 'ab').toString(), 'ababa');
  const part = joined.subarray(1, 3);
  part[0] = 88;
  assert.equal(joined.toString(), 'aXcdef');
  assert.equal(part instanceof Buffer, true);
  assert.equal(joined.slice(-2).toString(), 'ef');
  assert.equal(joined.copy(joined, 4, 0, 2), 2);
  assert.equal(joined.toString(), 'aXcdaX');
}
