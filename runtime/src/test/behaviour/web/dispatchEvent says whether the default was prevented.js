export default async function (assert) {
  const target = new EventTarget();
  target.addEventListener('x', (event) => event.preventDefault());
  assert.equal(target.dispatchEvent(new Event('x', { cancelable: true })), false);
}
