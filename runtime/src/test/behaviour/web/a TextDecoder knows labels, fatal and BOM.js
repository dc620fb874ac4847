export default async function (assert) {
  assert.equal(new TextDecoder().encoding, 'utf-8');
  assert.equal(new TextDecoder('UTF8 ').encoding, 'utf-8');
  assert.equal(new TextDecoder('latin1').encoding, 'windows-1252');
  assert.equal(new TextDecoder('latin1').decode(new Uint8Array([0x80, 0xe9])), '€é');
  assert.equal(new TextDecoder('utf-16le').decode(new Uint8Array([0x61, 0])), 'a');
  assert.equal(new TextDecoder('shift_jis').decode(new Uint8Array([0x82, 0xa0])), 'あ');
  assert.throws(() => new TextDecoder('utf-8', { fatal: true }).decode(new Uint8Array([0xff])), 'TypeError');
  assert.equal(new TextDecoder().decode(new Uint8Array([0xff])), '\ufffd');
  assert.equal(new TextDecoder('utf-8', { ignoreBOM: true }).decode(new Uint8Array([0xef, 0xbb, 0xbf])), '\ufeff');
  assert.throws(() => new TextDecoder('nonsense'), 'RangeError');
}
