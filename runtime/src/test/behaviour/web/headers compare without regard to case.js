export default async function (assert) {
  const headers = new Headers({ 'X-One': '1' });
  assert.equal(headers.get('x-one'), '1');
  headers.append('x-ONE', '2');
  assert.equal(headers.get('X-One'), '1, 2');
  headers.set('X-one', '3');
  assert.deepEqual([...headers], [['x-one', '3']]);
}
