export async function behaviour(assert) {
  assert.throws(() => reportError(), 'TypeError');
}
