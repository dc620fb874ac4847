import zlib, { gzipSync, gunzipSync, gzip, gunzip, createGzip, createGunzip } from 'node:zlib';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { promisify } from 'node:util';

export async function behaviour(assert) {
  const text = 'compress me '.repeat(1000);
  const packed = gzipSync(text);
  assert.equal(packed.length < 200, true);
  assert.deepEqual([...packed.subarray(0, 4)], [0x1f, 0x8b, 8, 0]);
  assert.equal(gunzipSync(packed).toString(), text);
  assert.equal((await promisify(gunzip)(await promisify(gzip)(text))).toString(), text);
  const streamed = await buffer(Readable.from([Buffer.from(text)]).pipe(createGzip()).pipe(createGunzip()));
  assert.equal(streamed.toString(), text);
  assert.equal(zlib.unzipSync(packed).toString(), text);
  assert.equal(await new Response(new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'))).text(), text);
}
