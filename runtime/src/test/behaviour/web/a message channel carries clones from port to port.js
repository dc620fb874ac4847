export default async function (assert) {
  const { port1, port2 } = new MessageChannel();
  const sent = { list: [1, 2], when: new Date(5) };
  const received = new Promise((resolve) => {
    port2.onmessage = resolve;
  });
  port1.postMessage(sent);
  sent.list.push(3);
  const event = await received;
  assert.deepEqual(event.data.list, [1, 2]);
  assert.equal(event.data.when.getTime(), 5);
  assert.equal(event.constructor, MessageEvent);
  assert.equal(event.source, port2);
  assert.equal(event.target, port2);
}
