//! {"compatibility_date": "2026-09-14"}
export async function behaviour(assert) {
  const seen = [];
  const target = new EventTarget();
  target.addEventListener('x', () => {
    throw new RangeError('no');
  });
  target.addEventListener('x', () => {
    seen.push('second');
  });
  assert.throws(() => target.dispatchEvent(new Event('x')), 'RangeError', 'no');
  assert.deepEqual(seen, []);
}
export class Subject {}
