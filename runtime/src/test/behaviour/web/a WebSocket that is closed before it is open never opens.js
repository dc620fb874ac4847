export default async function (assert) {
  const socket = new WebSocket('ws://127.0.0.1:1/');
  const seen = [];
  for (const type of ['open', 'error']) socket.addEventListener(type, () => seen.push(type));
  socket.close();
  const event = await new Promise((resolve) => (socket.onclose = resolve));
  assert.deepEqual([...seen, event.code, socket.readyState], ['error', 1006, 3]);
}
