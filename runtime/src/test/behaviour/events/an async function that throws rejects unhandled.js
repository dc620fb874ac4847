const turn = () => new Promise((resolve) => setTimeout(resolve, 5));

export async function behaviour(assert) {
  const seen = [];
  addEventListener('unhandledrejection', (event) => seen.push(event.reason.name), { once: true });
  (async () => {
    await null;
    throw new RangeError('far');
  })();
  await turn();
  assert.deepEqual(seen, ['RangeError']);
}
