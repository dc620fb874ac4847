export default async function (assert) {
  const message = 'WebSocket Constructor: The protocols header cannot have repeating values.';
  assert.throws(() => new WebSocket('ws://example.com/', ['a', 'a']), 'SyntaxError', message);
}
