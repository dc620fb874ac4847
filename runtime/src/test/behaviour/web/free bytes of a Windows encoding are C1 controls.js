export default async function (assert) {
  assert.equal(new TextDecoder('windows-1250').decode(new Uint8Array([0x81])), '\u0081');
  assert.equal(new TextDecoder('windows-1251').decode(new Uint8Array([0x98])), '\u0098');
  assert.equal(new TextDecoder('windows-1252').decode(new Uint8Array([0x81])), '\u0081');
  assert.equal(new TextDecoder('windows-1252').decode(new Uint8Array([0x9d])), '\u009d');
  assert.equal(new TextDecoder('windows-1253').decode(new Uint8Array([0x88])), '\u0088');
  assert.equal(new TextDecoder('windows-1254').decode(new Uint8Array([0x8d])), '\u008d');
  assert.equal(new TextDecoder('windows-1255').decode(new Uint8Array([0x8a])), '\u008a');
  assert.equal(new TextDecoder('windows-1257').decode(new Uint8Array([0x83])), '\u0083');
  assert.equal(new TextDecoder('windows-1258').decode(new Uint8Array([0x9a])), '\u009a');
  assert.equal(new TextDecoder('windows-874').decode(new Uint8Array([0x81])), '\u0081');
  assert.throws(() => new TextDecoder('windows-874', { fatal: true }).decode(new Uint8Array([0xdb])), 'TypeError');
}
