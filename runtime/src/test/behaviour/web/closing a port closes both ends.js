export default async function (assert) {
  const { port1, port2 } = new MessageChannel();
  const seen = [];
  port1.addEventListener('close', () => {
    seen.push('one');
  });
  port2.addEventListener('close', () => {
    seen.push('two');
  });
  port2.onmessage = () => {
    seen.push('message');
  };
  port1.close();
  port1.close();
  port1.postMessage('nobody hears');
  await new Promise((resolve) => setTimeout(resolve, 1));
  assert.deepEqual(seen, ['two', 'one']);
}
