import { Readable, Writable } from 'node:stream';
import { text } from 'node:stream/consumers';

export async function behaviour(assert) {
  const web = Readable.toWeb(Readable.from([Buffer.from('ab'), Buffer.from('cd')], { objectMode: false }));
  assert.equal(web instanceof ReadableStream, true);
  assert.equal(await new Response(web).text(), 'abcd');

  const node = Readable.fromWeb(new Blob(['from the web']).stream());
  assert.equal(await text(node), 'from the web');

  const written = [];
  const writer = Writable.toWeb(
    new Writable({
      write(chunk, encoding, callback) {
        written.push(chunk.toString());
        callback();
      },
    })
  ).getWriter();
  await writer.write(new TextEncoder().encode('x'));
  await writer.close();
  assert.deepEqual(written, ['x']);
}
