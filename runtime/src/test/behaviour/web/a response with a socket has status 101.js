export default async function (assert) {
  const pair = new WebSocketPair();
  assert.throws(
    () => new Response(null, { webSocket: pair[0] }),
    'RangeError',
    'Responses with a WebSocket must have status code 101.'
  );
  const response = new Response(null, { status: 101, webSocket: pair[0] });
  assert.equal(response.webSocket, pair[0]);
  assert.throws(() => response.clone(), 'TypeError', 'Cannot clone a response to a WebSocket handshake.');
}
