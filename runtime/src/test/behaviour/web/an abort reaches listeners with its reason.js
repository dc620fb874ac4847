export default async function (assert) {
  const controller = new AbortController();
  let seen = 0;
  controller.signal.onabort = () => seen++;
  controller.signal.addEventListener('abort', () => seen++);
  controller.abort('why');
  controller.abort('again');
  assert.equal(seen, 2);
  assert.equal(controller.signal.aborted, true);
  assert.equal(controller.signal.reason, 'why');
}
