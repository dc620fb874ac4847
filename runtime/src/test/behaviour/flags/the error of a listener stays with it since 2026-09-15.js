//! {"compatibility_date": "2026-09-15"}
export async function behaviour(assert) {
  const seen = [];
  const target = new EventTarget();
  target.addEventListener('x', () => {
    throw new RangeError('no');
  });
  target.addEventListener('x', () => {
    seen.push('second');
  });
  assert.equal(target.dispatchEvent(new Event('x')), true);
  assert.deepEqual(seen, ['second']);
}
export class Subject {}
