export default async function (assert) {
  const one = 'WebSocket Constructor: The protocol header token is invalid.';
  assert.throws(() => new WebSocket('ws://example.com/', 'a b'), 'SyntaxError', one);
  const many = 'WebSocket Constructor: One of the protocol header tokens is invalid.';
  assert.throws(() => new WebSocket('ws://example.com/', ['a', '']), 'SyntaxError', many);
}
