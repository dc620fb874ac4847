export default async function (assert) {
  const [client, server] = Object.values(new WebSocketPair());
  client.binaryType = 'arraybuffer';
  client.accept();
  server.accept();
  const next = (socket, type) => new Promise((resolve) => socket.addEventListener(type, resolve, { once: true }));
  const greeting = next(server, 'message');
  client.send('hello');
  assert.equal((await greeting).data, 'hello');
  const bytes = next(client, 'message');
  server.send(new Uint8Array([1, 2, 3]).subarray(1));
  assert.deepEqual((await bytes).data, new Uint8Array([2, 3]).buffer);
  const closed = next(client, 'close');
  server.close(4000, 'done');
  const event = await closed;
  assert.equal(event.code, 4000);
  assert.equal(event.reason, 'done');
  assert.equal(event.wasClean, true);
}
