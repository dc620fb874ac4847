export default async function (assert) {
  const signal = AbortSignal.timeout(1);
  await new Promise((resolve) => signal.addEventListener('abort', resolve));
  assert.equal(signal.reason.name, 'TimeoutError');
}
