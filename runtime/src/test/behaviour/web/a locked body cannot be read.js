export default async function (assert) {
  const response = new Response('abc');
  response.body.getReader();
  await assert.rejects(response.text(), 'TypeError');
}
