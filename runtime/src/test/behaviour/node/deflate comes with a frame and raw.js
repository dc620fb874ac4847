import * as zlib from 'node:zlib';

export async function behaviour(assert) {
  const bytes = Buffer.from('abc'.repeat(50));
  assert.equal(zlib.deflateSync(bytes).toString('hex').slice(0, 4), '789c');
  assert.equal(zlib.inflateSync(zlib.deflateSync(bytes)).equals(bytes), true);
  assert.equal(zlib.inflateRawSync(zlib.deflateRawSync(bytes)).equals(bytes), true);
  assert.equal(zlib.deflateSync(bytes, { level: 0 }).length > bytes.length, true);
  assert.equal(zlib.unzipSync(zlib.deflateSync(bytes)).equals(bytes), true);
  const dictionary = Buffer.from('abcabc');
  const packed = zlib.deflateSync(bytes, { dictionary });
  assert.equal(zlib.inflateSync(packed, { dictionary }).equals(bytes), true);
}
