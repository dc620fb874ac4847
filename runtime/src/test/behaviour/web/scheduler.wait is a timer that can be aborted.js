export default async function (assert) {
  await scheduler.wait(1);
  const controller = new AbortController();
  const waiting = scheduler.wait(60_000, { signal: controller.signal });
  controller.abort();
  await assert.rejects(waiting, 'AbortError');
}
