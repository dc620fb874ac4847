import { Duplex, PassThrough, finished } from 'node:stream';

export async function behaviour(assert) {
  const pass = new PassThrough();
  pass.end('through');
  let text = '';
  for await (const chunk of pass) text += chunk;
  assert.equal(text, 'through');

  const written = [];
  const duplex = new Duplex({
    read() {
      this.push('r');
      this.push(null);
    },
    write(chunk, encoding, callback) {
      written.push(chunk.toString());
      callback();
    },
  });
  duplex.end('w');
  duplex.resume();
  await new Promise((resolve, reject) => finished(duplex, (error) => (error ? reject(error) : resolve())));
  assert.deepEqual(written, ['w']);
}
