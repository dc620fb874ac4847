export default async function (assert) {
  const log = [];
  const cleared = setTimeout(() => log.push('never'), 1);
  clearTimeout(cleared);
  await new Promise((resolve) => setTimeout((a, b) => { log.push(a + b); resolve(); }, 2, 1, 2));
  clearTimeout(undefined);
  clearTimeout(12345);
  assert.deepEqual(log, [3]);
}
