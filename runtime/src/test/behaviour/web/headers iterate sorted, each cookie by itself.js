export default async function (assert) {
  const headers = new Headers([['Zeta', '1'], ['Set-Cookie', 'a=1'], ['alpha', '2'], ['set-cookie', 'b=2']]);
  assert.deepEqual([...headers], [['alpha', '2'], ['set-cookie', 'a=1'], ['set-cookie', 'b=2'], ['zeta', '1']]);
  assert.deepEqual(headers.getSetCookie(), ['a=1', 'b=2']);
  assert.equal(headers.get('set-cookie'), 'a=1, b=2');
  assert.deepEqual([...headers.keys()], ['alpha', 'set-cookie', 'set-cookie', 'zeta']);
}
