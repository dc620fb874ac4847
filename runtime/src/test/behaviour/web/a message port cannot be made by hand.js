export default async function (assert) {
  assert.throws(() => new MessagePort(), 'TypeError', 'Illegal constructor');
  const { port1, port2 } = new MessageChannel();
  assert(port1 instanceof MessagePort && port1 instanceof EventTarget);
  assert(port1 !== port2);
  assert.equal(port1.onmessage, null);
  assert.equal(Object.prototype.toString.call(port1), '[object MessagePort]');
}
