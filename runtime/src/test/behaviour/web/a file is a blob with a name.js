export default async function (assert) {
  const file = new File(['x'], 'a.txt', { type: 'text/plain', lastModified: 5 });
  assert(file instanceof Blob);
  assert.equal(file.name, 'a.txt');
  assert.equal(file.lastModified, 5);
  assert.equal(await file.text(), 'x');
}
