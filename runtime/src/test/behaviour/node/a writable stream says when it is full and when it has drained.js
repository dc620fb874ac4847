import { Writable } from 'node:stream';

export async function behaviour(assert) {
  const waiting = [];
  const sink = new Writable({
    highWaterMark: 3,
    write(chunk, encoding, callback) {
      waiting.push(callback);
    },
  });
  assert.equal(sink.write('ab'), true);
  assert.equal(sink.write('cd'), false);
  const drained = new Promise((resolve) => sink.once('drain', resolve));
  waiting.shift()();
  await Promise.resolve();
  waiting.shift()();
  await drained;
  assert.equal(sink.writableLength, 0);
}
