export default async function (assert) {
  const reader = new Response('abcdef').body.getReader({ mode: 'byob' });
  const { value, done } = await reader.read(new Uint8Array(4));
  assert.equal(done, false);
  assert.equal(new TextDecoder().decode(value), 'abcd');
}
