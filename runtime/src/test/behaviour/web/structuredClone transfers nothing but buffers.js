export default async function (assert) {
  assert.throws(() => structuredClone(1, { transfer: ['x'] }), 'TypeError', 'Object is not transferable');
  assert.throws(() => structuredClone(1, { transfer: [{}] }), 'TypeError', 'Object is not transferable');
  assert.throws(
    () => structuredClone(1, { transfer: 3 }),
    'TypeError',
    "Incorrect type for the 'transfer' field on 'StructuredCloneOptions': the provided value is not of type 'Array'."
  );
  const { port1 } = new MessageChannel();
  assert.throws(() => structuredClone(port1, { transfer: [port1] }), 'TypeError', 'Object is not transferable');
}
