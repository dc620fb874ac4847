const turn = () => new Promise((resolve) => setTimeout(resolve, 5));

export async function behaviour(assert) {
  const seen = [];
  addEventListener('unhandledrejection', (event) => seen.push(event), { once: true });
  const reason = new Error('lost');
  const promise = Promise.reject(reason);
  await turn();
  assert.equal(seen.length, 1);
  assert.equal(seen[0].type, 'unhandledrejection');
  assert.equal(seen[0].reason, reason);
  assert.equal(seen[0].promise, promise);
  assert(seen[0] instanceof PromiseRejectionEvent);
}
