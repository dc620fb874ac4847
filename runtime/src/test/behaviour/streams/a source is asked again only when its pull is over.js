export default async function (assert) {
  const log = [];
  let done;
  let waiting = Promise.withResolvers();
  const stream = new ReadableStream(
    {
      async pull(controller) {
        log.push('pull');
        await new Promise((resolve) => {
          done = resolve;
          waiting.resolve();
        });
        log.push('pulled');
        controller.enqueue(log.length);
      },
    },
    { highWaterMark: 0 }
  );
  const reader = stream.getReader();
  const first = reader.read();
  const second = reader.read();
  await waiting.promise;
  assert.deepEqual(log, ['pull']);
  waiting = Promise.withResolvers();
  done();
  assert.equal((await first).value, 2);
  await waiting.promise;
  done();
  assert.equal((await second).value, 4);
  assert.deepEqual(log, ['pull', 'pulled', 'pull', 'pulled']);
}
