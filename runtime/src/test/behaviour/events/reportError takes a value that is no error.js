export async function behaviour(assert) {
  const seen = [];
  addEventListener(
    'error',
    (event) => {
      seen.push(event.error, event.message);
      event.preventDefault();
    },
    { once: true }
  );
  reportError('text');
  assert.deepEqual(seen, ['text', 'Uncaught text']);
}
