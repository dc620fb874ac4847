import { Readable, Transform, Writable, pipeline as withCallback } from 'node:stream';
import { pipeline } from 'node:stream/promises';

export async function behaviour(assert) {
  const upper = new Transform({
    transform(chunk, encoding, callback) {
      callback(null, chunk.toString().toUpperCase());
    },
  });
  const written = [];
  const sink = new Writable({
    write(chunk, encoding, callback) {
      written.push(chunk.toString());
      callback();
    },
  });
  await pipeline(Readable.from(['ab', 'cd']), upper, sink);
  assert.equal(written.join(''), 'ABCD');

  const failing = new Transform({ transform: (chunk, encoding, callback) => callback(new RangeError('no')) });
  await assert.rejects(pipeline(Readable.from(['x']), failing, new Writable({ write() {} })), 'RangeError', 'no');
  const error = await new Promise((resolve) =>
    withCallback(
      Readable.from(['x']),
      async function* () {
        throw new TypeError('async');
      },
      resolve
    )
  );
  assert.equal(error.message, 'async');
}
