export default async function (assert) {
  const params = new URLSearchParams('?a=1&b=2&a=3&c');
  assert.deepEqual(params.getAll('a'), ['1', '3']);
  assert.equal(params.get('c'), '');
  assert.equal(params.get('d'), null);
  assert.equal(params.has('a', '3'), true);
  assert.equal(params.size, 4);
  params.set('a', '9');
  params.sort();
  assert.equal(params.toString(), 'a=9&b=2&c=');
  params.delete('b', 'x');
  assert.equal(params.has('b'), true);
  assert.deepEqual([...new URLSearchParams({ x: '1', y: '2' })], [['x', '1'], ['y', '2']]);
  assert.deepEqual([...new URLSearchParams([['x', '1']]).keys()], ['x']);
  assert.equal(new URLSearchParams({ k: "!'()~*-._ é" }).toString(), 'k=%21%27%28%29%7E*-._+%C3%A9');
  assert.equal(new URLSearchParams('a=%zz&b=%ff').get('a'), '%zz');
  assert.equal(new URLSearchParams('b=%ff').get('b'), '\ufffd');
}
