export default async function (assert) {
  new Response('x', { encodeBody: 'manual' });
  new Response('x', { encodeBody: 'automatic' });
  assert.throws(
    () => new Response('x', { encodeBody: 'later' }),
    'TypeError',
    'encodeBody: unexpected value: later'
  );
}
