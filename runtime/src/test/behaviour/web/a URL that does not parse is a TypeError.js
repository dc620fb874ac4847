export default async function (assert) {
  for (const bad of ['', 'nope', 'http://', 'http://a b/', 'http://[1::2::3]/', 'http://a:99999/', 'https://%00/', 'http://1.2.3.256/']) {
    assert.throws(() => new URL(bad), 'TypeError', 'Invalid URL string.');
    assert.equal(URL.canParse(bad), false);
    assert.equal(URL.parse(bad), null);
  }
  assert.equal(URL.canParse('/x', 'http://a'), true);
  assert.equal(URL.parse('/x', 'http://a').href, 'http://a/x');
}
