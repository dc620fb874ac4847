const turn = () => new Promise((resolve) => setTimeout(resolve, 5));

export async function behaviour(assert) {
  const seen = [];
  const listener = (event) => seen.push(event);
  addEventListener('unhandledrejection', listener);
  Promise.reject(new Error('caught')).catch(() => {});
  await turn();
  removeEventListener('unhandledrejection', listener);
  assert.equal(seen.length, 0);
}
