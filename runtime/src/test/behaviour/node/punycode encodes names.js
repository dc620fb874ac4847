import punycode from 'node:punycode';

export async function behaviour(assert) {
  assert.equal(punycode.encode('mañana'), 'maana-pta');
  assert.equal(punycode.decode('maana-pta'), 'mañana');
  assert.equal(punycode.toASCII('mañana.com'), 'xn--maana-pta.com');
  assert.equal(punycode.toUnicode('xn--maana-pta.com'), 'mañana.com');
}
