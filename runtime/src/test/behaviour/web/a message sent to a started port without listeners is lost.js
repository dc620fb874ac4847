export default async function (assert) {
  const { port1, port2 } = new MessageChannel();
  port2.start();
  port1.postMessage('lost');
  await new Promise((resolve) => setTimeout(resolve, 1));
  const seen = [];
  await new Promise((resolve) => {
    port2.addEventListener('message', (event) => {
      seen.push(event.data);
      resolve();
    });
    port1.postMessage('heard');
  });
  assert.deepEqual(seen, ['heard']);
}
