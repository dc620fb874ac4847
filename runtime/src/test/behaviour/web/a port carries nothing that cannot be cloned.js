export default async function (assert) {
  const { port1, port2 } = new MessageChannel();
  assert.throws(() => port1.postMessage(() => 1), 'DataCloneError');
  assert.throws(() => port1.postMessage(1, [new ArrayBuffer(1)]), 'Error', 'Transfer list is not supported');
  assert.throws(() => port1.postMessage(1, { transfer: [new ArrayBuffer(1)] }), 'Error', 'Transfer list is not supported');
  port2.close();
  assert.throws(() => port1.postMessage(() => 1), 'DataCloneError');
}
