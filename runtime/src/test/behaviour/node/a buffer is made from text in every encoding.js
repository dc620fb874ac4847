import { Buffer } from 'node:buffer';

export async function behaviour(assert) {
  assert.deepEqual([...Buffer.from('héß€😀')], [...new TextEncoder().encode('héß€😀')]);
  assert.equal(Buffer.from('48656c6c6f', 'hex').toString(), 'Hello');
  assert.equal(Buffer.from('48656zz', 'hex').length, 2);
  assert.equal(Buffer.from('SGVsbG8=', 'base64').toString(), 'Hello');
  assert.equal(Buffer.from('SGV sbG8', 'base64').toString(), 'Hello');
  assert.equal(Buffer.from('_-8', 'base64url').toString('hex'), 'ffef');
  assert.deepEqual([...Buffer.from('é', 'latin1')], [0xe9]);
  assert.deepEqual([...Buffer.from('h€', 'utf16le')], [0x68, 0, 0xac, 0x20]);
  assert.throws(() => Buffer.from('x', 'klingon'), 'TypeError', 'Unknown encoding: klingon');
}
