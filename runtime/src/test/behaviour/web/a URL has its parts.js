export default async function (assert) {
  const url = new URL('https://user:pa%20ss@Example.COM:8080/a/./b/../c?q=1#h');
  assert.equal(url.href, 'https://user:pa%20ss@example.com:8080/a/c?q=1#h');
  assert.equal(url.origin, 'https://example.com:8080');
  assert.deepEqual(
    [url.protocol, url.username, url.password, url.host, url.hostname, url.port, url.pathname, url.search, url.hash],
    ['https:', 'user', 'pa%20ss', 'example.com:8080', 'example.com', '8080', '/a/c', '?q=1', '#h']
  );
  assert.equal(JSON.stringify({ url }), `{"url":"${url.href}"}`);
  assert.equal(`${url}`, url.href);
}
