const turn = () => new Promise((resolve) => setTimeout(resolve, 5));

export async function behaviour(assert) {
  const seen = [];
  addEventListener('unhandledrejection', (event) => seen.push(event.reason), { once: true });
  Promise.reject();
  await turn();
  assert.deepEqual(seen, [undefined]);
}
