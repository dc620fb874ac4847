export default async function (assert) {
  const response = Response.error();
  assert.equal(response.type, 'error');
  assert.equal(response.status, 0);
}
