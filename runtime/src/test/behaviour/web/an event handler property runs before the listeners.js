export default async function (assert) {
  const seen = [];
  const target = new EventTarget();
  target.addEventListener('x', () => {
    seen.push('listener');
  });
  target.onx = (event) => {
    seen.push(`property ${event.type}`);
  };
  target.dispatchEvent(new Event('x'));
  assert.deepEqual(seen, ['property x', 'listener']);
}
