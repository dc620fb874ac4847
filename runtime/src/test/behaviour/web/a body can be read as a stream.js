export default async function (assert) {
  const chunks = [];
  for await (const chunk of new Response('abc').body) chunks.push(...chunk);
  assert.deepEqual(chunks, [97, 98, 99]);
  assert.equal(new Response(null).body, null);
  const response = new Response('abc');
  const reader = response.body.getReader();
  await reader.read();
  assert.equal(response.bodyUsed, true);
  await assert.rejects(response.text(), 'TypeError');
}
