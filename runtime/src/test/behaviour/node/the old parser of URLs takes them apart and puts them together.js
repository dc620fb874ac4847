import url from 'node:url';

export async function behaviour(assert) {
  const parsed = url.parse('http://user:pass@host.com:8080/p/a/t/h?query=string#hash', true);
  assert.equal(parsed.host, 'host.com:8080');
  assert.equal(parsed.auth, 'user:pass');
  assert.equal(parsed.query.query, 'string');
  assert.equal(parsed.pathname, '/p/a/t/h');
  assert.equal(url.format({ protocol: 'https', hostname: 'x.y', pathname: '/a', query: { b: 1 } }), 'https://x.y/a?b=1');
  assert.equal(url.resolve('http://example.com/one/two', '../three'), 'http://example.com/three');
  assert.equal(url.format(new URL('https://a:b@x.y/p?q#h'), { auth: false, fragment: false, search: false }), 'https://x.y/p');
  assert.equal(url.URL, URL);
}
