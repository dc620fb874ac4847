export default async function (assert) {
  const target = new EventTarget();
  const log = [];
  target.addEventListener('x', (event) => {
    log.push(1);
    event.stopImmediatePropagation();
  });
  target.addEventListener('x', () => log.push(2));
  target.dispatchEvent(new Event('x'));
  assert.deepEqual(log, [1]);
}
