export default async function (assert) {
  const socket = new WebSocket('ws://127.0.0.1:1/');
  socket.onerror = () => {};
  assert.throws(
    () => socket.accept(),
    'TypeError',
    "Websockets obtained from the 'new WebSocket()' constructor cannot call accept"
  );
  assert.throws(
    () => socket.send('x'),
    'TypeError',
    'You must call one of accept() or state.acceptWebSocket() on this WebSocket before sending messages.'
  );
  await new Promise((resolve) => (socket.onclose = resolve));
}
