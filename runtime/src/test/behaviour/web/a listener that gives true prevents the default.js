export default async function (assert) {
  const target = new EventTarget();
  target.addEventListener('x', () => true);
  const event = new Event('x', { cancelable: true });
  assert.equal(target.dispatchEvent(event), false);
  assert.equal(event.defaultPrevented, true);
}
