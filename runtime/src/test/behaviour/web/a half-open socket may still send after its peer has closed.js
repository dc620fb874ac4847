export default async function (assert) {
  const [client, server] = new WebSocketPair();
  client.accept({ allowHalfOpen: true });
  server.accept();
  const closed = new Promise((resolve) => client.addEventListener('close', resolve));
  const last = new Promise((resolve) => server.addEventListener('message', resolve));
  server.close(1000, 'bye');
  await closed;
  assert.equal(client.readyState, WebSocket.CLOSING);
  client.send('last words');
  assert.equal((await last).data, 'last words');
}
