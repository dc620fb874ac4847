export default async function (assert) {
  const host = (text) => new URL(`http://${text}/`).host;
  for (const [given, expected] of Object.entries({
    'fa\u00df.de': 'xn--fa-hia.de',
    'B\u00fccher.example': 'xn--bcher-kva.example',
    '\u2603.net': 'xn--n3h.net',
    '\u65e5\u672c\u8a9e\u3002jp': 'xn--wgv71a119e.jp',
    '\uff41\uff42\uff43.com': 'abc.com',
    '\u{1f4a9}.la': 'xn--ls8h.la',
    'a_b.com': 'a_b.com',
    'XN--FA-HIA.de': 'xn--fa-hia.de',
    'a..b': 'a..b',
  })) {
    assert.deepEqual([given, host(given)], [given, expected]);
  }
  for (const given of ['a\u200db.com', '\u200c.com', '\u0378.com', 'a\ufffdb', 'a%2fb']) {
    assert.throws(() => host(given), 'TypeError', 'Invalid URL string.');
  }
}
