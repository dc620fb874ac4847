export default async function (assert) {
  const { port1, port2 } = new MessageChannel();
  port1.postMessage('first');
  port1.postMessage('second');
  const seen = [];
  await new Promise((resolve) => {
    port2.addEventListener('message', (event) => {
      seen.push(event.data);
      if (seen.length === 2) resolve();
    });
  });
  assert.deepEqual(seen, ['first', 'second']);
}
