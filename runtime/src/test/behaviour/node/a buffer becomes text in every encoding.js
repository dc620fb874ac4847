import { Buffer } from 'node:buffer';

export async function behaviour(assert) {
  const bytes = Buffer.from([0xff, 0xef, 0x41, 0x80]);
  assert.equal(bytes.toString('hex'), 'ffef4180');
  assert.equal(bytes.toString('base64'), '/+9BgA==');
  assert.equal(bytes.toString('base64url'), '_-9BgA');
  assert.equal(bytes.toString('latin1'), '\u00ff\u00efA\u0080');
  assert.equal(bytes.toString('ascii'), '\u007foA\u0000');
  assert.equal(bytes.toString(), '\ufffd\ufffdA\ufffd');
  assert.equal(Buffer.from('a€b').toString('utf8', 1, 4), '€');
  assert.equal(Buffer.from('\ufeffBOM').toString(), '\ufeffBOM');
  assert.equal(JSON.stringify(Buffer.from('hi')), '{"type":"Buffer","data":[104,105]}');
}
