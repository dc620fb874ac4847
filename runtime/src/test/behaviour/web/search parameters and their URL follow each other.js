export default async function (assert) {
  const url = new URL('http://a/?x=1&y=2');
  const params = url.searchParams;
  params.append('z', 'a b&c');
  assert.equal(url.search, '?x=1&y=2&z=a+b%26c');
  params.delete('x');
  params.delete('y');
  params.delete('z');
  assert.equal(url.href, 'http://a/');
  url.search = '?q=%C3%A9+1';
  assert.equal(params.get('q'), 'é 1');
  assert.equal(url.searchParams, params);
}
