export default async function (assert) {
  const response = await fetch('data:text/plain;base64,aGVsbG8=');
  assert.equal(response.status, 200);
  assert.equal(response.headers.get('content-type'), 'text/plain');
  assert.equal(await response.text(), 'hello');
}
