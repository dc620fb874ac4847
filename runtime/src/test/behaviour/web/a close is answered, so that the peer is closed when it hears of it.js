export default async function (assert) {
  const [client, server] = new WebSocketPair();
  client.accept();
  server.accept();
  const closed = new Promise((resolve) => client.addEventListener('close', resolve));
  server.close(1000, 'bye');
  await closed;
  assert.equal(client.readyState, WebSocket.CLOSED);
}
