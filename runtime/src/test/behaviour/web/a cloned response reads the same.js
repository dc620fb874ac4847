export default async function (assert) {
  const response = new Response('twice', { headers: { a: '1' } });
  const clone = response.clone();
  clone.headers.set('a', '2');
  assert.equal(await response.text(), 'twice');
  assert.equal(await clone.text(), 'twice');
  assert.equal(response.headers.get('a'), '1');
  assert.throws(() => response.clone(), 'TypeError');
}
