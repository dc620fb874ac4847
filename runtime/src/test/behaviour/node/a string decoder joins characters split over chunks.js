import { StringDecoder } from 'node:string_decoder';

export async function behaviour(assert) {
  const decoder = new StringDecoder('utf8');
  const euro = Buffer.from('€');
  assert.equal(decoder.write(euro.subarray(0, 1)), '');
  assert.equal(decoder.write(euro.subarray(1)), '€');
  assert.equal(decoder.write(euro.subarray(0, 2)), '');
  assert.equal(decoder.end(), '\ufffd');
  const base64 = new StringDecoder('base64');
  assert.equal(base64.write(Buffer.from('a')) + base64.write(Buffer.from('bc')) + base64.end(), 'YWJj');
}
