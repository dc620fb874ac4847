export default async function (assert) {
  const message = 'WebSocket Constructor: The url scheme must be ws or wss.';
  assert.throws(() => new WebSocket('ftp://example.com/'), 'SyntaxError', message);
}
