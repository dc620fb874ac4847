//! {"compatibility_date": "2026-02-09"}

export async function behaviour(assert) {
  const timer = setTimeout(() => {}, 1);
  assert.equal(typeof timer, 'number');
  clearTimeout(timer);
}
