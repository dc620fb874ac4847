export default async function (assert) {
  const init = { status: 201, statusText: 'Made', headers: { 'x-a': 'b' } };
  const original = new Response('<p></p>', init);
  const response = new HTMLRewriter().on('p', { element: (element) => { element.append('x'); } }).transform(original);
  assert.deepEqual([response.status, response.statusText, response.headers.get('x-a')], [201, 'Made', 'b']);
  assert.equal(original.bodyUsed, true);
  assert.equal(await response.text(), '<p>x</p>');
  const empty = new Response(null);
  assert.equal(new HTMLRewriter().transform(empty), empty);
}
