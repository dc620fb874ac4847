export default async function (assert) {
  const form = await new Response(new URLSearchParams({ a: '1 2', b: 'é' })).formData();
  assert.deepEqual([...form], [['a', '1 2'], ['b', 'é']]);
  await assert.rejects(new Response('x').formData(), 'TypeError');
}
