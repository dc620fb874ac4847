export default async function (assert) {
  const response = await fetch('data:,hello');
  assert(response.headers.get('content-type').startsWith('text/plain'));
  assert.equal(await response.text(), 'hello');
}
