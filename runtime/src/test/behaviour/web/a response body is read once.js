export default async function (assert) {
  const response = new Response('abc');
  assert.equal(response.bodyUsed, false);
  assert.equal(await response.text(), 'abc');
  assert.equal(response.bodyUsed, true);
  await assert.rejects(
    response.text(),
    'TypeError',
    'Body has already been used. It can only be used once. Use tee() first if you need to read it twice.'
  );
}
