// workerd has the event, too, but not at a moment that a test could wait for.
export default async function (assert) {
  globalThis[Symbol.for('durascope')].load('rejections').install(() => {});
  const turn = () => new Promise((resolve) => setTimeout(resolve, 5));
  const seen = [];
  addEventListener('unhandledrejection', (event) => seen.push(event.type), { once: true });
  addEventListener('rejectionhandled', (event) => seen.push(event.type, event.reason.message));
  const promise = Promise.reject(new Error('late'));
  await turn();
  promise.catch(() => {});
  await turn();
  assert.deepEqual(seen, ['unhandledrejection', 'rejectionhandled', 'late']);
}
