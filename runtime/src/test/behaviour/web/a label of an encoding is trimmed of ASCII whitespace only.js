export default async function (assert) {
  assert.equal(new TextDecoder('\t\n\f\r latin1 \r\f\n\t').encoding, 'windows-1252');
  for (const other of ['\u00a0', '\u000b', '\u2028', '\ufeff']) {
    assert.throws(() => new TextDecoder(`latin1${other}`), 'RangeError');
    assert.throws(() => new TextDecoder(`${other}latin1`), 'RangeError');
  }
}
