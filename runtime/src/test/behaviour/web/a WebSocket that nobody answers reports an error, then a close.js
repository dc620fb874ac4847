export default async function (assert) {
  const socket = new WebSocket('ws://127.0.0.1:1/');
  assert.equal(socket.readyState, WebSocket.CONNECTING);
  assert.equal(socket.url, 'ws://127.0.0.1:1/');
  assert.equal(socket.protocol, '');
  assert.equal(socket.extensions, '');
  const seen = [];
  socket.addEventListener('error', (event) => seen.push('error', event.message, socket.readyState));
  const close = await new Promise((resolve) => socket.addEventListener('close', resolve));
  seen.push(close.code, close.reason, close.wasClean, socket.readyState);
  assert.deepEqual(seen, [
    'error',
    'Uncaught Error: Network connection lost.',
    3,
    1006,
    'Failed to establish websocket connection',
    false,
    3,
  ]);
}
