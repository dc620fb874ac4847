export default async function (assert) {
  const parts = ({ protocol, username, password, hostname, port, pathname, search, hash, hasRegExpGroups }) => [
    protocol, username, password, hostname, port, pathname, search, hash, hasRegExpGroups,
  ];
  assert.deepEqual(parts(new URLPattern()), ['*', '*', '*', '*', '*', '*', '*', '*', false]);
  assert.deepEqual(parts(new URLPattern('/a', 'http://x')), ['http', '*', '*', 'x', '', '/a', '*', '*', false]);
  assert.deepEqual(parts(new URLPattern({ pathname: '/:a(\\d+)' })), ['*', '*', '*', '*', '*', '/:a(\\d+)', '*', '*', true]);
}
