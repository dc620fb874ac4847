export default async function (assert) {
  for (const args of [['nope'], [{ pathname: '(' }], [3], [{ pathname: '/a' }, 'http://x']]) {
    assert.throws(() => new URLPattern(...args), 'TypeError', 'Failed to construct URLPattern');
  }
  assert.throws(() => new URLPattern({ pathname: '/b' }).test({ pathname: '/b' }, 'http://x'), 'TypeError', 'Failed to test URLPattern');
}
