export default async function (assert) {
  const pair = new WebSocketPair();
  const message = 'You must call one of accept() or state.acceptWebSocket() on this WebSocket before sending messages.';
  assert.throws(() => pair[0].send('x'), 'TypeError', message);
  assert.throws(() => pair[0].close(), 'TypeError', message);
}
