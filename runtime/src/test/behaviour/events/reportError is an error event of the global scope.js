export async function behaviour(assert) {
  const seen = [];
  addEventListener(
    'error',
    (event) => {
      seen.push(event.type, event.error, event.message);
      event.preventDefault();
    },
    { once: true }
  );
  const error = new TypeError('odd');
  reportError(error);
  assert.deepEqual(seen, ['error', error, 'Uncaught TypeError: odd']);
}
