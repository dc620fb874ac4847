import { Buffer, isUtf8, isAscii, transcode } from 'node:buffer';

export async function behaviour(assert) {
  const bytes = Buffer.from('platform');
  assert.equal(bytes instanceof Uint8Array, true);
  assert.equal(await new Response(bytes).text(), 'platform');
  assert.equal(new TextDecoder().decode(bytes.subarray(0, 4)), 'plat');
  assert.equal(bytes.map((b) => b + 1) instanceof Buffer, true);
  assert.equal(structuredClone(bytes) instanceof Uint8Array, true);
  assert.equal(isUtf8(Buffer.from([0xff])), false);
  assert.equal(isAscii(bytes), true);
  assert.equal(transcode(Buffer.from('é'), 'utf8', 'latin1').toString('hex'), 'e9');
}
