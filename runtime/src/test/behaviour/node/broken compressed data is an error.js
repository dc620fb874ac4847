import * as zlib from 'node:zlib';

export async function behaviour(assert) {
  assert.throws(() => zlib.gunzipSync(Buffer.from('no gzip at all')), 'Error', 'incorrect header check');
  assert.throws(() => zlib.inflateSync(Buffer.from('no zlib at all')), 'Error', 'incorrect header check');
  const packed = zlib.gzipSync('a text that is long enough to be cut');
  assert.throws(() => zlib.gunzipSync(packed.subarray(0, -6)), 'Error', 'unexpected end of file');
  const error = await new Promise((resolve) => zlib.gunzip(Buffer.from('no gzip'), resolve));
  assert.equal(error.message, 'incorrect header check');
}
