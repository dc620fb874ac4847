export default async function (assert) {
  const pattern = new URLPattern({ pathname: '/files{/:part}*.:ext(png|jpe?g)' });
  assert.equal(pattern.test('https://a.com/files/a/b/c.png'), true);
  assert.equal(pattern.test('https://a.com/files.jpeg'), true);
  assert.equal(pattern.test('https://a.com/files/a.gif'), false);
  assert.equal(pattern.exec('https://a.com/files/a/b.jpg').pathname.groups.part, 'a/b');
}
