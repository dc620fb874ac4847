export default async function (assert) {
  const log = [];
  const stream = new ReadableStream({
    cancel() {
      log.push('cancelled');
    },
  });
  const [first, second] = stream.tee();
  const one = first.cancel('one');
  await Promise.resolve();
  assert.deepEqual(log, []);
  await Promise.all([one, second.cancel('two')]);
  assert.deepEqual(log, ['cancelled']);
}
