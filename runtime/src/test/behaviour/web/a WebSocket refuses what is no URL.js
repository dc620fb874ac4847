export default async function (assert) {
  assert.throws(() => new WebSocket('nothing'), 'SyntaxError', 'WebSocket Constructor: The url is invalid.');
}
