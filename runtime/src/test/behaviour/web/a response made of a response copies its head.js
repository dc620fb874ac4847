export default async function (assert) {
  const first = new Response('a', { status: 404, statusText: 'Gone Fishing', headers: { a: 'b' } });
  const second = new Response('c', first);
  assert.equal(second.status, 404);
  assert.equal(second.statusText, 'Gone Fishing');
  assert.equal(second.headers.get('a'), 'b');
  second.headers.set('a', 'c');
  assert.equal(first.headers.get('a'), 'b');
  assert.equal(await second.text(), 'c');
}
