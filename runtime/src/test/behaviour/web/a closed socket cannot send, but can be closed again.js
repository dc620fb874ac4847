export default async function (assert) {
  const pair = new WebSocketPair();
  pair[0].accept();
  assert.equal(pair[0].readyState, WebSocket.OPEN);
  pair[0].close();
  assert.equal(pair[0].readyState, WebSocket.CLOSING);
  pair[0].close();
  assert.throws(() => pair[0].send('x'), 'TypeError', "Can't call WebSocket send() after close().");
}
