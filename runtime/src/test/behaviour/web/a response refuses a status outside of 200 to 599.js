export default async function (assert) {
  const message = 'Responses may only be constructed with status codes in the range 200 to 599, inclusive.';
  assert.throws(() => new Response('', { status: 199 }), 'RangeError', message);
  assert.throws(() => new Response('', { status: 600 }), 'RangeError', message);
  assert.throws(() => new Response('', { status: 101 }), 'RangeError', message);
}
