export default async function (assert) {
  const [a, b] = new Response('xyz').body.tee();
  assert.equal(await new Response(a).text(), 'xyz');
  assert.equal(await new Response(b).text(), 'xyz');
}
