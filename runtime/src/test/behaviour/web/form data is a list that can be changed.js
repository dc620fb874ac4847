export default async function (assert) {
  const form = new FormData();
  form.set('a', 1);
  form.append('b', 'x');
  form.append('a', 2);
  form.set('a', 3);
  assert.deepEqual([...form.entries()], [['a', '3'], ['b', 'x']]);
  form.delete('b');
  assert.equal(form.has('b'), false);
  assert.equal(form.get('b'), null);
  form.append('c', new Blob(['x']));
  assert.equal(form.get('c').name, 'c');
}
