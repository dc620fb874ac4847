import * as zlib from 'node:zlib';
import { promisify } from 'node:util';

export async function behaviour(assert) {
  const text = 'brotli '.repeat(500);
  const packed = zlib.brotliCompressSync(text);
  assert.equal(packed.length < 100, true);
  assert.equal(zlib.brotliDecompressSync(packed).toString(), text);
  assert.equal(zlib.brotliDecompressSync(Buffer.from('CwWAaGVsbG8gd29ybGQD', 'base64')).toString(), 'hello world');
  const quick = await promisify(zlib.brotliCompress)(text, { params: { [zlib.constants.BROTLI_PARAM_QUALITY]: 1 } });
  assert.equal((await promisify(zlib.brotliDecompress)(quick)).toString(), text);
}
