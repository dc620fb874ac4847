export default async function (assert) {
  assert.throws(
    () => new Response('x', { status: 204 }),
    'TypeError',
    'Response with null body status (101, 204, 205, or 304) cannot have a body.'
  );
  assert.equal(new Response('', { status: 204 }).body, null);
}
