export default async function (assert) {
  const target = new EventTarget();
  const log = [];
  const listener = () => log.push('a');
  target.addEventListener('x', listener);
  target.addEventListener('x', listener);
  target.addEventListener('x', () => log.push('b'), { once: true });
  target.addEventListener('x', { handleEvent: () => log.push('c') });
  target.dispatchEvent(new Event('x'));
  target.removeEventListener('x', listener);
  target.dispatchEvent(new Event('x'));
  assert.deepEqual(log, ['a', 'b', 'c', 'c']);
}
