export default async function (assert) {
  const message = 'WebSocket Constructor: The url fragment must be empty.';
  assert.throws(() => new WebSocket('ws://example.com/#x'), 'SyntaxError', message);
}
